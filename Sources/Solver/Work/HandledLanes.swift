/// What matters of a number to a person who works with it, in each of 64 lanes: a bit a lane.
struct HandledLanes {
    /// Where the number is 0.
    private(set) var zero = 0 as UInt64
    /// Where it is 1 or −1.
    private(set) var one = 0 as UInt64
    private(set) var negative = 0 as UInt64
    /// Where it is not whole.
    private(set) var fraction = 0 as UInt64
    /// Where it has at least one digit, two, and so on.
    private(set) var digits: [UInt64] = []

    /// What is looked at besides 0 and fractions.
    struct Look: OptionSet {
        let rawValue: UInt8
        /// Whether it is 1 or −1, and how many digits it has.
        static let factor = Look(rawValue: 1)
        static let sign = Look(rawValue: 2)
    }

    /// The number at a place in the first lanes of a machine.
    init(_ location: Location, in machine: Machine, lanes: Int, _ look: Look) {
        var open = UInt64(lowestBits: lanes)
        if let denominator = location.scaledDenominator {
            let start = Int(location.register) * Machine.width
            switch machine.integers {
            case .narrow(let numbers): insert(numbers + start, over: denominator, lanes, look, &open)
            case .wide(let numbers): insert(numbers + start, over: denominator, lanes, look, &open)
            }
        }
        open.forEachBit { lane in insert(machine.handled(at: location, lane: lane), lane) }
    }

    /// Where two numbers' pairs of digits are: a set of lanes for each pair.
    func forEachPair(with other: HandledLanes, _ body: (UInt64) -> Void) {
        for own in digits { for others in other.digits { body(own & others) } }
    }

    private mutating func insert(_ number: HandledNumber, _ lane: Int) {
        let bit = 1 << UInt64(lane) as UInt64
        if number.isZero { zero |= bit }
        if number.isOne { one |= bit }
        if number.isNegative { negative |= bit }
        if !number.isWhole { fraction |= bit }
        while digits.count < number.digits { digits.append(0) }
        for place in 0..<number.digits { digits[place] |= bit }
    }

    /// Numerators over a denominator; what does not end within three decimals, or is huge, stays open.
    @inline(__always)
    private mutating func insert<Lane: FixedWidthInteger & SignedInteger>(
        _ numbers: UnsafeMutablePointer<Lane>, over denominator: Int64, _ lanes: Int, _ look: Look,
        _ open: inout UInt64
    ) {
        guard let denominator = Lane(exactly: denominator) else { return }
        var largest = 1 as Lane
        if denominator != 1 {
            for lane in 0..<lanes { largest = max(largest, numbers[lane] < 0 ? 0 &- numbers[lane] : numbers[lane]) }
        }
        let isPowerOfTwo = denominator & (denominator - 1) == 0
        let all = open
        var scale = 1 as Lane
        for places in 0...3 where open != 0 {
            if places > 0 { scale *= 10 }
            if largest.multipliedReportingOverflow(by: scale).overflow { break }
            let ends =
                denominator == 1
                ? open
                : isPowerOfTwo
                    ? UInt64(lanes: lanes) { (numbers[$0] &* scale) & (denominator - 1) == 0 }
                    : UInt64(lanes: lanes) { (numbers[$0] &* scale) % denominator == 0 }
            let ended = open & ends
            if ended == 0 { continue }
            open &= ~ended
            if places > 0 { fraction |= ended }
            if look.contains(.factor) { insertDigits(of: numbers, scale, denominator, ended, lanes) }
        }
        let ended = all & ~open
        zero |= ended & UInt64(lanes: lanes) { numbers[$0] == 0 }
        if look.contains(.sign) { negative |= ended & UInt64(lanes: lanes) { numbers[$0] < 0 } }
        if look.contains(.factor) {
            one |= ended & UInt64(lanes: lanes) { numbers[$0] == denominator || numbers[$0] == 0 &- denominator }
        }
    }

    /// The digits of numbers that are whole when they are multiplied by a scale.
    @inline(__always)
    private mutating func insertDigits<Lane: FixedWidthInteger & SignedInteger>(
        of numbers: UnsafeMutablePointer<Lane>, _ scale: Lane, _ denominator: Lane, _ ended: UInt64, _ lanes: Int
    ) {
        var longer = ended
        var limit = denominator
        var place = 0
        while longer != 0 {
            if place == digits.count { digits.append(0) }
            digits[place] |= longer
            place += 1
            let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
            if overflow { return }
            limit = next
            longer =
                ended & UInt64(lanes: lanes) { numbers[$0] &* scale >= limit || numbers[$0] &* scale <= 0 &- limit }
        }
    }
}
