import Exact

/// The derivative of a square without its factor 2, where the loss has no ½: dL/dŷ = e.
struct HalfInvented: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.isSquare(ofBase: node) && !search.isHalved(node) {
            var edits: [Edit] = []
            for site in search.sites where site.node == node {
                let halves = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.append(Division(), try graph.copy(of: pull.value), try graph.constant(Rational(2)))
                }
                edits += halves ?? []
            }
            search.add(
                .halfInvented, at: node, edits,
                "the 2 of the square in \(search.name(of: node)) was not used in the derivative",
                everywhere: "the 2 of the squares was not used in the derivatives")
        }
    }
}
