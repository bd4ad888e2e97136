import Exact

/// The logarithm to base 10 or 2 for the natural one.
struct LogBase: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward
        where search.graph[node].operation is Logarithm || search.graph[node].operation is CrossEntropy {
            for base in [10, 2] {
                let edits = search.value(of: node) { (graph) throws(ShapeError) in
                    let factor = try graph.append(Logarithm(), try graph.constant(Rational(base)))
                    return try graph.append(Division(), try graph.copy(of: node), factor)
                }
                search.add(
                    .logBase, at: node, edits,
                    "the logarithm to base \(base) was taken in \(search.name(of: node)), not the natural one",
                    everywhere: "logarithms to base \(base) were taken, not natural ones")
            }
        }
    }
}
