/// The way back taken with weights that were updated already.
struct UpdatedWeightsUsed: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for step in search.updateSteps {
            for site in search.sites
            where search.graph[site.node].operation is MatrixProduct
                || search.graph[site.node].operation is Multiplication
            {
                var others = search.graph[site.node].inputs
                guard others[1 - site.operand] == step.parameter else { continue }
                let isCircular = site.pulls.contains {
                    search.graph.isNeeded(search.graph[$0].value, for: step.new)
                }
                if isCircular { continue }
                let target = search.name(of: others[site.operand])
                others[1 - site.operand] = step.new
                let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.pull(pull, asIf: others)
                }
                search.add(
                    .updatedWeightsUsed, at: site.node, edits,
                    "the updated \(search.name(of: step.new)) was used on the way back to \(target)",
                    everywhere: "updated weights were used on the way back")
            }
        }
    }
}
