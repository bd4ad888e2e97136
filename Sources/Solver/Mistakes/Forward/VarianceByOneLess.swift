import Exact

/// A batch's variance divided by m − 1 for m.
struct VarianceByOneLess: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for average in search.averages {
            guard let (values, grouping) = average.summed else { continue }
            let node = average.node
            guard search.isSquareOfDeviation(search.calculation(of: values)) else { continue }
            let edits = search.value(of: node) { (graph) throws(ShapeError) in
                let sum = try graph.append(Sum(grouping: grouping), values)
                return try graph.append(Division(), sum, try graph.constant(average.count - .one))
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
}
