import Exact

/// Turns expressions into nodes of a graph.
package struct Elaboration {
    /// Grows with each expression.
    package var graph: Graph
    /// The node of each name that may be mentioned so far.
    package var quantities: [String: NodeID]
    /// By name of a given scalar that is a whole number on each sheet, all that it can be, in order; it may be an index.
    package var wholeNumbers: [String: [Int]] = [:]
    /// The functions that a sheet's number chooses, by name.
    package var drawnFunctions: [String: DrawnFunction] = [:]
    /// The node of each name that was used as an index.
    package internal(set) var indices: [String: NodeID] = [:]
    /// Finds a name to offer instead of an unknown one.
    let nearest: @Sendable (String, [String]) -> String?

    /// Starts from a graph and the names in it.
    package init(
        graph: Graph = Graph(), quantities: [String: NodeID] = [:],
        nearest: @escaping @Sendable (String, [String]) -> String? = { _, _ in nil }
    ) {
        self.graph = graph
        self.quantities = quantities
        self.nearest = nearest
    }

    /// Gives a name to an expression's value.
    package mutating func define(_ name: String, as expression: Expression) throws(ExpressionError) {
        let value = try node(for: expression)
        quantities[name] = try append(Quantity(name), [value], at: expression.range)
    }

    /// Gives a name to numbers that the problem starts from.
    package mutating func give(_ name: String, _ given: Given) throws(ShapeError) {
        quantities[name] = try graph.append(Quantity(name), graph.append(given))
    }

    /// The node that computes an expression.
    package mutating func node(for expression: Expression) throws(ExpressionError) -> NodeID {
        let range = expression.range
        switch expression.kind {
        case .number(let value):
            return try append(Constant(value), [], at: range)
        case .name(let name):
            return try quantity(name, at: range)
        case .derivative(let numerator, let denominator):
            return try derivative(of: numerator, by: denominator, at: range)
        case .negation(let operand):
            return try append(Negation(), [try node(for: operand)], at: range)
        case .binary(let sign, let left, let right):
            return try append(sign.operation, [try node(for: left), try node(for: right)], at: range)
        case .comparison(let operands, let relations):
            return try comparison(operands, relations, at: range)
        case .call(let name, let arguments, let options):
            return try call(name, arguments, options, at: range)
        case .selection(let base, let subscripts):
            let array = try node(for: base)
            if subscripts.contains(where: \.isDrawn) { return try drawnSelection(subscripts, of: array, at: range) }
            return try append(Selection(subscripts), [array], at: range)
        case .transpose(let operand):
            return try append(Transpose(), [try node(for: operand)], at: range)
        case .substitution(let base, let replacements):
            return try substituted(base, replacements)
        }
    }

    mutating func append(
        _ operation: any Operation, _ inputs: [NodeID], at range: TextRange
    ) throws(ExpressionError) -> NodeID {
        do throws(ShapeError) {
            return try graph.append(operation, inputs)
        } catch {
            throw ExpressionError(error.message, at: range)
        }
    }

    func quantity(_ name: String, at range: TextRange) throws(ExpressionError) -> NodeID {
        if drawnFunctions[name] != nil {
            throw ExpressionError("'\(name)' is a function; write what it is applied to, as in \(name)(z)", at: range)
        }
        if let node = quantities[name] { return node }
        throw unknown("there is no quantity '\(name)'", name, among: quantities.keys.sorted(), at: range)
    }

    func unknown(_ message: String, _ name: String, among names: [String], at range: TextRange)
        -> ExpressionError
    {
        let offer = nearest(name, names).map { "; did you mean '\($0)'?" } ?? ""
        return ExpressionError(message + offer, at: range)
    }

    private mutating func comparison(
        _ operands: [Expression], _ relations: [Comparison.Relation], at range: TextRange
    ) throws(ExpressionError) -> NodeID {
        var nodes: [NodeID] = []
        for operand in operands { nodes.append(try node(for: operand)) }
        var whole: NodeID?
        for (index, relation) in relations.enumerated() {
            let link = try append(Comparison(relation), [nodes[index], nodes[index + 1]], at: range)
            whole =
                try whole.map { before throws(ExpressionError) in
                    try append(Conjunction(), [before, link], at: range)
                } ?? link
        }
        return whole ?? nodes[0]
    }

    private mutating func call(
        _ name: String, _ arguments: [Expression], _ options: [Expression.Option], at range: TextRange
    ) throws(ExpressionError) -> NodeID {
        if let drawn = drawnFunctions[name] {
            return try drawnCall(drawn, name, arguments, options, at: range)
        }
        guard let function = Function.named(name) else {
            if name == "d" {
                throw ExpressionError("name a derivative first (g: dL/dw), then differentiate it (dg/dw)", at: range)
            }
            if let synonym = Self.synonyms[name] {
                throw ExpressionError("there is no function '\(name)'; write \(synonym)", at: range)
            }
            throw unknown(
                "there is no function '\(name)'", name, among: Function.all.map(\.name) + drawnFunctions.keys.sorted(),
                at: range)
        }
        let operation = try operation(of: function, arguments, options, at: range)
        var inputs: [NodeID] = []
        for argument in arguments.dropLast(function.literals) { inputs.append(try node(for: argument)) }
        return try append(operation, inputs, at: range)
    }

    /// What a function does with arguments and options; its last arguments may be fixed numbers.
    func operation(
        of function: Function, _ arguments: [Expression], _ options: [Expression.Option], at range: TextRange
    ) throws(ExpressionError) -> any Operation {
        let count = arguments.count - function.literals
        guard function.arity.contains(count) else {
            throw ExpressionError("\(function.name) is written \(function.usage)", at: range)
        }
        let values = try optionValues(options, of: function)
        var literals: [Rational] = []
        for argument in arguments.suffix(function.literals) {
            guard let literal = argument.constantValue, !literal.isUndefined else {
                throw ExpressionError(
                    "expected a fixed number here: \(function.name) is written \(function.usage)", at: argument.range)
            }
            literals.append(literal)
        }
        do throws(CallError) {
            return try function.operation(Call(count: count, literals: literals, options: values))
        } catch {
            throw ExpressionError(error.message, at: options.first { $0.name == error.option }?.range ?? range)
        }
    }

    private func optionValues(
        _ options: [Expression.Option], of function: Function
    ) throws(ExpressionError) -> [String: OptionValue] {
        var values: [String: OptionValue] = [:]
        for option in options {
            guard function.options.contains(option.name) else {
                throw unknown(
                    "\(function.name) takes no '\(option.name)='; it is written \(function.usage)", option.name,
                    among: function.options, at: option.range)
            }
            guard values[option.name] == nil else {
                throw ExpressionError("'\(option.name)=' is there twice", at: option.range)
            }
            if case .name(let word) = option.value.kind {
                values[option.name] = .word(word)
            } else if let number = option.value.constantValue, !number.isUndefined {
                values[option.name] = .number(number)
            } else {
                throw ExpressionError("'\(option.name)=' takes a word or a fixed number", at: option.value.range)
            }
        }
        return values
    }

    private static let synonyms = [
        "log": "ln(x), the natural logarithm", "ReLU": "relu(z)", "transpose": "X.T", "dot": "u @ v",
        "matmul": "A @ B", "norm": "sqrt(sum(v^2))", "pow": "a ^ b", "σ": "sigmoid(z)", "avg": "mean(X)",
        "argmin": "argmax(-x)", "var": "mean((x - mean(x))^2)", "std": "sqrt(mean((x - mean(x))^2))",
    ]
}
