import Testing

@testable import Checker

@Suite struct ScoreCountsTests {
    private func counts(_ shares: [Double]) -> ScoreCounts {
        var counts = ScoreCounts()
        for share in shares { counts.add(share) }
        return counts
    }

    @Test func meanAndMedian() {
        #expect(counts([]).mean == nil)
        #expect(counts([]).median == nil)
        #expect(counts([0.25]).median == 0.25)
        #expect(counts([1, 0, 0.5]).median == 0.5)
        #expect(counts([1, 0, 0.5, 0.75]).median == 0.625)
        #expect(counts([1, 0, 0.5, 0.75]).mean == 0.5625)
    }

    @Test func everyWholePointIsInItsOwnBin() {
        for points in 1...20 {
            let all = counts((0...points).map { Double($0) / Double(points) })
            #expect(all.bins(points) == Array(repeating: 1, count: points + 1), "\(points)")
        }
    }

    @Test func whatIsBetweenTwoPointsIsWithTheLower() {
        // Thirds of 12 points, and nearly all of them.
        #expect(counts([2.0 / 36, 35.0 / 36]).bins(12) == [1] + Array(repeating: 0, count: 10) + [1, 0])
    }

    @Test func sharesBeyondTheEndsAreAtTheEnds() {
        let all = counts([-0.5, 1.25, .nan])
        #expect(all.bins(10)[0] == 2)
        #expect(all.bins(10)[10] == 1)
    }

    @Test func piecesAddUp() {
        var sum = counts([0, 0.5])
        sum.add(counts([0.5, 1]))
        #expect(sum == counts([0, 0.5, 0.5, 1]))
    }
}
