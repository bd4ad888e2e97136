import Exact

@testable import Solver

/// The founding network, built from its equations, with all its numbers as inputs.
struct FoundingNetwork {
    var elaboration = Elaboration()
    /// One an input, in the order of the given quantities.
    var values: [Rational] = []

    static let given: [(name: String, shape: Shape, numbers: [Rational])] = [
        ("x", .vector(2), [2, 1]), ("W1", .matrix(3, 2), [0, 1, 1, 1, 1, 0]), ("b1", .vector(3), [-2, -1, 1]),
        ("W2", .matrix(3, 3), [0, 1, 2, 1, 1, 1, 2, -1, -1]), ("b2", .vector(3), [1, 1, 1]),
        ("W3", .matrix(1, 3), [-1, 1, -2]), ("y", .scalar, [Rational(3, 2)]),
    ]

    static let equations = [
        ("z1", "W1 @ x + b1"), ("h1", "relu(z1)"), ("z2", "W2 @ h1 + b2"), ("yhat", "W3 @ z2"),
        ("L", "(y - yhat)^2 / 2"),
    ]

    init(equations: [(String, String)] = FoundingNetwork.equations) throws {
        for (name, shape, numbers) in Self.given {
            let first = values.count
            let entries = numbers.indices.map { GivenEntry.drawn(first + $0) }
            try elaboration.give(name, Given(shape: shape, entries: entries))
            values += numbers
        }
        for (name, text) in equations { try define(name, text) }
    }

    mutating func define(_ name: String, _ text: String) throws {
        try elaboration.define(name, as: try Parser.expression(text, names: Set(elaboration.quantities.keys)))
    }

    mutating func node(_ text: String) throws -> NodeID {
        try elaboration.node(for: try Parser.expression(text, names: Set(elaboration.quantities.keys)))
    }

    /// The entries' numbers under edits, with pinned entries overridden, at the network's own numbers.
    func values(
        of nodes: [NodeID], under edits: [Edit] = [], pins: [Pin] = [], overriding: [Int: Number] = [:]
    ) throws -> [[Number]] {
        var lowering = Lowering(elaboration.graph, pins: pins)
        let tensors = try lowering.lower(nodes, under: edits)
        return run(lowering.code, tensors, overriding: overriding)
    }

    func run(_ code: Code, _ tensors: [Tensor], overriding: [Int: Number] = [:]) -> [[Number]] {
        let ranges = values.map { _ in InputRange(-4, 4, denominator: 2) }
        let program = Program(
            code, stages: [tensors.flatMap(\.slots)], inputs: ranges, isOverridable: !overriding.isEmpty)
        let machine = Machine(program)
        for (index, value) in values.enumerated() { _ = machine.set(input: index, to: value, lane: 3) }
        for (pin, number) in overriding { machine.override(pin: pin, with: number, lane: 3) }
        machine.run()
        var outputs = program.outputs[0].map { machine.number(at: $0, lane: 3) }[...]
        return tensors.map { tensor in
            defer { outputs = outputs.dropFirst(tensor.slots.count) }
            return Array(outputs.prefix(tensor.slots.count))
        }
    }
}

extension Rational: ExpressibleByIntegerLiteral {
    /// The whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}

/// Exact numbers of a tensor, written short.
func exact(_ numbers: Rational...) -> [Number] { numbers.map(Number.exact) }
