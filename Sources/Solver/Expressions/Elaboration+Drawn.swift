extension Elaboration {
    /// The node of `X[i,:]`, where some indices are given numbers.
    mutating func drawnSelection(
        _ subscripts: [Subscript], of array: NodeID, at range: TextRange
    ) throws(ExpressionError) -> NodeID {
        var inputs = [array]
        var numbers: [[Int]] = []
        for case .drawn(let name) in subscripts {
            inputs.append(try index(name, at: range))
            numbers.append(wholeNumbers[name] ?? [])
        }
        return try append(DrawnSelection(DrawnPlaces(subscripts, numbers)), inputs, at: range)
    }

    /// The node of a given number as an index.
    private mutating func index(_ name: String, at range: TextRange) throws(ExpressionError) -> NodeID {
        if let known = indices[name] { return known }
        let quantity = try quantity(name, at: range)
        guard let numbers = wholeNumbers[name], !numbers.isEmpty else {
            throw ExpressionError(
                "'\(name)' cannot be an index: an index is a whole number from 1, or a given scalar that is one on"
                    + " each sheet", at: range)
        }
        let index = try append(DrawnIndex(), [quantity], at: range)
        indices[name] = index
        return index
    }

    /// The node of `act(z)`, where a sheet's number chooses the function.
    ///
    /// An option goes to each function that takes it.
    mutating func drawnCall(
        _ drawn: DrawnFunction, _ name: String, _ arguments: [Expression], _ options: [Expression.Option],
        at range: TextRange
    ) throws(ExpressionError) -> NodeID {
        let functions = drawn.names.compactMap(Function.named)
        for option in options where !functions.contains(where: { $0.options.contains(option.name) }) {
            throw unknown(
                "none of the functions that '\(name)' can be takes '\(option.name)='", option.name,
                among: functions.flatMap(\.options), at: option.range)
        }
        var operations: [any Operation] = []
        for function in functions {
            guard function.literals == 0, function.arity.contains(arguments.count) else {
                throw ExpressionError(
                    "'\(name)' can be \(function.name), which is written \(function.usage)", at: range)
            }
            let own = options.filter { function.options.contains($0.name) }
            operations.append(try operation(of: function, arguments, own, at: range))
        }
        var inputs: [NodeID] = []
        for argument in arguments { inputs.append(try node(for: argument)) }
        let call = DrawnCall(names: functions.map(\.name), operations: operations, argumentCount: inputs.count)
        return try append(call, inputs + [drawn.index], at: range)
    }
}
