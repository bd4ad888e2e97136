import Testing

@testable import Checker

@Suite struct ExplanationTests {
    /// Four numbers that a mistake leads to are enough beside one that is left over, but not where a right number speaks
    /// against the mistake besides.
    @Test func nothingRightSpeaksAgainstWhatLeavesANumberOver() throws {
        let mistake = try #require(MistakeSet([5]))
        var explanation = Explanation(mistakes: mistake, ledCount: 4, missCount: 1, cost: 16, gain: 30)
        for index in 0..<4 { explanation.explained[index] = mistake }
        #expect(explanation.isClaimed)
        explanation.contradicted[7] = 3
        #expect(!explanation.isClaimed)
        explanation.missCount = 0
        #expect(explanation.isClaimed)
    }
}
