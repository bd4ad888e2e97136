/// A permutation of 0 … size − 1 that a key chooses: a sheet's place among all draws.
///
/// Four Feistel rounds, eight for few numbers, over the least even number of bits, walking on where a result lies
/// outside (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002). Takes less than four walks on average.
package struct KeyedPermutation: Sendable {
    /// How many numbers are permuted; at most ``largestSize``.
    package let size: UInt128
    private let keys: [UInt64]
    private let rounds: Int
    private let halfBits: UInt64
    private let mask: UInt64

    /// Sizes beyond this are not permuted whole.
    package static let largestSize: UInt128 = 1 << 120

    /// The permutation of `size` numbers that a seed and a purpose choose.
    package init(size: UInt128, seed: UInt64, purpose: String) {
        self.size = size
        let hash = SipHash(key: seed, 0x7073_6765_6E)
        let bits = UInt64(128 - (max(size, 2) - 1).leadingZeroBitCount)
        halfBits = max(1, (bits + 1) / 2)
        mask = (1 << halfBits) - 1
        // With less than 100 numbers four rounds prefer some pairs of neighbours.
        let rounds = halfBits <= 8 ? 8 : 4
        keys = (0..<2 * rounds).map { round in hash(purpose.utf8 + [UInt8(round)]) | 1 }
        self.rounds = rounds
    }

    /// Where a number goes.
    package func callAsFunction(_ index: UInt128) -> UInt128 {
        guard size > 1 else { return index }
        if halfBits < 32 { return UInt128(small(UInt64(truncatingIfNeeded: index))) }
        var left = UInt64(truncatingIfNeeded: index >> UInt128(halfBits))
        var right = UInt64(truncatingIfNeeded: index) & mask
        while true {
            for round in 0..<rounds {
                (left, right) = (right, left ^ mixed(right, keys[2 * round], keys[2 * round + 1]))
            }
            let result = UInt128(left) << UInt128(halfBits) | UInt128(right)
            if result < size { return result }
        }
    }

    /// Where a number goes, in 64 bits.
    private func small(_ index: UInt64) -> UInt64 {
        let size = UInt64(truncatingIfNeeded: size)
        var left = index &>> halfBits
        var right = index & mask
        while true {
            for round in 0..<rounds {
                (left, right) = (right, left ^ mixed(right, keys[2 * round], keys[2 * round + 1]))
            }
            let result = left &<< halfBits | right
            if result < size { return result }
        }
    }

    @inline(__always)
    private func mixed(_ value: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = (value ^ first).multipliedFullWidth(by: second)
        let folded = product.high ^ product.low
        return (folded ^ folded >> 29) & mask
    }
}
