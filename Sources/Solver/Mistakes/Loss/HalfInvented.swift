/// The derivative of a square without its factor 2, where the loss has no ½: dL/dŷ = e.
struct HalfInvented: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.isSquare(ofBase: node) && !search.isHalved(node) {
            guard let site = search.site(node, operand: 0) else { continue }
            let base = search.graph[node].inputs[0]
            let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                try graph.product(pull.upstream, base, as: graph[base].shape)
            }
            search.add(
                .halfInvented, at: node, edits,
                "the 2 of the square in \(search.name(of: node)) was not used in the derivative",
                everywhere: "the 2 of the squares was not used in the derivatives")
        }
    }
}
