/// Divides by a number that is known before, by its reciprocal.
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
    func split(_ number: inout UInt64) -> UInt32 {
        // The reciprocal is too small by less than 1, so the quotient by at most 1.
        var quotient = number.multipliedFullWidth(by: reciprocal).high
        var rest = number &- quotient &* value
        if rest >= value {
            quotient &+= 1
            rest &-= value
        }
        number = quotient
        return UInt32(truncatingIfNeeded: rest)
    }
}
