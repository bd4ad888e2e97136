/// The hidden layers' activation applied to a linear layer as well, or softmax applied twice.
struct ActivationAtOutput: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        guard let first = search.forward.first(where: { search.activationName($0) != nil }) else {
            return twice(&search)
        }
        let activation = search.graph[first]
        let operation: any Operation = search.isReLU(first) ? ReLU() : activation.operation
        let function = activation.inputs.dropFirst(activation.operation is DrawnCall ? 1 : activation.inputs.count)
        let name = search.activationName(first) ?? ""
        for node in search.forward where search.isLayer(node) && isLinear(node, search) {
            let linear = search.graph[node].inputs[0]
            let edits = search.value(of: linear) { (graph) throws(ShapeError) in
                try graph.append(operation, [try graph.copy(of: linear)] + function)
            }
            search.add(
                .activationAtOutput, at: node, edits,
                "\(name) was applied to \(search.name(of: node)), which is linear",
                everywhere: "\(name) was applied to linear layers")
        }
        twice(&search)
    }

    /// Whether no function is applied to a layer.
    private static func isLinear(_ node: NodeID, _ search: MistakeSearch) -> Bool {
        !search.users(of: node).contains { user in
            search.activationName(user) != nil || search.graph[user].operation is Softmax
                || search.isPick(user) && !isLinear(user, search)
        }
    }

    private static func twice(_ search: inout MistakeSearch) {
        for node in search.forward where search.graph[node].operation is Softmax {
            let edits = search.value(of: node) { (graph) throws(ShapeError) in
                try graph.append(graph[node].operation, try graph.copy(of: node))
            }
            search.add(.activationAtOutput, at: node, edits, "softmax was applied twice in \(search.name(of: node))")
        }
    }
}
