import Exact
import TestSupport
import Testing

@testable import Solver

/// Against the machine, which is proven by other tests.
@Suite struct RealCodeTests {
    @Test func runsAsTheMachineDoes() {
        var compared = 0
        for seed in 1...60 {
            let random = RandomCode(seed: seed, inputs: 4, count: 40)
            let ranges = Array(repeating: InputRange(-5, 5, denominator: 2), count: 4)
            let program = Program(random.code, stages: [random.slots], inputs: ranges)
            let machine = Machine(program)
            let code = RealCode(random.code, random.slots)
            var values: [RealCode.Pair] = []
            var source = SplitMix(seed: seed)
            for _ in 0..<5 {
                var inputs: [RealCode.Pair] = []
                for input in 0..<4 {
                    let draws = (0..<2).map { _ in Rational(Int128.random(in: -10...10, using: &source), 2) }
                    for lane in 0..<2 { _ = machine.set(input: input, to: draws[lane], lane: lane) }
                    inputs.append(RealCode.Pair(draws[0].double, draws[1].double))
                }
                machine.run(lanes: 2)
                code.run(inputs, &values)
                for (place, location) in zip(code.results, program.outputs[0]) {
                    for lane in 0..<2 {
                        let right = machine.number(at: location, lane: lane).double
                        let own = values[place][lane]
                        // Real numbers that are too near to be compared have no outcome.
                        #expect(
                            !own.isFinite || (right - own).magnitude <= 1e-9 * max(1, right.magnitude),
                            "seed \(seed): \(own) for \(right)")
                        if own.isFinite && right.isFinite { compared += 1 }
                    }
                }
            }
        }
        #expect(compared > 10_000)
    }
}
