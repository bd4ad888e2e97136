import Exact
import Solver

/// What an explanation costs: the cheapest one is the likeliest.
enum ExplanationCost {
    /// A mistake, besides the logarithm of the number of places at which it can be made.
    static let mistake = 6.0
    /// Two answers in each other's place.
    static let exchange = 11.0
    /// An answer that is not led to, where it is a likely slip, and where it is not.
    static let slip = 10.0
    static let unexplained = 15.0
    /// A right answer that would have been another one.
    static let contradicted = 10.0
    /// An answer that is led to from the right numbers before, not from the student's own.
    static let notOwn = 2.0

    /// What an answer costs that should be a number and is not.
    static func miss(_ answer: Rational, for number: Double, _ rounding: Rounding) -> Double {
        isSlip(answer, for: number, rounding) ? slip : unexplained
    }

    /// Whether a number is what a slip makes of another.
    static func isSlip(_ answer: Rational, for number: Double, _ rounding: Rounding) -> Bool {
        guard number.isFinite, answer.double.isFinite else { return false }
        return Slip.isLikely(answer, for: Number(near: number, rounding), rounding)
    }
}

extension Number {
    /// What a real number stands for that is written so: where it is written exactly, a fraction.
    init(near number: Double, _ rounding: Rounding) {
        self = rounding == .exact ? .exact(Rational(near: number)) : .real(number)
    }
}
