/// z used where h belongs: in dL/dW = δ hᵀ, or in the next layer.
struct PreForPost: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward
        where search.graph[node].operation is MatrixProduct || search.graph[node].operation is Multiplication {
            for (operand, value) in search.graph[node].inputs.enumerated() {
                let activation = search.calculation(of: value)
                guard search.activationName(activation) != nil else { continue }
                let argument = search.activationArgument(activation)
                find(at: node, operand, argument, &search)
            }
        }
    }

    private static func find(at node: NodeID, _ operand: Int, _ argument: NodeID, _ search: inout MistakeSearch) {
        var others = search.graph[node].inputs
        let value = others[operand]
        others[operand] = argument
        let (z, h) = (search.valueName(of: argument), search.valueName(of: value))
        if let site = search.site(node, operand: 1 - operand) {
            let edits = search.pulls(at: site) { (graph, pull) throws(ShapeError) in
                try graph.pull(pull, asIf: others)
            }
            let target = search.derivativeName(search.graph[node].inputs[1 - operand])
            search.add(
                .preForPost, at: node, edits, "\(z) was used for \(h) in \(target)",
                everywhere: "arguments of the activation were used for its values in the derivatives")
        }
        let edits = search.value(of: node) { (graph) throws(ShapeError) in
            try graph.append(graph[node].operation, others)
        }
        search.add(.preForPost, at: node, edits, "\(z) was used for \(h) in \(search.name(of: node))")
    }
}
