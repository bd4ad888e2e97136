/// A count of parameters without the bias: the 1 that is added to a filter's or unit's weights.
struct BiasPerFilter: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.graph[node].operation is Addition {
            let inputs = search.graph[node].inputs
            for (one, rest) in [(inputs[1], inputs[0]), (inputs[0], inputs[1])]
            where search.graph.constantValue(of: one) == .one {
                let isFactor = search.users(of: node).contains { search.graph[$0].operation is Multiplication }
                guard isFactor, search.isCount(rest) else { continue }
                search.add(
                    .biasPerFilter, at: node, search.value(of: node) { _ in rest },
                    "the biases were not counted in \(search.name(of: node))", everywhere: "no biases were counted")
            }
        }
    }
}

extension MistakeSearch {
    /// Whether a node is made of given numbers and constants by products.
    fileprivate func isCount(_ node: NodeID) -> Bool {
        if isGiven(node) || graph.constantValue(of: node) != nil { return true }
        switch graph[node].operation {
        case is Multiplication, is Quantity, is Power: return graph[node].inputs.allSatisfy { isCount($0) }
        default: return false
        }
    }
}
