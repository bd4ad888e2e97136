/// A count in each of 64 lanes, written in binary with a word for each digit: one addition serves all lanes.
struct LaneCounts {
    private var digits = [UInt64](repeating: 0, count: 8)

    /// Adds 1 in some lanes.
    mutating func add(_ lanes: UInt64) {
        var carry = lanes
        var place = 0
        while carry != 0 {
            if place == digits.count { digits.append(0) }
            let next = digits[place] & carry
            digits[place] ^= carry
            carry = next
            place += 1
        }
    }

    /// The count in a lane.
    subscript(lane: Int) -> Int {
        digits.reversed().reduce(0) { $0 << 1 | Int($1 >> UInt64(lane) & 1) }
    }
}
