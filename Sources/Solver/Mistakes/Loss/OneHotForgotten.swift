import Exact

/// p for p − t behind softmax or sigmoid and cross-entropy, or the 1 taken off at the neighbouring class.
struct OneHotForgotten: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for loss in search.classLosses {
            let shape = search.graph[loss.probabilities].shape
            // Several sigmoids may be averaged before they are compared.
            let isSoftmax = search.graph[search.calculation(of: loss.probabilities)].operation is Softmax
            guard isSoftmax || shape.isScalar else { continue }
            let name = search.derivativeName(MistakeSearch.LossInput(node: loss.scores, loss: loss.node))
            let isNamed = !loss.isPick && search.hasName(loss.target)
            let target = isNamed ? search.valueName(of: loss.target) : "the target"
            search.add(
                .oneHotForgotten, at: loss.node, edits(loss, in: &search) { _, _ in nil },
                "\(target) was not subtracted in \(name)")
            guard shape.rank == 1 else { continue }
            for (step, place) in [(1, "before"), (shape.count - 1, "behind")] {
                let order = (0..<shape.count).map { ($0 + step) % shape.count }
                let shifted = edits(loss, in: &search) { (graph, targets) throws(ShapeError) in
                    try graph.rearranged(targets, order)
                }
                search.add(
                    .oneHotForgotten, at: loss.node, shifted,
                    "the 1 was subtracted at the class \(place) the right one in \(name)")
            }
        }
    }

    /// Probabilities less other targets for the derivative by the scores, times what arrives at the loss.
    private static func edits(
        _ loss: MistakeSearch.ClassLoss, in search: inout MistakeSearch,
        _ other: (inout Graph, NodeID) throws(ShapeError) -> NodeID?
    ) -> [Edit]? {
        let arriving = search.adjoints.map { search.graph[$0] }.filter { $0.withRespectTo == loss.node }
        return search.adjoints(of: loss.scores) { (graph, adjoint) throws(ShapeError) in
            guard let upstream = arriving.first(where: { $0.of == adjoint.of })?.sum else { return nil }
            let targets =
                loss.isPick
                ? try graph[loss.target].operation.pull(
                    operand: 0, upstream: try graph.constant(.one), at: loss.target, in: &graph) : loss.target
            var delta = loss.probabilities
            if let other = try other(&graph, targets) { delta = try graph.append(Subtraction(), delta, other) }
            return try graph.append(Multiplication(), upstream, delta)
        }
    }
}
