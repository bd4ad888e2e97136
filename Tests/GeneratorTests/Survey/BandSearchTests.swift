import Exact
import Solver
import TestSupport
import Testing

@testable import Generator

/// Bands of work that most variants lie within.
struct BandSearchTests {
    private func work(products: Int, sums: Int = 0) -> Work {
        var work = Work()
        work.products = products
        work.sums = sums
        return work
    }

    @Test func theBandThatHoldsMost() throws {
        let works = [4, 10, 11, 12, 13, 14, 20].map { work(products: $0) }
        let bands = try #require(
            BandSearch(works, of: [.products], spread: Rational(13, 10), given: [:]).search())
        #expect(bands == [.products: 10...13])
    }

    @Test func oneMoreIsAlwaysPermitted() throws {
        let works = [1, 2, 2, 0].map { work(products: $0) }
        #expect(BandSearch(works, of: [.products], spread: 1, given: [:]).search() == [.products: 1...2])
    }

    @Test func lessWorkWhereSharesAreAlike() throws {
        // 10 variants around 5, 11 around 20.
        let works = (0..<10).map { _ in work(products: 5) } + (0..<11).map { _ in work(products: 20) }
        #expect(BandSearch(works, of: [.products], spread: 1, given: [:]).search() == [.products: 5...6])
    }

    @Test func countsAreChosenTogether() throws {
        // Most have 3 products and most have 9 sums, but none both.
        let works =
            (0..<5).map { _ in work(products: 3, sums: 1) } + (0..<5).map { _ in work(products: 30, sums: 9) }
            + (0..<8).map { _ in work(products: 3, sums: 20) }
        let bands = try #require(BandSearch(works, of: [.products, .sums], spread: 1, given: [:]).search())
        #expect(bands == [.products: 3...4, .sums: 20...21])
    }

    @Test func givenBandsStay() {
        let works = [4, 10, 11].map { work(products: $0) }
        let search = BandSearch(works, of: [.products], spread: 1, given: [.products: 4...4])
        #expect(search.search() == [.products: 4...4])
        #expect(BandSearch(works, of: [.products], spread: 1, given: [.products: 6...7]).search() == nil)
    }

    /// Every other choice of bands holds at most what was found, over nine tenths.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func noBandsHoldMuchMore(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let works = (0..<60).map { _ in
            work(products: Int.random(in: 2...12, using: &random), sums: Int.random(in: 3...9, using: &random))
        }
        let bands = try #require(
            BandSearch(works, of: [.products, .sums], spread: Rational(13, 10), given: [:]).search())
        func inside(_ products: ClosedRange<Int>, _ sums: ClosedRange<Int>) -> Int {
            works.count { products.contains($0.products) && sums.contains($0.sums) }
        }
        let found = inside(try #require(bands[.products]), try #require(bands[.sums]))
        for products in 0...12 {
            for sums in 0...9 {
                let other = inside(
                    products...max(products * 13 / 10, products + 1), sums...max(sums * 13 / 10, sums + 1))
                #expect(Double(other) * 0.9 <= Double(found), "seed \(seed)")
            }
        }
    }
}
