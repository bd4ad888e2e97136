import Exact

/// Scores that are not divided by √d before softmax, or are divided by d.
struct UnscaledAttention: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for softmax in search.forward where search.graph[softmax].operation is Softmax {
            let node = search.calculation(of: search.graph[softmax].inputs[0])
            guard let (scores, size) = search.scaledScores(node) else { continue }
            let name =
                search.hasName(node) ? "the scores \(search.name(of: node))" : "the scores in \(search.name(of: node))"
            search.add(
                .unscaledAttention, at: node, search.value(of: node) { _ in scores },
                "\(name) were not divided by √d", everywhere: "scores were not divided by √d")
            guard let size else { continue }
            let edits = search.value(of: node) { (graph) throws(ShapeError) in
                let divisor = if let node = size.node { node } else { try graph.constant(size.number) }
                return try graph.append(Division(), scores, divisor)
            }
            search.add(
                .unscaledAttention, at: node, edits, "\(name) were divided by d, not by √d",
                everywhere: "scores were divided by d, not by √d")
        }
    }
}

extension MistakeSearch {
    /// What a node divides by √d, and d as a node or a number if it is known; nil where nothing is divided.
    ///
    /// A number counts as √d if its square is the length of the vectors that the scores multiply.
    fileprivate func scaledScores(_ node: NodeID) -> (scores: NodeID, size: (node: NodeID?, number: Rational)?)? {
        guard graph[node].operation is Division else { return nil }
        let inputs = graph[node].inputs
        let root = calculation(of: inputs[1])
        if graph[root].operation is SquareRoot { return (inputs[0], (graph[root].inputs[0], .zero)) }
        if isGiven(inputs[1]) { return (inputs[0], nil) }
        let product = graph[calculation(of: inputs[0])]
        guard let number = graph.constantValue(of: inputs[1]), product.operation is MatrixProduct,
            let length = graph[product.inputs[0]].shape.dimensions.last, number * number == Rational(length)
        else { return nil }
        return (inputs[0], (nil, Rational(length)))
    }
}
