import Exact

/// In which arithmetic a slot is computed; known before anything runs.
enum NumberKind: UInt8, Hashable, Sendable, Comparable {
    /// Whole numbers over a denominator that is the same on every sheet, proven to fit 64 bits.
    case integer
    /// Fractions over checked 128 bits.
    case rational
    /// Binary floating point, where a transcendental function leaves no other way.
    case real

    static func < (left: NumberKind, right: NumberKind) -> Bool { left.rawValue < right.rawValue }
}

/// What is known of a slot before anything runs.
enum Domain: Hashable, Sendable {
    case integer(ScaledRange)
    case rational
    case real

    var kind: NumberKind {
        switch self {
        case .integer: .integer
        case .rational: .rational
        case .real: .real
        }
    }
}

/// All numbers n / denominator with n in a range.
struct ScaledRange: Hashable, Sendable {
    /// Positive.
    let denominator: Int64
    /// The least and the greatest numerator.
    let low: Int64
    let high: Int64

    /// Numerators beyond this are left to rational numbers, so that sums and differences of two always fit.
    static let limit: Int128 = 1 << 61
    /// Denominators beyond this are left to rational numbers.
    static let largestDenominator: Int128 = 1 << 40

    /// Nil where the numbers do not fit.
    init?(_ low: Int128, _ high: Int128, over denominator: Int128) {
        guard low >= -Self.limit, high <= Self.limit, low <= high, denominator > 0,
            denominator <= Self.largestDenominator
        else { return nil }
        self.low = Int64(low)
        self.high = Int64(high)
        self.denominator = Int64(denominator)
    }

    /// A single number.
    init?(_ value: Rational) {
        self.init(value.numerator, value.numerator, over: value.denominator)
    }

    /// Both ends times a factor that is not negative.
    func scaled(by factor: Int64) -> (low: Int128, high: Int128) {
        (Int128(low) * Int128(factor), Int128(high) * Int128(factor))
    }
}

/// Which numbers an input can be: multiples of 1/denominator from the least to the greatest.
package struct InputRange: Hashable, Sendable {
    let range: ScaledRange?

    /// Numbers between two bounds whose denominators all divide one; what is too large is worked out in fractions.
    package init(_ low: Rational, _ high: Rational, denominator: Int128) {
        let scale = Rational(denominator, 1)
        let (first, last) = (low * scale, high * scale)
        range =
            first.isInteger && last.isInteger
            ? ScaledRange(first.numerator, last.numerator, over: denominator) : nil
    }

    private init(range: ScaledRange?) { self.range = range }

    /// Any rational number.
    package static let any = InputRange(range: nil)
}
