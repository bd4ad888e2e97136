import Exact

/// A sum for a mean, or a mean that is divided twice.
struct BatchNotAveraged: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            guard let mean = search.graph[node].operation as? Mean else { continue }
            let input = search.graph[node].inputs[0]
            let count = search.graph[input].shape.count / search.graph[node].shape.count
            let name = search.name(of: node)
            let sum = search.value(of: node) { (graph) throws(ShapeError) in
                try graph.append(Sum(grouping: mean.grouping), input)
            }
            let backward = search.site(node, operand: 0)
            let carried = backward.flatMap { site in
                search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.spread(pull.upstream, by: mean.grouping, to: graph[input].shape)
                }
            }
            if let sum, let carried {
                search.add(.batchNotAveraged, at: node, sum + carried, "\(name) was summed and not averaged")
            } else {
                search.add(.batchNotAveraged, at: node, sum, "\(name) was summed and not averaged")
            }
            search.add(.batchNotAveraged, at: node, carried, "the derivative of \(name) was not averaged")
            let twice = backward.flatMap { site in
                search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                    try graph.append(
                        Division(), try graph.copy(of: pull.value), try graph.constant(Rational(count)))
                }
            }
            search.add(.batchNotAveraged, at: node, twice, "the derivative of \(name) was averaged twice")
        }
    }
}
