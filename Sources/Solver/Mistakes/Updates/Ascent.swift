/// A step up the gradient: w + η g.
struct Ascent: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for step in search.updateSteps {
            let inputs = search.graph[step.node].inputs
            let edits = search.value(of: step.node) { (graph) throws(ShapeError) in
                try graph.append(Addition(), inputs)
            }
            search.add(
                .ascent, at: step.node, edits, "the step to \(search.name(of: step.new)) was added, not subtracted",
                everywhere: "steps were added, not subtracted")
        }
    }
}
