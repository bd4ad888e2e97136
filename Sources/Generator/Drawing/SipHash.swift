/// SipHash-2-4, a keyed hash: who lacks the key cannot tell its values from random ones.
///
/// See Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
package struct SipHash: Sendable {
    private let key: (UInt64, UInt64)

    /// A hash function for each key of 128 bits, the lower half first.
    package init(key first: UInt64, _ second: UInt64) { key = (first, second) }

    /// The hash of `bytes`, the same on every machine.
    package func callAsFunction(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var state = SipState(key: key)
        var word = 0 as UInt64
        var count = 0
        for byte in bytes {
            word |= UInt64(byte) << UInt64(8 * (count & 7))
            count += 1
            if count & 7 == 0 {
                state.absorb(word)
                word = 0
            }
        }
        state.absorb(word | UInt64(truncatingIfNeeded: count) << 56)
        return state.finish()
    }
}

private struct SipState {
    private var v0, v1, v2, v3: UInt64

    init(key: (UInt64, UInt64)) {
        // The paper's constants: "somepseudorandomlygeneratedbytes".
        v0 = key.0 ^ 0x736f_6d65_7073_6575
        v1 = key.1 ^ 0x646f_7261_6e64_6f6d
        v2 = key.0 ^ 0x6c79_6765_6e65_7261
        v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    mutating func absorb(_ word: UInt64) {
        v3 ^= word
        for _ in 0..<2 { round() }
        v0 ^= word
    }

    mutating func finish() -> UInt64 {
        v2 ^= 0xFF
        for _ in 0..<4 { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func round() {
        v0 &+= v1
        v2 &+= v3
        v1 = rotate(v1, 13) ^ v0
        v3 = rotate(v3, 16) ^ v2
        v0 = rotate(v0, 32)
        v2 &+= v1
        v0 &+= v3
        v1 = rotate(v1, 17) ^ v2
        v3 = rotate(v3, 21) ^ v0
        v2 = rotate(v2, 32)
    }

    private func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 { word &<< bits | word &>> (64 &- bits) }
}
