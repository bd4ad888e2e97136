import Solver
import Testing

@testable import Checker

@Suite struct MistakeCountsTests {
    private func mark(_ note: String, _ mistakes: Mistake...) -> Mark {
        Mark(verdict: .explained, note: note, mistakes: mistakes)
    }

    @Test func aMistakeCountsOnceASheetAndOnceAnAnswer() throws {
        var counts = MistakeCounts()
        counts.add([(3, mark("first", .sign)), (5, mark("second", .sign, .halfForgotten))])
        var later = MistakeCounts()
        later.add([(3, mark("third", .sign))])
        counts.add(later)
        #expect(counts.sorted.map(\.mistake) == [.sign, .halfForgotten])
        let sign = try #require(counts.counts[.sign])
        #expect(sign.sheets == 2)
        #expect(sign.answers == [3: 2, 5: 1])
        #expect(sign.example == "first")
        #expect(counts.counts[.halfForgotten]?.example == "second")
    }

    @Test func equallyFrequentOnesKeepTheCataloguesOrder() {
        var counts = MistakeCounts()
        counts.add([(0, mark("", .ascent, .biasDropped, .sign))])
        #expect(counts.sorted.map(\.mistake) == [.biasDropped, .sign, .ascent])
    }
}
