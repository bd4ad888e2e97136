import Exact

/// p for p − t behind softmax and cross-entropy, or the 1 taken off at the neighbouring class.
struct OneHotForgotten: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.graph[node].operation is CrossEntropy {
            let inputs = search.graph[node].inputs
            let softmax = search.calculation(of: inputs[0])
            guard search.graph[softmax].operation is Softmax, let site = search.site(node, operand: 0) else { continue }
            let scores = search.graph[softmax].inputs[0]
            let arriving = site.pulls.map { search.graph[$0].upstream }
            let name = search.derivativeName(scores)
            func edits(_ target: (inout Graph) throws(ShapeError) -> NodeID?) -> [Edit]? {
                search.adjoints(of: scores) { (graph, adjoint) throws(ShapeError) in
                    guard let upstream = arriving.first(where: { graph.isNeeded($0, for: adjoint.sum) }) else {
                        return nil
                    }
                    var delta = inputs[0]
                    if let target = try target(&graph) { delta = try graph.append(Subtraction(), delta, target) }
                    return try graph.append(Multiplication(), upstream, delta)
                }
            }
            search.add(
                .oneHotForgotten, at: node, edits { _ in nil },
                "\(search.valueName(of: inputs[1])) was not subtracted in \(name)")
            let count = search.graph[inputs[1]].shape.count
            guard search.graph[inputs[1]].shape.rank == 1 else { continue }
            for (step, place) in [(1, "before"), (count - 1, "behind")] {
                let order = (0..<count).map { ($0 + step) % count }
                let shifted = edits { (graph) throws(ShapeError) in try graph.rearranged(inputs[1], order) }
                search.add(
                    .oneHotForgotten, at: node, shifted,
                    "the 1 was subtracted at the class \(place) the right one in \(name)")
            }
        }
    }
}
