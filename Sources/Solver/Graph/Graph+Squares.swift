import Exact

extension Graph {
    /// The differences that are squared on the way to some nodes, as a loss does.
    package func squaredDifferences(neededFor targets: [NodeID]) -> [NodeID] {
        var found: [NodeID] = []
        for node in forwardNodes(neededFor: targets) {
            let inputs = self[node].inputs
            let isSquare =
                switch self[node].operation {
                case is Power: constantValue(of: inputs[1]) == Rational(2)
                case is Multiplication, is MatrixProduct: untransposed(inputs[0]) == untransposed(inputs[1])
                default: false
                }
            guard isSquare else { continue }
            let base = calculation(of: untransposed(inputs[0]))
            if self[base].operation is Subtraction, !found.contains(base) { found.append(base) }
        }
        return found
    }

    /// What a transpose is of; any other node itself.
    func untransposed(_ node: NodeID) -> NodeID {
        self[node].operation is Transpose ? self[node].inputs[0] : node
    }

    /// What a name stands for: the node that its equation calculates; for a number that nobody sees calculated itself.
    func calculation(of node: NodeID) -> NodeID {
        self[node].operation is Quantity && !hidesCalculation(node) ? calculation(of: self[node].inputs[0]) : node
    }
}
