import Exact

/// A batch's variance divided by m − 1 for m.
struct VarianceByOneLess: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            guard let mean = search.graph[node].operation as? Mean else { continue }
            let squares = search.calculation(of: search.graph[node].inputs[0])
            guard search.isSquareOfDeviation(squares) else { continue }
            let edits = search.value(of: node) { (graph) throws(ShapeError) in
                let count = graph[squares].shape.count / graph[node].shape.count
                let sum = try graph.append(Sum(grouping: mean.grouping), graph[node].inputs[0])
                return try graph.append(Division(), sum, try graph.constant(Rational(count - 1)))
            }
            search.add(
                .varianceByOneLess, at: node, edits,
                "\(search.name(of: node)) was divided by one less than the number of examples",
                everywhere: "variances were divided by one less than the number of examples")
        }
    }
}

extension MistakeSearch {
    /// Whether a node squares differences from a mean.
    func isSquareOfDeviation(_ node: NodeID) -> Bool {
        guard isSquare(ofBase: node) else { return false }
        let base = calculation(of: graph[node].inputs[0])
        guard graph[base].operation is Subtraction else { return false }
        var subtrahend = calculation(of: graph[base].inputs[1])
        while graph[subtrahend].operation is Reshape || graph[subtrahend].operation is Spread
            || graph[subtrahend].operation is Transpose
        {
            subtrahend = calculation(of: graph[subtrahend].inputs[0])
        }
        return graph[subtrahend].operation is Mean
    }

    /// Whether a node raises its first input to the power 2.
    func isSquare(ofBase node: NodeID) -> Bool {
        graph[node].operation is Power && graph.constantValue(of: graph[node].inputs[1]) == Rational(2)
    }
}
