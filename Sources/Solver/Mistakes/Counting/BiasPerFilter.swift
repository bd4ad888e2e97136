/// A count of parameters without the biases: the 1 that is added to a filter's or unit's weights, or k added to k filters'.
struct BiasPerFilter: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        // What counts is not differentiated.
        guard search.adjoints.isEmpty else { return }
        for node in search.forward where search.graph[node].operation is Addition {
            let inputs = search.graph[node].inputs
            let isFactor = search.users(of: node).contains { search.graph[$0].operation is Multiplication }
            for (biases, weights) in [(inputs[1], inputs[0]), (inputs[0], inputs[1])] {
                guard let factors = search.factors(ofCount: weights) else { continue }
                let isOneEach = search.graph.constantValue(of: biases) == .one && isFactor
                guard isOneEach || search.isGiven(biases) && factors.contains(biases) else { continue }
                search.add(
                    .biasPerFilter, at: node, search.value(of: node) { _ in weights },
                    "the biases were not counted in \(search.name(of: node))", everywhere: "no biases were counted")
            }
        }
    }
}

extension MistakeSearch {
    /// What a product of numbers is made of; nil for a product with arrays.
    fileprivate func factors(ofCount node: NodeID) -> [NodeID]? {
        guard graph[node].shape.isScalar, !isBehindDerivative(node) else { return nil }
        guard graph[node].operation is Multiplication else { return [node] }
        let inputs = graph[node].inputs
        guard let left = factors(ofCount: inputs[0]), let right = factors(ofCount: inputs[1]) else { return nil }
        return left + right
    }
}
