import Exact
import Solver

/// The credit that answers earn which are not right: by a template's `marking:`.
package struct Marking: Hashable, Sendable {
    /// How often a mistake costs something.
    package enum Charge: String, Hashable, Sendable, CaseIterable {
        /// Only where it is made.
        case once
        /// In every answer that it makes wrong.
        case each
    }

    /// The share of the points for what is right after a slip.
    package var followThrough = Rational.one
    /// The share of the points for an answer with a single known mistake; nothing where the mistake is not listed.
    package var credits: [Mistake: Rational] = [:]
    /// How often a mistake costs something.
    package var charge = Charge.once
}
