/// A rational number in lowest terms over checked 128-bit integers.
///
/// Where a result does not exist (division by zero) or does not fit (overflow) it is ``undefined``, and every operation on
/// an undefined number is undefined again: a calculation may be carried to its end and asked once whether it went well.
/// No operation traps.
@frozen
package struct Rational: Hashable, Sendable {
    /// Carries the sign.
    package let numerator: Int128
    /// Positive, or 0 where the number is undefined.
    package let denominator: Int128

    @inlinable
    init(reduced numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The fraction in lowest terms; undefined where the denominator is 0 or a sign cannot be changed without overflow.
    @inlinable
    package init(_ numerator: Int128, _ denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else {
            self = .undefined
            return
        }
        let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let signed = denominator < 0 ? -Int128(divisor) : Int128(divisor)
        self.init(reduced: numerator / signed, denominator / signed)
    }

    /// The integer as a number.
    @inlinable
    package init(_ integer: Int) {
        self.init(reduced: Int128(integer), 1)
    }

    /// What a division by zero or an overflow leaves.
    @inlinable package static var undefined: Rational { Rational(reduced: 0, 0) }
    /// 0.
    @inlinable package static var zero: Rational { Rational(reduced: 0, 1) }
    /// 1.
    @inlinable package static var one: Rational { Rational(reduced: 1, 1) }

    /// Whether a division by zero or an overflow led here.
    @inlinable package var isUndefined: Bool { denominator == 0 }
    /// Whether the number is whole.
    @inlinable package var isInteger: Bool { denominator == 1 }
    /// Whether the number is 0; an undefined number is not.
    @inlinable package var isZero: Bool { numerator == 0 && denominator != 0 }
    /// Whether the number is below 0.
    @inlinable package var isNegative: Bool { numerator < 0 }

    /// The nearest binary floating-point number, to within an ulp; not a number where undefined.
    @inlinable package var double: Double {
        // Converting 128 bits takes much longer.
        if let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator), denominator != 0 {
            return Double(numerator) / Double(denominator)
        }
        return denominator == 0 ? .nan : Double(numerator) / Double(denominator)
    }

    /// The greatest integer that is not above the number; undefined for an undefined number.
    @inlinable package var floor: Rational {
        guard denominator > 1 else { return self }
        let (quotient, _) = numerator.quotientAndRemainder(dividingBy: denominator)
        return Rational(reduced: numerator < 0 ? quotient - 1 : quotient, 1)
    }
}

/// Euclid's algorithm; the greatest common divisor of 0 and n is n.
@inlinable
package func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var first = first
    var second = second
    while second != 0 {
        // 64-bit division is many times faster, and most numbers here are small.
        if first <= UInt128(UInt64.max) && second <= UInt128(UInt64.max) {
            return UInt128(greatestCommonDivisor(UInt64(truncatingIfNeeded: first), UInt64(truncatingIfNeeded: second)))
        }
        (first, second) = (second, first % second)
    }
    return first
}

/// Euclid's algorithm; the greatest common divisor of 0 and n is n.
@inlinable
package func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var first = first
    var second = second
    while second != 0 { (first, second) = (second, first % second) }
    return first
}
