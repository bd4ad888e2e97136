import Exact

/// A decimal number of at most 18 digits: an integer over a power of ten.
///
/// Most cells hold one, and comparing it needs no fraction in lowest terms.
package struct ShortDecimal: Sendable {
    /// The digits and the sign, without the decimal point.
    package let digits: Int64
    /// How many of the digits stand after the decimal point, at most 18.
    package let places: Int

    /// Reads `21`, `+21`, `-3.5`, `.5`, `5.`; nil for all else.
    ///
    /// Complexity: O(length), with no allocation.
    @inlinable
    package init?(reading bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first, bytes.count <= 20 else { return nil }
        let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        var digits = 0 as Int64
        var point = -1
        var count = 0
        for index in (isSigned ? 1 : 0)..<bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                // Twenty bytes at most: the digits may overflow, but are then too many.
                digits = digits &* 10 &+ Int64(digit)
                count += 1
            } else if bytes[index] == UInt8(ascii: "."), point < 0 {
                point = count
            } else {
                return nil
            }
        }
        guard count > 0, count <= 18 else { return nil }
        self.digits = first == UInt8(ascii: "-") ? -digits : digits
        places = point < 0 ? 0 : count - point
    }

    /// The number in lowest terms.
    package var rational: Rational {
        places == 0 ? Rational(Int(digits)) : Rational(Int128(digits), Int128(Self.power(ofTen: places)))
    }

    /// Whether the number is `other`; never for an undefined one.
    package static func == (number: ShortDecimal, other: Rational) -> Bool {
        if number.places == 0, other.isInteger { return other.numerator == Int128(number.digits) }
        let scale = Int128(power(ofTen: number.places))
        // In lowest terms, the denominator of a decimal divides the power of ten.
        guard other.denominator > 0, other.denominator <= scale, scale % other.denominator == 0 else { return false }
        let (scaled, overflow) = other.numerator.multipliedReportingOverflow(by: scale / other.denominator)
        return !overflow && scaled == Int128(number.digits)
    }

    private static func power(ofTen exponent: Int) -> Int64 {
        var power = 1 as Int64
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
