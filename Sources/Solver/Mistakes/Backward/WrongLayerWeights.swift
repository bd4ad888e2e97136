/// δ of a layer carried back with the weights of another.
struct WrongLayerWeights: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.isProductOfLayer(site) {
            let inputs = search.graph[site.node].inputs
            let weights = inputs[1 - site.operand]
            guard search.isGiven(weights), !search.isGiven(inputs[site.operand]) else { continue }
            for other in search.otherWeights(than: weights, at: site) {
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
    /// Whether weights multiply a value at a use: in a product of matrices, or in w · h with numbers.
    fileprivate func isProductOfLayer(_ site: PullSite) -> Bool {
        let inputs = graph[site.node].inputs
        switch graph[site.node].operation {
        case is MatrixProduct: return true
        case is Multiplication:
            return site.operand == 1 && graph[inputs[0]].operation is Quantity && graph[inputs[0]].shape.isScalar
                && activationName(calculation(of: inputs[1])) != nil
        default: return false
        }
    }

    /// The given arrays of the same shape that other products have at the same side.
    fileprivate func otherWeights(than weights: NodeID, at site: PullSite) -> [NodeID] {
        let isMatrix = graph[site.node].operation is MatrixProduct
        var others: [NodeID] = []
        for node in forward
        where isMatrix ? graph[node].operation is MatrixProduct : graph[node].operation is Multiplication {
            let input = graph[node].inputs[1 - site.operand]
            if isGiven(input), graph[input].shape == graph[weights].shape,
                calculation(of: input) != calculation(of: weights), isMatrix || graph[input].operation is Quantity,
                !others.contains(input)
            {
                others.append(input)
            }
        }
        return others
    }
}
