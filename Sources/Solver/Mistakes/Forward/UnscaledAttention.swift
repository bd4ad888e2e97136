/// Scores that are not divided by √d before softmax, or are divided by d.
struct UnscaledAttention: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for softmax in search.forward where search.graph[softmax].operation is Softmax {
            let node = search.calculation(of: search.graph[softmax].inputs[0])
            guard search.graph[node].operation is Division else { continue }
            let inputs = search.graph[node].inputs
            let root = search.calculation(of: inputs[1])
            guard search.graph[root].operation is SquareRoot || search.isGiven(inputs[1]) else { continue }
            let name = search.name(of: node)
            search.add(
                .unscaledAttention, at: node, search.value(of: node) { _ in inputs[0] },
                "the scores \(name) were not divided by √d", everywhere: "scores were not divided by √d")
            guard search.graph[root].operation is SquareRoot else { continue }
            let size = search.graph[root].inputs[0]
            let edits = search.value(of: node) { (graph) throws(ShapeError) in
                try graph.append(Division(), inputs[0], size)
            }
            search.add(
                .unscaledAttention, at: node, edits, "the scores \(name) were divided by d, not by √d",
                everywhere: "scores were divided by d, not by √d")
        }
    }
}
