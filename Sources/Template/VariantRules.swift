import Exact
import Solver

/// Which variants are good, besides the requirements.
package struct VariantRules: Hashable, Sendable {
    /// Whether an asked number may be 0 though no unit that is switched off makes it so.
    package var zeros = false
    /// Whether a variant may sit on a kink, as a ReLU argument of exactly 0.
    package var kinks = false
    /// Whether numbers that a student could take for each other may be equal: the asked scalars and derivatives, the
    /// target, and the difference that a loss squares.
    package var equal = false
    /// The magnitude that no exact asked number exceeds; nil for any.
    package var largest: Rational? = Rational(1000)
    /// How many decimals an exact asked number may need; nil for any, unending ones included.
    package var decimals: Int? = 3
    /// Whether variants are used again where there are fewer than sheets.
    package var isRepeating = false
    /// Within which factor each count of work stays, or within one step; nil for no bands.
    package var spread: Rational? = Rational(13, 10)
    /// The bands of counts that are not chosen but given.
    package var work: [WorkCount: ClosedRange<Int>] = [:]
    /// Which mistakes every variant shows up.
    package var expose = Exposure.allExcept([])
    /// Whether mistakes lead to different answers.
    package var apart = Apartness.auto

    package init() {}

    /// Which mistakes every variant shows up: a student who makes one gets an asked number wrong.
    package enum Exposure: Hashable, Sendable {
        /// None needs to.
        case none
        /// All that variants can show up, but for these.
        case allExcept(Set<Mistake>)
    }

    /// Whether each mistake leads to answers of its own, and to none that a mere slip makes.
    package enum Apartness: String, Hashable, Sendable, CaseIterable {
        /// As far as a tenth of the variants permits it.
        case auto
        /// As far as any variant permits it.
        case yes
        /// It need not.
        case no
    }
}
