import Exact
import Testing

@testable import Solver

/// Simplification and the choice of arithmetic change no number.
struct CodeTests {
    /// Runs all slots at once for each draw.
    private func run(
        _ random: RandomCode, _ draws: [[Rational]], _ ranges: [InputRange],
        _ body: (_ draw: Int, _ numbers: [Number]) -> Void
    ) -> Program {
        let program = Program(random.code, stages: [random.slots], inputs: ranges)
        let machine = Machine(program)
        for start in stride(from: 0, to: draws.count, by: Machine.width) {
            let lanes = min(Machine.width, draws.count - start)
            for lane in 0..<lanes {
                for (index, value) in draws[start + lane].enumerated() {
                    #expect(machine.set(input: index, to: value, lane: lane))
                }
            }
            machine.run(lanes: lanes)
            for lane in 0..<lanes {
                body(start + lane, program.outputs[0].map { machine.number(at: $0, lane: lane) })
            }
        }
        return program
    }

    /// Every draw of three numbers from −1, −½, 0, ½, 1, 3/2 in scaled integers of 32 and 64 bits, and in fractions.
    @Test func randomCodeHoldsWhatItMust() {
        let values = (-2...3).map { Rational(Int128($0), 2) }
        let draws = values.flatMap { a in values.flatMap { b in values.map { [a, b, $0] } } }
        var (narrow, wide) = (0, 0)
        for seed in 0..<120 {
            let random = RandomCode(seed: seed, inputs: 3, count: 14)
            let expected = draws.map(random.numbers)
            for denominator in [2, 1 << 16, 0] as [Int128] {
                let range: InputRange =
                    denominator == 0 ? .any : InputRange(-1, Rational(3, 2), denominator: denominator)
                let program = run(random, draws, [range, range, range]) { draw, numbers in
                    for (step, number) in numbers.enumerated() where !expected[draw][step].isUndefined {
                        #expect(
                            number == .exact(expected[draw][step]), "seed \(seed), draw \(draws[draw]), step \(step)")
                    }
                }
                if program.integerCount > 8 { if program.isNarrow { narrow += 1 } else { wide += 1 } }
            }
        }
        #expect(narrow > 50 && wide > 20, "both are tested: \(narrow) and \(wide)")
    }

    /// The greatest numbers that 32 bits are used for, and those just beyond.
    @Test(arguments: [32_767, 32_768, 32_769, 46_341] as [Int]) func numbersAtTheEdgeOf32Bits(largest: Int) {
        var code = Code()
        let (a, b) = (code.input(0), code.input(1))
        let product = code.multiply(a, b)
        let slots = [product, code.less(product, code.negate(a)), code.subtract(product, b)]
        let range = InputRange(Rational(-largest), Rational(largest), denominator: 1)
        let program = Program(code, stages: [slots], inputs: [range, range])
        #expect(program.isNarrow == (largest < 32_768))
        let machine = Machine(program)
        for (lane, signs) in [(1, 1), (1, -1), (-1, 1), (-1, -1)].enumerated() {
            let (x, y) = (signs.0 * largest, signs.1 * largest)
            #expect(machine.set(input: 0, to: Rational(x), lane: lane))
            #expect(machine.set(input: 1, to: Rational(y), lane: lane))
            machine.run(lanes: lane + 1)
            let numbers = program.outputs[0].map { machine.number(at: $0, lane: lane) }
            let expected = [x * y, x * y < -x ? 1 : 0, x * y - y].map { Number.exact(Rational($0)) }
            #expect(numbers == expected)
        }
    }

    /// No draw leaves the range that is proven for a slot, and the arithmetic that rests on it is used.
    @Test func provenRangesHoldAllValues() {
        let values = (-2...3).map { Rational(Int128($0), 2) }
        let draws = values.flatMap { a in values.flatMap { b in values.map { [a, b, $0] } } }
        var scaled = 0
        for seed in 500..<620 {
            let random = RandomCode(seed: seed, inputs: 3, count: 12)
            let range = InputRange(-1, Rational(3, 2), denominator: 2)
            var builder = ProgramBuilder(random.code, inputs: [range, range, range], isOverridable: false)
            for slot in random.slots { builder.write(slot) }
            let expected = draws.map(random.numbers)
            for (step, slot) in random.slots.enumerated() {
                guard case .integer(let proven) = builder.domain(slot) else { continue }
                scaled += 1
                for (draw, numbers) in expected.enumerated() where !numbers[step].isUndefined {
                    let numerator = numbers[step] * Rational(Int(proven.denominator))
                    #expect(
                        numerator.isInteger && numerator.numerator >= proven.low && numerator.numerator <= proven.high,
                        "seed \(seed), draw \(draws[draw]), step \(step)")
                }
            }
        }
        #expect(scaled > 1000, "only \(scaled) slots are scaled integers")
    }

    @Test func whatIsTheSameIsOneSlot() {
        var code = Code()
        let (a, b) = (code.input(0), code.input(1))
        #expect(code.add(a, b) == code.add(b, a))
        #expect(code.multiply(a, b) == code.multiply(b, a))
        #expect(code.subtract(a, b) != code.subtract(b, a))
        #expect(code.add(a, code.constant(0)) == a)
        #expect(code.multiply(code.constant(1), a) == a)
        #expect(code.multiply(a, code.constant(0)) == code.constant(0))
        #expect(code.negate(code.negate(a)) == a)
        #expect(code.select(code.less(a, b), a, a) == a)
        #expect(code.power(a, 0) == code.constant(1))
        #expect(code.power(a, 1) == a)
    }

    @Test func exactValuesOfFunctions() {
        var code = Code()
        let cases: [(ScalarOperation, Rational, Rational?)] = [
            (.exponential, 0, 1), (.logarithm, 1, 0), (.tanh, 0, 0), (.sigmoid, 0, Rational(1, 2)),
            (.squareRoot, Rational(9, 4), Rational(3, 2)), (.squareRoot, 0, 0), (.squareRoot, 2, nil),
            (.squareRoot, -4, nil), (.exponential, 1, nil), (.logarithm, 0, nil),
        ]
        for (operation, argument, result) in cases {
            let slot = code.function(operation, code.constant(argument))
            #expect(code.constantValue(slot) == result, "\(operation) of \(argument)")
        }
    }

    /// Pins stand, also on constants and where two calculations share the number.
    @Test func pinsAreLeftAsTheyStand() {
        var code = Code()
        let a = code.input(0)
        let first = code.pin(a, as: 0)
        let second = code.pin(a, as: 1)
        let fixed = code.pin(code.constant(0), as: 2)
        #expect(Set([a, first, second, fixed]).count == 4)
        let product = code.multiply(fixed, a)
        #expect(code.constantValue(product) == nil)
        let outputs = [code.add(first, second), product, first]
        let program = Program(
            code, stages: [outputs], inputs: [InputRange(0, 9, denominator: 1)], isOverridable: true)
        let machine = Machine(program)
        func numbers(_ lane: Int) -> [Number] { program.outputs[0].map { machine.number(at: $0, lane: lane) } }
        for lane in 0..<2 { _ = machine.set(input: 0, to: 4, lane: lane) }
        machine.override(pin: 1, with: .exact(Rational(1, 3)), lane: 1)
        machine.override(pin: 2, with: .exact(5), lane: 1)
        machine.run(lanes: 2)
        #expect(numbers(0) == exact(8, 0, 4))
        #expect(numbers(1) == exact(Rational(13, 3), 20, 4))
        machine.clearOverrides()
        machine.run(lanes: 2)
        #expect(numbers(1) == exact(8, 0, 4))
    }

    @Test func inputsOutsideTheirRangeAreRefused() {
        var code = Code()
        let slot = code.input(0)
        let program = Program(code, stages: [[slot]], inputs: [InputRange(-1, 1, denominator: 2)])
        let machine = Machine(program)
        for (value, isTaken) in [(1, true), (Rational(-1, 2), true), (Rational(3, 2), false), (Rational(1, 3), false)]
            as [(Rational, Bool)]
        {
            #expect(machine.set(input: 0, to: value, lane: 0) == isTaken)
        }
    }

    /// Stages compute what they are asked for and nothing of later ones.
    @Test func stages() {
        var code = Code()
        let (a, b) = (code.input(0), code.input(1))
        let sum = code.add(a, b)
        let product = code.multiply(sum, a)
        let range = InputRange(-9, 9, denominator: 1)
        let program = Program(code, stages: [[sum], [product, sum]], inputs: [range, range])
        #expect(program.stages.map(\.count) == [1, 1])
        let machine = Machine(program)
        _ = machine.set(input: 0, to: 2, lane: 0)
        _ = machine.set(input: 1, to: 3, lane: 0)
        machine.run(stage: 0, lanes: 1)
        #expect(machine.number(at: program.outputs[0][0], lane: 0) == .exact(5))
        machine.run(stage: 1, lanes: 1)
        #expect(program.outputs[1].map { machine.number(at: $0, lane: 0) } == exact(10, 5))
    }
}
