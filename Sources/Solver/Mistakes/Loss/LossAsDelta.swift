/// The loss itself taken for its derivative: dL/dŷ = L.
struct LossAsDelta: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.lossInputs {
            let name = search.lossDerivativeName(node)
            let edits = search.adjoints(of: node) { (graph, adjoint) throws(ShapeError) in
                try graph.append(Spread(to: graph[node].shape), adjoint.of)
            }
            search.add(.lossAsDelta, at: node, edits, "the loss itself was taken for \(name)")
        }
    }
}
