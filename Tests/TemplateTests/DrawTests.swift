import Exact
import Testing

@testable import Template

/// Draws hold the numbers that they say.
struct DrawTests {
    @Test func stepsSkipZero() {
        let draw = Draw(values: .steps(low: -1, step: Rational(1, 2), count: 5, skipped: 2), digit: 0)
        #expect(draw.count == 4)
        #expect((0..<draw.count).map { draw[$0] } == [-1, Rational(-1, 2), Rational(1, 2), 1])
    }

    @Test func aSkippedEndLeavesTheOthers() {
        #expect((0..<2).map { Draw(values: .steps(low: 0, step: 1, count: 3, skipped: 0), digit: 0)[$0] } == [1, 2])
        #expect((0..<2).map { Draw(values: .steps(low: -2, step: 1, count: 3, skipped: 2), digit: 0)[$0] } == [-2, -1])
    }

    @Test func choicesKeepTheirOrder() {
        let draw = Draw(values: .choice([3, -1, Rational(1, 2)]), digit: 0)
        #expect((0..<draw.count).map { draw[$0] } == [3, -1, Rational(1, 2)])
    }

    @Test func denominatorsThatDoNotFitDoNoHarm() throws {
        let template = try template(
            """
            given:
              x: { draw: 1e-38..3e-38, step: 1e-38 }
              y: { draw: [1e-38, 1/3, 1/7] }
            define: { L: x * y }
            ask: [{ find: L }]
            """)
        #expect(template.draws.allSatisfy { $0.range == .any || $0.count == 3 })
        #expect(template.draws[0][2] == Rational(reading: "3e-38"))
    }
}
