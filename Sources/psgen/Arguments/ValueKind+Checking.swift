extension ValueKind {
    /// Whether a value is one of this kind. Files and folders need not be there; their paths must not be empty.
    func accepts(_ value: String) -> Bool {
        switch self {
        case .text: true
        case .integer(let range): Int(value).map(range.contains) ?? false
        case .choice(let choices): choices.contains(value)
        case .file, .folder: !value.isEmpty
        }
    }

    /// A sentence that says what would be accepted.
    var advice: String {
        switch self {
        case .text:
            return ""
        case .integer(let range) where range.lowerBound == .min && range.upperBound == .max:
            return "Please provide a whole number."
        case .integer(let range) where range.upperBound == .max:
            return "Please provide a whole number of at least \(range.lowerBound)."
        case .integer(let range):
            return "Please provide a whole number from \(range.lowerBound) to \(range.upperBound)."
        case .choice(let choices):
            let quoted = choices.map { "'\($0)'" }
            let list = quoted.dropLast().joined(separator: ", ")
            return "Please provide " + (quoted.count > 1 ? "one of \(list) or " : "") + (quoted.last ?? "nothing") + "."
        case .file:
            return "Please provide the path of a file."
        case .folder:
            return "Please provide the path of a folder."
        }
    }

    /// Whether a word that begins with a dash is meant as a value all the same: a negative number.
    func claims(_ word: String) -> Bool {
        guard case .integer = self else { return false }
        return word.utf8.count > 1 && word.utf8.dropFirst().first.map { (0x30...0x39).contains($0) } ?? false
    }
}
