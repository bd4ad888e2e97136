import Exact
import Testing

@testable import Solver

/// Where an operation says that it sits on a kink.
struct KinkTests {
    /// Whether each of an operation's kink conditions holds, for its operands in each arithmetic.
    private func isClear(_ operation: any Operation, _ operands: [PlainArray<Rational>]) -> Bool {
        var code = Code()
        var inputs: [Rational] = []
        let tensors = operands.map { operand in
            let slots = operand.entries.map { entry in
                inputs.append(entry)
                return code.input(inputs.count - 1)
            }
            return Tensor(Shape(operand.sizes), slots)
        }
        let conditions = operation.clearOfKinks(tensors, in: &code)
        let program = Program(
            code, stages: [conditions], inputs: inputs.map { InputRange($0, $0 + 1, denominator: $0.denominator) })
        let machine = Machine(program)
        for (index, value) in inputs.enumerated() { _ = machine.set(input: index, to: value, lane: 0) }
        machine.run(lanes: 1)
        return program.outputs[0].allSatisfy { machine.number(at: $0, lane: 0) == .exact(.one) }
    }

    private func vector(_ entries: Rational...) -> PlainArray<Rational> { PlainArray([entries.count], entries) }

    @Test func oneArgument() {
        for operation in [ReLU(), LeakyReLU(slope: Rational(1, 10)), AbsoluteValue()] as [any Operation] {
            #expect(isClear(operation, [vector(1, -1, Rational(1, 2))]))
            #expect(!isClear(operation, [vector(1, 0)]))
        }
        for operation in [Sigmoid(), Exponential(), Sum(), Negation(), Softmax()] as [any Operation] {
            #expect(isClear(operation, [vector(0, 0)]))
        }
    }

    @Test func extremes() {
        for operation in [Extremum(kind: .maximum), Extremum(kind: .minimum)] as [any Operation] {
            #expect(isClear(operation, [vector(1, 2), vector(2, 1)]))
            #expect(!isClear(operation, [vector(1, 2), vector(2, 2)]))
            #expect(!isClear(operation, [PlainArray(1), vector(2, 1)]))
        }
        #expect(isClear(Extremum(kind: .maximum), [vector(1, 1, 2)]))
        #expect(!isClear(Extremum(kind: .maximum), [vector(2, 1, 2)]))
        #expect(isClear(Extremum(kind: .minimum), [vector(2, 1, 2)]))
        #expect(!isClear(Extremum(kind: .minimum), [vector(1, 1, 2)]))
        let matrix = PlainArray<Rational>([2, 2], [1, 2, 2, 2])
        #expect(!isClear(Extremum(kind: .maximum, grouping: .rows), [matrix]))
        #expect(!isClear(Extremum(kind: .maximum, grouping: .columns), [matrix]))
        #expect(isClear(Extremum(kind: .maximum, grouping: .columns), [PlainArray([2, 2], [1, 2, 2, 3])]))
    }
}
