import Exact
import Solver

/// What becomes of one answer.
package enum Verdict: String, CaseIterable, Sendable {
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
package struct Mark: Hashable, Sendable {
    package let verdict: Verdict
    /// A sentence without its full stop; empty where there is nothing to say.
    package var note = ""
    /// The mistakes that explain it, in the order of the calculation.
    package var mistakes: [Mistake] = []
    /// Which share of its points an explained answer earns.
    package var share = Rational.zero

    /// Whether it earns as if no mistake had been made.
    package var earnsAll: Bool { verdict == .explained ? share == .one : earns }

    /// Whether it earns points.
    package var earns: Bool {
        verdict == .correct || verdict == .followsThrough || verdict == .explained && share > .zero
    }
}
