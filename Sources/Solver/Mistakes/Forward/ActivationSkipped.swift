/// An activation left out: h = z.
struct ActivationSkipped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            guard let name = search.activationName(node) else { continue }
            let input = search.graph[node].inputs[0]
            search.add(
                .activationSkipped, at: node, search.value(of: node) { _ in input },
                "\(name) was not applied to \(search.valueName(of: input))", everywhere: "\(name) was never applied")
        }
    }
}

extension MistakeSearch {
    /// How the activation function that a node applies is called; nil where it applies none.
    func activationName(_ node: NodeID) -> String? { Self.activationName(graph[node].operation) }

    private static func activationName(_ operation: any Operation) -> String? {
        switch operation {
        case is ReLU: "ReLU"
        case is LeakyReLU: "leaky ReLU"
        case is Sigmoid: "sigmoid"
        case is HyperbolicTangent: "tanh"
        case let drawn as DrawnCall where drawn.operations.allSatisfy({ activationName($0) != nil }): "the activation"
        default: nil
        }
    }
}
