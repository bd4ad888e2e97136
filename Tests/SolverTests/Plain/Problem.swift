import Exact

@testable import Solver

/// Given numbers and equations, solved in either way.
struct Problem {
    /// In which arithmetic the solver is to work.
    enum Kind: CaseIterable { case scaled, fractions, real }

    var given: [(name: String, array: PlainArray<Rational>)] = []
    var definitions: [(name: String, text: String)] = []

    /// What each given number that may be an index can be.
    var indices: [String: [Int]] = [:]
    /// What each given number chooses among, from 0.
    var functions: [String: [String]] = [:]

    /// The names that a derivative can be taken by.
    var variables: [String] { names.filter { indices[$0] == nil && functions[$0] == nil }.sorted() }

    var names: Set<String> { Set(given.map(\.name) + definitions.map(\.name)) }

    /// Sets a given quantity; its sizes are those of the nesting.
    mutating func give(_ name: String, _ sizes: [Int], _ entries: [Rational]) {
        given.append((name, PlainArray(sizes, entries)))
    }

    /// Sets an index and what it can be.
    mutating func give(index name: String, _ value: Int, among numbers: [Int]) {
        give(name, [], [Rational(value)])
        indices[name] = numbers
    }

    /// Sets a function and what it can be.
    mutating func give(function name: String, _ place: Int, among names: [String]) {
        give(name, [], [Rational(place)])
        functions[name] = names
    }

    mutating func define(_ name: String, _ text: String) { definitions.append((name, text)) }

    func parsed(_ text: String) throws(ExpressionError) -> Expression {
        try Parser.expression(text, names: names)
    }

    /// The plain evaluation of the same problem.
    func plain<Element: PlainNumber>(_ type: Element.Type) throws -> PlainEvaluation<Element> {
        var arrays: [String: PlainArray<Element>] = [:]
        for (name, array) in given {
            arrays[name] = PlainArray(array.sizes, array.entries.map { Element(plain: $0) })
        }
        var expressions: [String: Expression] = [:]
        for (name, text) in definitions { expressions[name] = try parsed(text) }
        return PlainEvaluation(given: arrays, definitions: expressions, functions: functions)
    }

    /// The numbers of expressions as the plain evaluation finds them.
    func plainValues<Element: PlainNumber>(_ texts: [String], _ type: Element.Type) throws -> [PlainArray<Element>] {
        try texts.map { text in
            var evaluation = try plain(type)
            return try evaluation.value(of: try parsed(text))
        }
    }

    /// The problem as a graph. Real numbers come in by adding the hyperbolic tangent of a drawn 0.
    func elaborated(_ kind: Kind = .scaled) throws -> (elaboration: Elaboration, inputs: [Rational]) {
        var elaboration = Elaboration()
        var inputs: [Rational] = []
        if kind == .real {
            try elaboration.give("nought", Given(shape: .scalar, entries: [.drawn(0)]))
            inputs.append(.zero)
        }
        for (name, array) in given {
            let entries = array.entries.indices.map { GivenEntry.drawn(inputs.count + $0) }
            inputs += array.entries
            try elaboration.give(name, Given(shape: Shape(array.sizes), entries: entries))
            elaboration.wholeNumbers[name] = indices[name]
            if let choices = functions[name], let index = elaboration.quantities[name] {
                elaboration.drawnFunctions[name] = DrawnFunction(index: index, names: choices)
            }
            if kind == .real, variables.contains(name) {
                let text = "\(name) + tanh(nought)"
                try elaboration.define(name, as: try Parser.expression(text, names: ["nought", name]))
            }
        }
        for (name, text) in definitions { try elaboration.define(name, as: try parsed(text)) }
        return (elaboration, inputs)
    }

    /// The numbers of expressions as the solver finds them, each with its shape.
    func solved(_ texts: [String], _ kind: Kind = .scaled) throws -> [(shape: Shape, numbers: [Number])] {
        var (elaboration, inputs) = try elaborated(kind)
        let nodes = try texts.map { try elaboration.node(for: try parsed($0)) }
        var lowering = Lowering(elaboration.graph)
        let tensors = try lowering.lower(nodes)
        let ranges = inputs.map { value in
            kind == .fractions
                ? InputRange.any : InputRange(value - 2, value + 3, denominator: value.denominator)
        }
        let program = Program(lowering.code, stages: [tensors.flatMap(\.slots)], inputs: ranges)
        let machine = Machine(program)
        for (index, value) in inputs.enumerated() where !machine.set(input: index, to: value, lane: 1) {
            throw PlainError.tooLarge
        }
        machine.run(lanes: 2)
        var outputs = program.outputs[0].map { machine.number(at: $0, lane: 1) }[...]
        return tensors.map { tensor in
            defer { outputs = outputs.dropFirst(tensor.slots.count) }
            return (tensor.shape, Array(outputs.prefix(tensor.slots.count)))
        }
    }

    /// One scalar's number.
    func number(_ text: String, _ kind: Kind = .scaled) throws -> Number { try solved([text], kind)[0].numbers[0] }
}

/// Whether the solver's numbers are the plain evaluation's: equal where they are exact, else to a relative distance.
func agree<Element: PlainNumber>(
    _ numbers: [Number], _ plain: PlainArray<Element>, within tolerance: Double = 1e-9
) -> Bool {
    guard numbers.count == plain.entries.count else { return false }
    return zip(numbers, plain.entries).allSatisfy { number, entry in
        switch (number, entry) {
        case (.exact(let value), let entry as Rational): return value == entry
        default:
            let (a, b) = (number.double, (entry as? Rational)?.double ?? (entry as? Double) ?? .nan)
            return (a - b).magnitude <= tolerance * max(1, a.magnitude, b.magnitude)
        }
    }
}
