extension UInt64 {
    /// A bit for each of the first lanes in which a condition holds.
    @inline(__always)
    init(lanes: Int, where condition: (_ lane: Int) -> Bool) {
        self = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Machine.width / 8) { words in
            words.initialize(repeating: 0)
            // Bytes of many lanes are compared at once; eight become bits by one multiplication.
            words.withMemoryRebound(to: UInt8.self) { bytes in
                guard let bytes = bytes.baseAddress else { return }
                for lane in 0..<lanes { bytes[lane] = condition(lane) ? 1 : 0 }
            }
            var bits = 0 as UInt64
            for (place, word) in words.enumerated() {
                bits |= ((word.littleEndian &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(8 * place)
            }
            return bits
        }
    }

    /// The lowest bits set, so many of them.
    package init(lowestBits count: Int) { self = count >= 64 ? .max : (1 << UInt64(count)) - 1 }

    /// Calls `body` with the place of each bit that is set, from the lowest.
    @inlinable
    package func forEachBit(_ body: (Int) -> Void) {
        var rest = self
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    /// The bits that are set for whose places a condition holds.
    package func keepingBits(where condition: (Int) -> Bool) -> UInt64 {
        var kept = 0 as UInt64
        forEachBit { place in if condition(place) { kept |= 1 << UInt64(place) } }
        return kept
    }
}
