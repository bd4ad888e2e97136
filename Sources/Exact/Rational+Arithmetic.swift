extension Rational {
    /// The sum; undefined where either is, or on overflow.
    @inlinable
    package static func + (left: Rational, right: Rational) -> Rational {
        if left.denominator == 1 && right.denominator == 1 {
            let (sum, overflow) = left.numerator.addingReportingOverflow(right.numerator)
            return overflow || sum == .min ? .undefined : Rational(reduced: sum, 1)
        }
        guard left.denominator != 0, right.denominator != 0 else { return .undefined }
        // Over the least common denominator, so that it overflows only where the sum itself is near to it.
        let common = Int128(greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let leftFactor = right.denominator / common
        let rightFactor = left.denominator / common
        let (first, overflow1) = left.numerator.multipliedReportingOverflow(by: leftFactor)
        let (second, overflow2) = right.numerator.multipliedReportingOverflow(by: rightFactor)
        let (sum, overflow3) = first.addingReportingOverflow(second)
        let (denominator, overflow4) = left.denominator.multipliedReportingOverflow(by: leftFactor)
        return overflow1 || overflow2 || overflow3 || overflow4 ? .undefined : Rational(sum, denominator)
    }

    /// The difference; undefined where either is, or on overflow.
    @inlinable
    package static func - (left: Rational, right: Rational) -> Rational { left + -right }

    /// The product; undefined where either is, or on overflow.
    @inlinable
    package static func * (left: Rational, right: Rational) -> Rational {
        if left.denominator == 1 && right.denominator == 1 {
            let (product, overflow) = left.numerator.multipliedReportingOverflow(by: right.numerator)
            return overflow || product == .min ? .undefined : Rational(reduced: product, 1)
        }
        guard left.denominator != 0, right.denominator != 0 else { return .undefined }
        // Crosswise first: the result is then in lowest terms, and no larger number than the result is made.
        let cross1 = Int128(greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude))
        let cross2 = Int128(greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude))
        let (numerator, overflow1) = (left.numerator / cross1)
            .multipliedReportingOverflow(by: right.numerator / cross2)
        let (denominator, overflow2) = (left.denominator / cross2)
            .multipliedReportingOverflow(by: right.denominator / cross1)
        return overflow1 || overflow2 || numerator == .min
            ? .undefined : Rational(reduced: numerator, denominator)
    }

    /// The quotient; undefined where either is, where the divisor is 0, or on overflow.
    @inlinable
    package static func / (left: Rational, right: Rational) -> Rational { left * right.reciprocal }

    /// 1 divided by the number; undefined for 0.
    @inlinable
    package var reciprocal: Rational {
        if numerator == 0 { return .undefined }
        return numerator < 0
            ? Rational(reduced: -denominator, -numerator) : Rational(reduced: denominator, numerator)
    }

    /// The number with the other sign.
    @inlinable
    package static prefix func - (number: Rational) -> Rational {
        Rational(reduced: -number.numerator, number.denominator)
    }

    /// The number without its sign.
    @inlinable
    package var magnitude: Rational { numerator < 0 ? -self : self }

    /// The number to a whole power; 0 to the 0 is 1, 0 to a negative power undefined.
    ///
    /// Complexity: O(log |exponent|) multiplications.
    @inlinable
    package func power(_ exponent: Int) -> Rational {
        var base = exponent < 0 ? reciprocal : self
        var result = isUndefined ? Rational.undefined : .one
        var left = exponent.magnitude
        while left > 0 {
            if left & 1 == 1 { result = result * base }
            left >>= 1
            if left > 0 { base = base * base }
        }
        return result
    }
}

extension Rational: Comparable {
    /// The order of the numbers; nothing is less than an undefined number, nor is that less than anything.
    ///
    /// Exact for all operands: products that would overflow are compared by continued fractions.
    @inlinable
    package static func < (left: Rational, right: Rational) -> Bool {
        guard left.denominator != 0, right.denominator != 0 else { return false }
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        let (first, overflow1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (second, overflow2) = right.numerator.multipliedReportingOverflow(by: left.denominator)
        return overflow1 || overflow2 ? isLessByQuotients(left, right) : first < second
    }

    /// Compares whole parts, then the reciprocals of what is left the other way round.
    @usableFromInline
    static func isLessByQuotients(_ left: Rational, _ right: Rational) -> Bool {
        var left = left
        var right = right
        var ascending = true
        while true {
            let (floor1, floor2) = (left.floor, right.floor)
            if floor1 != floor2 { return (floor1.numerator < floor2.numerator) == ascending }
            let rest1 = left.aboveFloor
            let rest2 = right.aboveFloor
            if rest1.isZero { return ascending && !rest2.isZero }
            if rest2.isZero { return !ascending }
            (left, right, ascending) = (rest1.reciprocal, rest2.reciprocal, !ascending)
        }
    }

    /// What is left of a defined number without its whole part: from 0 to below 1, whatever the size of the number.
    private var aboveFloor: Rational {
        let rest = numerator % denominator
        return Rational(reduced: rest < 0 ? rest + denominator : rest, denominator)
    }
}
