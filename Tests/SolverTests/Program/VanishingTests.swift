import Exact
import Testing

@testable import Solver

/// A 0 because something is switched off is told from a 0 by chance.
struct VanishingTests {
    /// Whether each entry is 0 by being switched off, in the founding network.
    private func vanishing(_ texts: [String]) throws -> [[Bool]] {
        var network = try FoundingNetwork()
        let nodes = try texts.map { try network.node($0) }
        var lowering = Lowering(network.elaboration.graph)
        let tensors = try lowering.lower(nodes)
        let marks = tensors.map { tensor in
            Tensor(tensor.shape, tensor.slots.map { slot in lowering.extend { $0.vanishing(slot) } })
        }
        return network.run(lowering.code, marks).map { $0.map { $0 == .exact(1) } }
    }

    @Test(arguments: [
        ("h1", [true, false, false]), ("z1", [false, false, false]), ("yhat", [false]),
        ("dL/dh1", [false, false, false]),
        ("dL/dW1", [true, true, false, false, false, false]), ("dL/db1", [true, false, false]),
        ("dL/dW2[:,1]", [true, true, true]), ("dL/dW2[:,2]", [false, false, false]), ("dL/dW3", [false, false, false]),
        ("h1[1] * h1[2]", [true]), ("h1[1] + h1[2]", [false]), ("h1[1] * 3 - h1[1]", [true]), ("-h1[1] / 2", [true]),
        ("W1[1,1] * x[1]", [false]), ("W2[1,1] * h1[2]", [false]), ("W2[1,1] * h1[1]", [true]),
        ("W1[1,1]", [false]), ("x[1] - 2", [false]), ("where(x[1] < 0, y, h1[1])", [true]),
        ("where(x[1] > 0, y, h1[1])", [false]), ("(x < 0) * y", [true, true]), ("(x > 0) * y", [false, false]),
        ("(0 < x < 2) * y", [true, false]), ("count(x < 0)", [true]), ("any(x < 0) * y", [true]),
        ("all(x > 1) * y", [true]), ("all(x > 0) * y", [false]), ("relu(-x)", [true, true]),
        ("leaky_relu(h1)[1]", [true]),
        ("max(x[1] - 2, h1[1])", [false]), ("0 * y", [true]), ("abs(h1)", [true, false, false]),
        ("min(x[2] - 1, 4)", [false]), ("max(x[2] - 1, 0 - x[2])", [false]),
    ])
    func marks(_ text: String, _ expected: [Bool]) throws {
        #expect(try vanishing([text]) == [expected])
    }

    /// What vanishes is 0.
    @Test func whatVanishesIsZero() {
        for seed in 0..<150 {
            var random = RandomCode(seed: 3000 + seed, inputs: 2, count: 12)
            let marks = random.slots.map { random.code.vanishing($0) }
            let range = InputRange(-2, 2, denominator: 1)
            let program = Program(random.code, stages: [marks], inputs: [range, range])
            let machine = Machine(program)
            for a in -2...2 {
                for b in -2...2 {
                    _ = machine.set(input: 0, to: Rational(a), lane: 0)
                    _ = machine.set(input: 1, to: Rational(b), lane: 0)
                    machine.run(lanes: 1)
                    let numbers = random.numbers([Rational(a), Rational(b)])
                    for (step, location) in program.outputs[0].enumerated() where !numbers[step].isUndefined {
                        if machine.number(at: location, lane: 0) == .exact(1) {
                            #expect(numbers[step] == 0, "seed \(3000 + seed), (\(a), \(b)), step \(step)")
                        }
                    }
                }
            }
        }
    }

    @Test func nonzeroUnlessVanishing() throws {
        var network = try FoundingNetwork()
        let node = try network.node("h1")
        let chance = try network.node("x - 2")
        var lowering = Lowering(network.elaboration.graph)
        let tensors = try lowering.lower([node, chance])
        let marks = tensors.map { tensor in
            Tensor(tensor.shape, tensor.slots.map { slot in lowering.extend { $0.nonzeroUnlessVanishing(slot) } })
        }
        #expect(network.run(lowering.code, marks) == [exact(1, 1, 1), exact(0, 1)])
    }
}
