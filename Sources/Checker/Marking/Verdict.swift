/// What becomes of one answer.
enum Verdict: String, Hashable, Sendable {
    /// Equal to the right number, by the sheet's rule.
    case correct
    /// None of the others.
    case wrong
    /// Nothing was answered.
    case blank
    /// What was answered must be looked at by a person.
    case unreadable
}

/// A verdict with what is to be said about it.
struct Mark: Hashable, Sendable {
    let verdict: Verdict
    /// A sentence without its full stop; empty where there is nothing to say.
    var note = ""
}
