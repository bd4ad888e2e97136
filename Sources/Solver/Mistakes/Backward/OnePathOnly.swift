/// The sum over all paths to a value reduced to one: dL/dh_j = w_1j δ_1.
struct OnePathOnly: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where site.operand == 1 && search.graph[site.node].operation is MatrixProduct {
            let inputs = search.graph[site.node].inputs
            let rows = search.graph[site.node].shape
            guard rows.rank == 1, rows.count > 1, !search.isGiven(inputs[1]) else { continue }
            let target = search.valueName(of: inputs[1])
            for row in 1...rows.count {
                let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    let weights = try graph.append(Selection([.index(row), .all]), inputs[0])
                    let arriving = try graph.append(Selection([.index(row)]), pull.upstream)
                    let product = try graph.append(Multiplication(), arriving, weights)
                    return try graph.append(Reshape(to: graph[pull.value].shape), product)
                }
                search.add(
                    .onePathOnly, at: site.node, edits,
                    "only the path through entry \(row) of \(search.name(of: site.node)) was followed back to \(target)"
                )
            }
        }
    }
}
