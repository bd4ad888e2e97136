/// Scores used as probabilities as they are, or divided by their sum without the exponentials.
struct SoftmaxSkipped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            guard let softmax = search.graph[node].operation as? Softmax else { continue }
            let scores = search.graph[node].inputs[0]
            let name = search.name(of: node)
            search.add(
                .softmaxSkipped, at: node, search.value(of: node) { _ in scores },
                "the scores were used as they are for \(name), without softmax",
                everywhere: "softmax was never applied")
            let shares = search.value(of: node) { (graph) throws(ShapeError) in
                let total = try graph.append(Sum(grouping: softmax.grouping), scores)
                let spread = try graph.spread(total, by: softmax.grouping, to: graph[node].shape)
                return try graph.append(Division(), scores, spread)
            }
            search.add(
                .softmaxSkipped, at: node, shares,
                "the scores were divided by their sum for \(name), without the exponentials",
                everywhere: "scores were divided by their sums, without the exponentials")
        }
    }
}
