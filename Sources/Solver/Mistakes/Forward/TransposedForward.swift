/// Rows and columns of a square weight matrix exchanged: z_i = Σ_j W_ji x_j.
struct TransposedForward: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.graph[node].operation is MatrixProduct {
            let inputs = search.graph[node].inputs
            for (operand, weights) in inputs.enumerated() where search.isSquare(weights) && search.isGiven(weights) {
                let edits = search.value(of: node) { (graph) throws(ShapeError) in
                    var others = inputs
                    others[operand] = try graph.append(Transpose(), weights)
                    return try graph.append(MatrixProduct(), others)
                }
                search.add(
                    .transposedForward, at: node, edits,
                    "rows and columns of \(search.valueName(of: weights)) were exchanged in \(search.name(of: node))",
                    everywhere: "rows and columns of the weights were exchanged")
            }
        }
    }
}

extension MistakeSearch {
    /// Whether a node is a matrix with as many rows as columns.
    func isSquare(_ node: NodeID) -> Bool {
        let sizes = graph[node].shape.dimensions
        return sizes.count == 2 && sizes[0] == sizes[1] && sizes[0] > 1
    }
}
