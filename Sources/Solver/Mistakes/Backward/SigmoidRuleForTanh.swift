import Exact

/// a (1 − a), or 1 − z², for the derivative of tanh.
struct SigmoidRuleForTanh: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where search.graph[site.node].operation is HyperbolicTangent {
            let input = search.graph[site.node].inputs[0]
            let (a, z) = (search.valueName(of: site.node), search.valueName(of: input))
            let sigmoid = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                let rest = try graph.append(Subtraction(), try graph.constant(.one), site.node)
                let slope = try graph.append(Multiplication(), site.node, rest)
                return try graph.append(Multiplication(), pull.upstream, slope)
            }
            search.add(
                .sigmoidRuleForTanh, at: site.node, sigmoid,
                "the derivative of tanh was taken as a(1 − a), with a = \(a)",
                everywhere: "the derivative of tanh was taken as a(1 − a)")
            let square = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                let power = try graph.append(Power(), input, try graph.constant(Rational(2)))
                let slope = try graph.append(Subtraction(), try graph.constant(.one), power)
                return try graph.append(Multiplication(), pull.upstream, slope)
            }
            search.add(
                .sigmoidRuleForTanh, at: site.node, square, "the derivative of tanh was taken as 1 − z², with z = \(z)",
                everywhere: "the derivative of tanh was taken as 1 − z²")
        }
    }
}
