import Exact

/// dŷ/dw given for dL/dw: what arrives from the loss was left out of the product.
struct UpstreamDropped: KnownMistake {
    /// A derivative that can be asked stays right: it is dropped on the way from there.
    static func find(in search: inout MistakeSearch) {
        for input in search.lossInputs {
            let edits: [Edit]?
            if let site = search.site(input.node, operand: 0), search.graph[input.node].operation is Quantity {
                edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.append(Constant(.one, shape: graph[pull.value].shape))
                }
            } else {
                edits = search.adjoints(of: input.node) { (graph, adjoint) throws(ShapeError) in
                    try graph.append(Constant(.one, shape: graph[adjoint.sum].shape))
                }
            }
            search.add(
                .upstreamDropped, at: input.node, edits,
                "\(search.derivativeName(input)) was left out of the product",
                everywhere: "what arrives from the loss was left out of the products")
        }
    }
}
