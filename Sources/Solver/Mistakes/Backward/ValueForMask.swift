/// h or z in the place of ReLU's derivative.
struct ValueForMask: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.isReLU(site.node) {
            let input = search.activationArgument(site.node)
            for value in [site.node, input] {
                let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.append(Multiplication(), pull.upstream, value)
                }
                let what = value == input ? "arguments" : "values"
                search.add(
                    .valueForMask, at: site.node, edits,
                    "\(search.valueName(of: value)) stood in the place of ReLU's derivative \(search.activationPlace(site.node))",
                    everywhere: "ReLU's \(what) stood in the place of its derivative")
            }
        }
    }
}
