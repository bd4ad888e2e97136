import Solver

/// Digits in a row that choose among at most 2¹⁶ together, or one that chooses among more.
struct DigitGroup: Sendable {
    /// Splits the group off what is left of a number; nil for the last, which is all that is left.
    private let divisor: Divisor?
    /// 2³² over the product of the radices, rounded up: makes a 32-bit fraction of the group's number.
    ///
    /// The fraction is too large by less than the product over 2³², too little to change a digit.
    private let unit: UInt32
    /// Its digits among those of all groups, from the highest, as multiplying the fraction brings them out one by one.
    private let digits: Range<Int>
    /// Whether a digit is the whole of the group's number.
    private let isSingle: Bool

    /// The most that the digits of a group can choose among.
    static let most: UInt64 = 1 << 16

    /// A digit, or several that are not needed, taken together.
    struct Digit: Sendable {
        /// Where its row begins; nil where it is not needed.
        let start: Int?
        let radix: UInt32
    }

    /// The digits at some places of a space, the lowest first, which are appended to those of all groups.
    init(
        _ places: ArraySlice<Int>, in space: VariantSpace, needed: Set<Int>, isLast: Bool, to digits: inout [Digit]
    ) {
        let product = places.reduce(1) { $0 * UInt64(space.radices[$1]) }
        divisor = isLast ? nil : Divisor(product)
        unit = UInt32(truncatingIfNeeded: ((1 << 32) + product - 1) / product)
        isSingle = places.count == 1
        var own: [Digit] = []
        for place in places.reversed() {
            let radix = space.radices[place]
            if needed.contains(place) {
                own.append(Digit(start: place * Machine.width, radix: radix))
            } else if let last = own.last, last.start == nil {
                own[own.count - 1] = Digit(start: nil, radix: last.radix * radix)
            } else {
                own.append(Digit(start: nil, radix: radix))
            }
        }
        if let last = own.last, last.start == nil { own.removeLast() }
        self.digits = digits.count..<digits.count + own.count
        digits += own
    }

    /// Whether a digit of the group is asked for.
    var isNeeded: Bool { !digits.isEmpty }

    /// Takes the group off some numbers and writes its digits, which stand among those of all groups.
    ///
    /// - Parameter room: Memory for as many numbers.
    @inline(__always)
    func write(
        _ numbers: UnsafeMutablePointer<UInt64>, _ lanes: Int, _ all: UnsafeBufferPointer<Digit>,
        to rows: UnsafeMutablePointer<UInt32>, room fractions: UnsafeMutablePointer<UInt32>
    ) {
        if let divisor {
            for lane in 0..<lanes { fractions[lane] = divisor.split(&numbers[lane]) }
        } else {
            for lane in 0..<lanes { fractions[lane] = UInt32(truncatingIfNeeded: numbers[lane]) }
        }
        if digits.isEmpty { return }
        if isSingle {
            if let start = all[digits.lowerBound].start { (rows + start).update(from: fractions, count: lanes) }
            return
        }
        for lane in 0..<lanes { fractions[lane] &*= unit }
        for digit in digits {
            let radix = all[digit].radix
            if let start = all[digit].start {
                Self.split(fractions, by: radix, lanes, to: rows + start)
            } else {
                for lane in 0..<lanes { fractions[lane] &*= radix }
            }
        }
    }

    /// Writes the highest digits of fractions and leaves the rest.
    @inline(__always)
    private static func split(
        _ fractions: UnsafeMutablePointer<UInt32>, by radix: UInt32, _ lanes: Int,
        to digits: UnsafeMutablePointer<UInt32>
    ) {
        if radix.nonzeroBitCount == 1 {
            // Without a multiplication, which takes long in 64 bits; but 32 bits are too many for one shift.
            let bits = UInt32(radix.trailingZeroBitCount)
            for lane in 0..<lanes {
                digits[lane] = (fractions[lane] &>> 1) &>> (31 - bits)
                fractions[lane] &<<= bits
            }
            return
        }
        for lane in 0..<lanes {
            let product = UInt64(fractions[lane]) &* UInt64(radix)
            digits[lane] = UInt32(truncatingIfNeeded: product &>> 32)
            fractions[lane] = UInt32(truncatingIfNeeded: product)
        }
    }
}
