/// W δ for Wᵀ δ, where W is square.
struct TransposeDropped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.graph[site.node].operation is MatrixProduct {
            let inputs = search.graph[site.node].inputs
            let weights = inputs[1 - site.operand]
            guard search.isSquare(weights) else { continue }
            let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                var others = inputs
                others[1 - site.operand] = try graph.append(Transpose(), weights)
                return try graph.pull(pull, asIf: others)
            }
            search.add(
                .transposeDropped, at: site.node, edits,
                "\(search.valueName(of: weights)) was not transposed on the way back to \(search.valueName(of: inputs[site.operand]))",
                everywhere: "the weights were not transposed on the way back")
        }
    }
}
