import Exact

/// A sum for a mean, or a mean that is divided twice.
struct BatchNotAveraged: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for average in search.averages {
            let name = search.name(of: average.node)
            let sum = search.value(of: average.node) { (graph) throws(ShapeError) in
                try summed(average, in: &graph)
            }
            let backward = search.site(average.node, operand: average.operand)
            let carried = backward.flatMap { site in
                search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try unaveraged(pull, through: average, in: &graph)
                }
            }
            let twice = backward.flatMap { site in
                search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.append(
                        Division(), try graph.copy(of: pull.value), try graph.constant(average.count))
                }
            }
            search.add(
                .batchNotAveraged, at: average.node, sum.map { $0 + (carried ?? []) },
                "\(name) was summed and not averaged", everywhere: "sums were taken for means")
            search.add(
                .batchNotAveraged, at: average.node, carried, "the derivative of \(name) was not averaged",
                everywhere: "no derivative of a mean was averaged")
            search.add(
                .batchNotAveraged, at: average.node, twice, "the derivative of \(name) was averaged twice",
                everywhere: "derivatives of means were averaged twice")
        }
    }

    private static func summed(_ average: MistakeSearch.Average, in graph: inout Graph) throws(ShapeError) -> NodeID {
        guard !average.isByHand, let (values, grouping) = average.summed else {
            return graph[average.node].inputs[average.operand]
        }
        return try graph.append(Sum(grouping: grouping), values)
    }

    private static func unaveraged(
        _ pull: Pull, through average: MistakeSearch.Average, in graph: inout Graph
    ) throws(ShapeError) -> NodeID {
        guard !average.isByHand, let (values, grouping) = average.summed else { return pull.upstream }
        return try graph.spread(pull.upstream, by: grouping, to: graph[values].shape)
    }
}
