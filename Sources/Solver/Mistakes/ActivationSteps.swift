/// The steps that apply an activation function, by its name or written by hand.
extension MistakeSearch {
    /// How the activation function that a node applies is called; nil where it applies none.
    func activationName(_ node: NodeID) -> String? {
        if isReLU(node) { return "ReLU" }
        return switch graph[node].operation {
        case is LeakyReLU: "leaky ReLU"
        case is Sigmoid: "sigmoid"
        case is HyperbolicTangent: "tanh"
        // A sheet's function is an activation where one of those that can be drawn is.
        case let drawn as DrawnCall where drawn.operations.contains { Self.isActivation($0) }: "the activation"
        default: nil
        }
    }

    /// As which of its inputs an activation has its argument.
    func activationOperand(_ node: NodeID) -> Int {
        switch graph[node].operation {
        case is Where: 1
        case is Extremum where graph.constantValue(of: graph[node].inputs[0]) == .zero: 1
        default: 0
        }
    }

    /// What an activation is applied to.
    func activationArgument(_ node: NodeID) -> NodeID { graph[node].inputs[activationOperand(node)] }

    /// Where an activation is applied: at its argument if that has a name, else in its value.
    func activationPlace(_ node: NodeID) -> String {
        let argument = activationArgument(node)
        return hasName(argument) ? "at \(valueName(of: argument))" : "in \(valueName(of: node))"
    }

    /// Whether a node applies ReLU: by name, as max(0, z) or as where(z > 0, z, 0), to a layer's sums.
    func isReLU(_ node: NodeID) -> Bool {
        let inputs = graph[node].inputs
        switch graph[node].operation {
        case is ReLU: return true
        case let extremum as Extremum where extremum.kind == .maximum && inputs.count == 2:
            return inputs.contains { graph.constantValue(of: $0) == .zero }
                && inputs.contains { isLinear(calculation(of: $0)) }
        case is Where:
            guard let comparison = graph[inputs[0]].operation as? Comparison,
                comparison.relation == .greater || comparison.relation == .greaterOrEqual
            else { return false }
            let compared = graph[inputs[0]].inputs
            return compared[0] == inputs[1] && graph.constantValue(of: compared[1]) == .zero
                && graph.constantValue(of: inputs[2]) == .zero && isLinear(calculation(of: inputs[1]))
        default: return false
        }
    }

    private static func isActivation(_ operation: any Operation) -> Bool {
        operation is ReLU || operation is LeakyReLU || operation is Sigmoid || operation is HyperbolicTangent
    }
}
