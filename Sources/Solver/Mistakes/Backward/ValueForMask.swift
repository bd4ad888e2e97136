/// h or z in the place of ReLU's derivative.
struct ValueForMask: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.graph[site.node].operation is ReLU {
            let input = search.graph[site.node].inputs[0]
            for value in [site.node, input] {
                let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.append(Multiplication(), pull.upstream, value)
                }
                let what = value == input ? "arguments" : "values"
                search.add(
                    .valueForMask, at: site.node, edits,
                    "\(search.valueName(of: value)) stood in the place of ReLU's derivative at \(search.valueName(of: input))",
                    everywhere: "ReLU's \(what) stood in the place of its derivative")
            }
        }
    }
}
