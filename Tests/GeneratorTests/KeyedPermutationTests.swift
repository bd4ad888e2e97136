import Testing

@testable import Generator

/// Permutations: each number once, chosen evenly by the key.
struct KeyedPermutationTests {
    @Test(arguments: 0..<8)
    func everyNumberIsReachedOnce(block: Int) {
        for size in stride(from: 1 + block, through: 2_000, by: 8) {
            let order = KeyedPermutation(size: UInt128(size), seed: UInt64(size), purpose: "test")
            var seen = [Bool](repeating: false, count: size)
            for index in 0..<size {
                let place = Int(order(UInt128(index)))
                if place >= size || seen[place] {
                    Issue.record("\(index) goes to \(place) of \(size)")
                    return
                }
                seen[place] = true
            }
        }
    }

    @Test(arguments: [4_097, 46_656, 65_536, 65_537])
    func everyNumberIsReachedOnceInLargerSizes(size: Int) {
        let order = KeyedPermutation(size: UInt128(size), seed: 5, purpose: "test")
        var seen = [Bool](repeating: false, count: size)
        for index in 0..<size { seen[Int(order(UInt128(index)))] = true }
        #expect(!seen.contains(false))
    }

    @Test(arguments: [1 << 64, (1 << 64) + 1, 1 << 100, 1 << 120] as [UInt128])
    func largeSizesKeepNumbersApart(size: UInt128) {
        let order = KeyedPermutation(size: size, seed: 5, purpose: "test")
        let places = (0..<2_000).map { order(UInt128($0)) } + (1...2_000).map { order(size - UInt128($0)) }
        #expect(Set(places).count == 4_000)
        #expect(places.allSatisfy { $0 < size })
    }

    @Test func everyPlaceIsEquallyLikely() {
        var counts = [Int](repeating: 0, count: 24)
        for seed in 0..<4_800 { counts[Int(KeyedPermutation(size: 24, seed: UInt64(seed), purpose: "test")(0))] += 1 }
        // 23 degrees of freedom: more than 58 would happen once in 10,000.
        #expect(chiSquared(counts) < 58)
    }

    @Test func everyPairOfPlacesIsEquallyLikely() {
        var counts = [Int](repeating: 0, count: 36)
        for seed in 0..<6_000 {
            let order = KeyedPermutation(size: 6, seed: UInt64(seed), purpose: "test")
            counts[Int(order(2) * 6 + order(3))] += 1
        }
        let pairs = counts.indices.filter { $0 % 7 != 0 }.map { counts[$0] }
        // 29 degrees of freedom: more than 66 would happen once in 10,000.
        #expect(chiSquared(pairs) < 66)
    }

    @Test func seedsAndPurposesDiffer() {
        func places(_ seed: UInt64, _ purpose: String) -> [UInt128] {
            let order = KeyedPermutation(size: 1_000_003, seed: seed, purpose: purpose)
            return (0..<20).map { order($0) }
        }
        #expect(places(1, "a") == places(1, "a"))
        #expect(places(1, "a") != places(2, "a"))
        #expect(places(1, "a") != places(1, "b"))
        #expect(places(0, "a") != places(1 << 63, "a"))
    }
}
