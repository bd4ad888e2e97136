/// A run that failed, with all that is to be said about it.
struct CommandError: Error {
    /// One or more lines, without a prefix where they name their own place.
    let message: String

    /// A failure in a sentence of its own.
    init(_ sentence: String) { message = "Error: \(sentence)" }

    /// A failure that has its place in front, such as a template's mistakes.
    init(placed message: String) { self.message = message }
}
