/// An activation's derivative taken at its value: σ'(a) for σ'(z).
struct DerivativeAtActivation: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites {
            let operation = search.graph[site.node].operation
            guard operation is Sigmoid || operation is HyperbolicTangent else { continue }
            let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                try graph.pull(pull, asIf: [site.node])
            }
            let name = search.activationName(site.node) ?? ""
            search.add(
                .derivativeAtActivation, at: site.node, edits,
                "the derivative of \(name) was taken at \(search.valueName(of: site.node)) and not at"
                    + " \(search.valueName(of: search.graph[site.node].inputs[0]))",
                everywhere: "the derivative of \(name) was taken at its values")
        }
    }
}
