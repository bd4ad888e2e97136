import Solver

/// What becomes of one answer.
enum Verdict: String, CaseIterable, Sendable {
    /// Equal to the right number, by the sheet's rule.
    case correct
    /// Wrong, but right for the student's own earlier answers.
    case followsThrough = "follows through"
    /// Wrong, as one or a few known mistakes make it.
    case explained
    /// None of the others.
    case wrong
    /// Nothing was answered.
    case blank
    /// What was answered must be looked at by a person.
    case unreadable

    /// Whether it earns points.
    var earns: Bool { self == .correct || self == .followsThrough }

    /// Its place among all verdicts.
    var place: Int {
        switch self {
        case .correct: 0
        case .followsThrough: 1
        case .explained: 2
        case .wrong: 3
        case .blank: 4
        case .unreadable: 5
        }
    }
}

/// A verdict with what is to be said about it.
struct Mark: Hashable, Sendable {
    let verdict: Verdict
    /// A sentence without its full stop; empty where there is nothing to say.
    var note = ""
    /// The mistakes that explain it, in the order of the calculation.
    var mistakes: [Mistake] = []
}
