/// δ of a layer carried back with the weights of another.
struct WrongLayerWeights: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.graph[site.node].operation is MatrixProduct {
            let inputs = search.graph[site.node].inputs
            let weights = inputs[1 - site.operand]
            guard search.isGiven(weights), !search.isGiven(inputs[site.operand]) else { continue }
            for other in search.otherWeights(than: weights, operand: 1 - site.operand) {
                let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    var others = inputs
                    others[1 - site.operand] = other
                    return try graph.pull(pull, asIf: others)
                }
                let place = search.valueName(of: inputs[site.operand])
                search.add(
                    .wrongLayerWeights, at: site.node, edits,
                    "\(search.valueName(of: other)) stood in the place of \(search.valueName(of: weights)) on the way back to \(place)"
                )
            }
        }
    }
}

extension MistakeSearch {
    /// The given arrays of the same shape that other products have at the same side.
    fileprivate func otherWeights(than weights: NodeID, operand: Int) -> [NodeID] {
        var others: [NodeID] = []
        for node in forward where graph[node].operation is MatrixProduct {
            let input = graph[node].inputs[operand]
            if isGiven(input), graph[input].shape == graph[weights].shape,
                calculation(of: input) != calculation(of: weights), !others.contains(input)
            {
                others.append(input)
            }
        }
        return others
    }
}
