/// ReLU's derivative at the wrong layer's z: 1[z of another layer > 0].
struct MaskFromOtherLayer: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.isReLU(site.node) {
            let own = search.activationArgument(site.node)
            let others = search.forward.filter { search.isLayer($0) && $0 != own }
            let shape = search.graph[own].shape
            let next = others.first { $0 > site.node && search.graph[$0].shape == shape }
            let previous = others.last { $0 < own && search.graph[$0].shape == shape }
            for other in [next, previous].compactMap({ $0 }) {
                let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.append(
                        Multiplication(), pull.upstream, try graph.append(PositiveMask(), other))
                }
                search.add(
                    .maskFromOtherLayer, at: site.node, edits,
                    "the derivative of ReLU was taken at \(search.valueName(of: other)) and not at \(search.valueName(of: own))"
                )
            }
        }
    }
}
