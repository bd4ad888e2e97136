import Generator

/// A permutation of 0..<32768 that only the seed tells: a Feistel network of four rounds.
///
/// The 15 bits are split into 7 and 8, which take turns: every round changes one half by a keyed function of the other, so
/// that no value leaves the range and each round can be undone.
struct CodePermutation: Sendable {
    static let size = 1 << 15
    private static let rounds = 4

    /// For each round, what the function gives for each of the 256 values of the other half.
    private let functions: [UInt8]

    init(seed: UInt64) {
        let hash = SipHash(key: seed, 0x7368_6565_7420_636F)
        functions = (0..<Self.rounds).flatMap { round in
            (0..<256).map { half in UInt8(truncatingIfNeeded: hash([UInt8(round), UInt8(half)])) }
        }
    }

    /// The place of `value`, of which the lowest 15 bits count.
    func callAsFunction(_ value: Int) -> Int {
        var (high, low) = (value >> 8 & 0x7F, value & 0xFF)
        for round in stride(from: 0, to: Self.rounds, by: 2) {
            high ^= function(round, low) & 0x7F
            low ^= function(round + 1, high)
        }
        return high << 8 | low
    }

    /// The value whose place is `place`.
    func inverse(_ place: Int) -> Int {
        var (high, low) = (place >> 8 & 0x7F, place & 0xFF)
        for round in stride(from: Self.rounds - 2, through: 0, by: -2) {
            low ^= function(round + 1, high)
            high ^= function(round, low) & 0x7F
        }
        return high << 8 | low
    }

    private func function(_ round: Int, _ half: Int) -> Int { Int(functions[round << 8 | half]) }
}
