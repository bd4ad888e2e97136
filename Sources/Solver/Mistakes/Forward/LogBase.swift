import Exact

/// The logarithm to base 10 or 2 for the natural one.
struct LogBase: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        let logarithms = search.forward.filter {
            search.graph[$0].operation is Logarithm || search.graph[$0].operation is CrossEntropy
        }
        // Nobody takes two bases in one equation.
        let places = Dictionary(grouping: logarithms) { search.name(of: $0) }
        for (name, nodes) in places.sorted(by: { $0.value[0] < $1.value[0] }) {
            for base in [10, 2] {
                var edits: [Edit] = []
                for node in nodes {
                    let other = search.value(of: node) { (graph) throws(ShapeError) in
                        let factor = try graph.append(Logarithm(), try graph.constant(Rational(base)))
                        return try graph.append(Division(), try graph.copy(of: node), factor)
                    }
                    edits += other ?? []
                }
                search.add(
                    .logBase, at: nodes[0], edits,
                    "the logarithm to base \(base) was taken in \(name), not the natural one",
                    everywhere: "logarithms to base \(base) were taken, not natural ones")
            }
        }
    }
}
