import Exact

/// How answers are to be given, and so what is printed on the sheet and what the checker accepts.
package enum AnswerRule: Hashable, Sendable {
    /// The exact number, in any way of writing it.
    case exact
    /// Rounded to places after the point, or more exact than that.
    case decimals(Int)
    /// Rounded to significant digits, or more exact than that.
    case significant(Int)
    /// Any number at most this far away.
    case tolerance(Rational)

    /// What holds for real numbers where the template says nothing.
    package static let standardForReal = AnswerRule.decimals(4)

    /// How a number that is not asked is written where a template has a rule, or none.
    static func rounding(_ rule: AnswerRule?, isReal: Bool) -> Rounding {
        isReal ? (rule ?? standardForReal).rounding : .exact
    }

    /// Whether numbers are rounded to places or digits.
    package var isRounded: Bool {
        switch self {
        case .decimals, .significant: true
        case .exact, .tolerance: false
        }
    }

    /// How a right answer is written on a key.
    package var rounding: Rounding {
        switch self {
        case .exact: .exact
        case .decimals(let places): .decimals(places)
        case .significant(let digits): .significant(digits)
        case .tolerance(let width): .decimals(Self.places(for: width))
        }
    }

    /// Whether an answer is right under this rule; none is for a number that does not exist.
    package func accepts(_ answer: Rational, for value: Number) -> Bool {
        guard value.isDefined else { return false }
        switch (self, value) {
        case (.exact, .exact(let right)): return answer == right
        case (.exact, .real): return false
        case (.tolerance(let width), .exact(let right)):
            return Self.isNear(answer, right, within: width)
        case (.decimals(let places), .exact(let right)):
            return Self.isNear(answer, right, within: Rational(10).power(-places) / Rational(2))
        default: return Self.isNear(answer.double, value.double, within: width(at: value.double))
        }
    }

    /// Exact, but where the difference has more digits than fit.
    private static func isNear(_ answer: Rational, _ right: Rational, within width: Rational) -> Bool {
        let difference = (answer - right).magnitude
        return difference.isUndefined
            ? isNear(answer.double, right.double, within: width.double) : difference <= width
    }

    private static func isNear(_ answer: Double, _ right: Double, within width: Double) -> Bool {
        (answer - right).magnitude <= width * (1 + 1e-9)
    }

    /// How far an answer may be from a number: half a unit of the last place.
    package func width(at value: Double) -> Double {
        switch self {
        case .exact: return 0
        case .decimals(let places): return Rational(10).power(-places).double / 2
        case .significant(let digits):
            return Self.unit(ofLastOf: digits, in: value == 0 ? 0.1 : value) / 2
        case .tolerance(let width): return width.double
        }
    }

    /// What the last of a number's first so many digits counts; 0 for 0.
    static func unit(ofLastOf digits: Int, in number: Double) -> Double {
        if number == 0 || !number.isFinite { return 0 }
        var unit = 1.0
        while unit > number.magnitude { unit /= 10 }
        while unit * 10 <= number.magnitude && unit.isFinite { unit *= 10 }
        return unit * Rational(10).power(1 - digits).double
    }

    /// One place more than the tolerance has.
    private static func places(for width: Rational) -> Int {
        var places = 1
        while places < 9 && Rational(10).power(1 - places) > width { places += 1 }
        return places
    }
}
