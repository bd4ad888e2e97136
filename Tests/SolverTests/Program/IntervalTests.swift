import Exact
import TestSupport
import Testing

@testable import Solver

/// Intervals hold every number that they should.
@Suite struct IntervalTests {
    @Test("A calculation on numbers stays within the calculation on intervals around them", arguments: 0..<60)
    func containment(seed: Int) {
        var random = SplitMix(seed: seed)
        var code = Code()
        var slots = (0..<3).map { code.pin(code.input($0), as: $0) }
        let operations: [ScalarOperation] = [
            .add, .subtract, .multiply, .divide, .negate, .absolute, .floor, .maximum, .minimum, .less, .lessOrEqual,
            .select, .exponential, .logarithm, .squareRoot, .tanh, .sigmoid, .power,
        ]
        for _ in 0..<14 {
            func any() -> Slot { slots[Int.random(in: 0..<slots.count, using: &random)] }
            let operation = operations[Int.random(in: 0..<operations.count, using: &random)]
            let isUnary = [.negate, .absolute, .floor, .exponential, .logarithm, .squareRoot, .tanh, .sigmoid]
                .contains(operation)
            let (a, b, c) = (any(), isUnary ? 0 : any(), operation == .select ? any() : 0)
            slots.append(code.emit(operation, a, b, c))
        }
        let centre = (0..<3).map { _ in Double.random(in: -2...2, using: &random) }
        let wide = code.intervals(of: slots, inputs: centre) { _, value in
            Interval(value.low - 0.1, value.high + 0.1)
        }
        for _ in 0..<20 {
            let point = centre.map { $0 + Double.random(in: -0.1...0.1, using: &random) }
            let exact = code.intervals(of: slots, inputs: point) { $1 }
            for (place, (one, all)) in zip(exact, wide).enumerated() where all.isDefined && one.isDefined {
                let slack = 1e-9 * max(1, one.low.magnitude)
                #expect(
                    all.low - slack <= one.low && one.high <= all.high + slack,
                    "seed \(seed), slot \(place): \(one) in \(all)")
            }
        }
    }

    @Test func edges() {
        #expect(Interval(-1, 2).squared == Interval(0, 4))
        #expect(Interval(-3, -2).squared == Interval(4, 9))
        #expect(!Interval(1).divided(by: Interval(-1, 1)).isDefined)
        #expect(Interval(-2, 1).power(Interval(3)) == Interval(-8, 1))
        #expect(Interval(-2, 1).power(Interval(2)) == Interval(0, 4))
        #expect(!Interval(-2, 1).power(Interval(0.5)).isDefined)
    }

    @Test func whatIsNotKnownStaysSo() {
        var code = Code()
        let (x, one) = (code.pin(code.input(0), as: 0), code.constant(1))
        let logarithm = code.emit(.logarithm, x)
        let slots = [
            logarithm, code.emit(.maximum, one, logarithm), code.emit(.minimum, one, logarithm),
            code.emit(.select, logarithm, one, one),
        ]
        let intervals = code.intervals(of: slots, inputs: [0]) { _, value in Interval(value.low - 1, value.high + 1) }
        #expect(intervals.allSatisfy { !$0.isDefined })
    }
}
