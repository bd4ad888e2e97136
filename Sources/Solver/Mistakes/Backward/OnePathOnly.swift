/// The sum over all paths to a value reduced to one: dL/dh_j = w_1j δ_1.
struct OnePathOnly: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.graph[site.node].operation is MatrixProduct {
            let inputs = search.graph[site.node].inputs
            let (weights, value) = (inputs[1 - site.operand], inputs[site.operand])
            // Units are the weights' rows where these stand left, else their columns; of a batch, all examples lose paths.
            guard search.isGiven(weights), !search.isGiven(value), let units = search.units(of: site) else { continue }
            let target = search.valueName(of: value)
            for unit in 1...units {
                let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    let whole: [Subscript] = graph[pull.upstream].shape.rank == 1 ? [] : [.all]
                    let isLeft = site.operand == 1
                    let own = try graph.append(
                        Selection(isLeft ? [.index(unit), .all] : [.all, .index(unit)]), weights)
                    let arriving = try graph.append(
                        Selection(isLeft ? [.index(unit)] + whole : whole + [.index(unit)]), pull.upstream)
                    let column = isLeft ? own : arriving
                    let row = isLeft ? arriving : own
                    let product = try graph.append(
                        MatrixProduct(),
                        try graph.append(Reshape(to: .matrix(graph[column].shape.count, 1)), column),
                        try graph.append(Reshape(to: .matrix(1, graph[row].shape.count)), row))
                    return try graph.append(Reshape(to: graph[pull.value].shape), product)
                }
                search.add(
                    .onePathOnly, at: site.node, edits,
                    "only the path through \(search.unitName(unit, of: site)) was followed back to \(target)")
            }
        }
    }
}

extension MistakeSearch {
    /// How many units a layer has whose product a use goes into; nil for one.
    fileprivate func units(of site: PullSite) -> Int? {
        let shape = graph[site.node].shape
        guard let last = shape.dimensions.last, shape.rank <= 2 else { return nil }
        let count = site.operand == 1 ? shape.dimensions[0] : last
        return count > 1 ? count : nil
    }

    /// How a unit of a layer is called.
    fileprivate func unitName(_ unit: Int, of site: PullSite) -> String {
        let shape = graph[site.node].shape
        let kind = shape.rank == 1 || shape.isRowOrColumn ? "entry" : site.operand == 1 ? "row" : "column"
        return "\(kind) \(unit) of \(name(of: site.node))"
    }
}
