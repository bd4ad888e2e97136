/// What becomes of one answer.
enum Verdict: String, CaseIterable, Sendable {
    /// Equal to the right number, by the sheet's rule.
    case correct
    /// None of the others.
    case wrong
    /// Nothing was answered.
    case blank
    /// What was answered must be looked at by a person.
    case unreadable

    /// Its place among all verdicts.
    var place: Int {
        switch self {
        case .correct: 0
        case .wrong: 1
        case .blank: 2
        case .unreadable: 3
        }
    }
}

/// A verdict with what is to be said about it.
struct Mark: Hashable, Sendable {
    let verdict: Verdict
    /// A sentence without its full stop; empty where there is nothing to say.
    var note = ""
}
