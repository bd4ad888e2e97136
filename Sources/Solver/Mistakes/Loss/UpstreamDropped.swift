import Exact

/// dŷ/dw given for dL/dw: what arrives from the loss was left out of the product.
struct UpstreamDropped: KnownMistake {
    /// The derivative itself stays right: it is dropped on the way from there.
    static func find(in search: inout MistakeSearch) {
        for node in search.lossInputs where search.graph[node].operation is Quantity {
            guard let site = search.site(node, operand: 0) else { continue }
            let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                try graph.append(Constant(.one, shape: graph[pull.value].shape))
            }
            search.add(
                .upstreamDropped, at: node, edits, "\(search.lossDerivativeName(node)) was left out of the product")
        }
    }
}
