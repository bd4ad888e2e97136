import Solver
import Testing

@testable import Generator

/// Numbers of variants and their digits.
struct VariantSpaceTests {
    private func digits(_ index: UInt128, in space: VariantSpace, seed: UInt64 = 1) -> [UInt32] {
        digits(of: [index], in: space, seed: seed)[0]
    }

    private func digits(
        of variants: [UInt128], in space: VariantSpace, seed: UInt64 = 1, needed: Set<Int>? = nil
    ) -> [[UInt32]] {
        var rows = [UInt32](repeating: .max, count: max(1, space.radices.count) * Machine.width)
        let columns = DigitColumns(space, needed: needed ?? Set(space.radices.indices))
        rows.withUnsafeMutableBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            variants.withUnsafeBufferPointer { columns.write($0, to: base, hash: SipHash(key: seed, 2)) }
        }
        return variants.indices.map { lane in space.radices.indices.map { rows[$0 * Machine.width + lane] } }
    }

    private func index(of digits: [UInt32], in space: VariantSpace) -> UInt128 {
        zip(digits, space.radices).prefix(space.counted).reversed().reduce(0) { $0 * UInt128($1.1) + UInt128($1.0) }
    }

    @Test(arguments: [[], [1], [7], [3, 4, 2, 5], [1, 2, 1, 3, 1], [1_000, 2]] as [[UInt32]])
    func smallSpacesAreNumberedOneToOne(radices: [UInt32]) {
        let space = VariantSpace(radices: radices)
        #expect(space.size == radices.reduce(1) { $0 * UInt128($1) })
        #expect(space.counted == radices.count)
        let all = (0..<space.size).map { digits($0, in: space) }
        #expect(UInt128(Set(all).count) == space.size)
        #expect(all.allSatisfy { zip($0, radices).allSatisfy { $0 < $1 } })
    }

    @Test(
        arguments: [
            [70_000, 65_537, 3, 1_000_000, 7], [65_536, 65_536, 65_536, 65_536], [1_000_000, 1_000_000, 999_983, 2, 2],
            Array(repeating: 13, count: 30),
        ] as [[UInt32]])
    func digitsGiveTheNumberBack(radices: [UInt32]) {
        let space = VariantSpace(radices: radices)
        let order = KeyedPermutation(size: space.size, seed: 3, purpose: "test")
        for number in [0, 1, space.size - 1] + (0..<500).map({ order($0) }) {
            let digits = digits(number, in: space)
            #expect(index(of: digits, in: space) == number)
            #expect(zip(digits, radices).allSatisfy { $0 < $1 })
        }
    }

    @Test func whatIsNotCountedIsDrawnByAHash() {
        let space = VariantSpace(radices: Array(repeating: 1_000, count: 20))
        #expect(space.counted == 12)
        #expect(space.size <= KeyedPermutation.largestSize)
        #expect(digits(5, in: space) == digits(5, in: space))
        #expect(digits(5, in: space)[12...] != digits(6, in: space)[12...])
        #expect(digits(5, in: space, seed: 1)[12...] != digits(5, in: space, seed: 2)[12...])
        var counts = [Int](repeating: 0, count: 10)
        for number in 0..<500 {
            let digits = digits(UInt128(number), in: space)
            #expect(index(of: digits, in: space) == UInt128(number))
            for digit in digits[12...] { counts[Int(digit) / 100] += 1 }
        }
        // 9 degrees of freedom: more than 34 would happen once in 10,000.
        #expect(chiSquared(counts) < 34)
    }

    @Test func lanesAndNeededDigitsMakeNoDifference() {
        let space = VariantSpace(radices: [3, 70_000, 5, 2, 9, 4, 6], distinct: [4..<6])
        let order = KeyedPermutation(size: space.size, seed: 5, purpose: "test")
        let numbers = (0..<64).map { order($0) }
        let all = digits(of: numbers, in: space)
        #expect(all == numbers.map { digits($0, in: space) })
        for needed in [[], [0], [6], [1, 3], [4], [2, 5]] as [Set<Int>] {
            let some = digits(of: numbers, in: space, needed: needed)
            for lane in numbers.indices {
                for place in needed { #expect(some[lane][place] == all[lane][place]) }
            }
        }
    }
}
