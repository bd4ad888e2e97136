/// Divides by a number that is known before, by its reciprocal where the dividend fits 64 bits.
struct Divisor: Sendable {
    private let value: UInt64
    /// 2⁶⁴ over the value, rounded down; the most there is for 1.
    private let reciprocal: UInt64

    /// A divisor from 1 to 2³².
    init(_ value: UInt64) {
        self.value = value
        reciprocal = value == 1 ? .max : value.dividingFullWidth((1, 0)).quotient
    }

    /// Leaves the quotient of a number in its place and gives the remainder.
    @inline(__always)
    func split(_ number: inout UInt128) -> UInt32 {
        guard number <= UInt128(UInt64.max) else {
            let (quotient, rest) = number.quotientAndRemainder(dividingBy: UInt128(value))
            number = quotient
            return UInt32(truncatingIfNeeded: rest)
        }
        var small = UInt64(truncatingIfNeeded: number)
        let rest = split(&small)
        number = UInt128(small)
        return rest
    }

    /// The same for numbers that fit 64 bits.
    @inline(__always)
    func split(_ small: inout UInt64) -> UInt32 {
        // The reciprocal is too small by less than 1, so the quotient by at most 1.
        var quotient = small.multipliedFullWidth(by: reciprocal).high
        var rest = small &- quotient &* value
        if rest >= value {
            quotient &+= 1
            rest &-= value
        }
        small = quotient
        return UInt32(truncatingIfNeeded: rest)
    }
}
