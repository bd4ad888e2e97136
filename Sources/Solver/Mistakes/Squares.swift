import Exact

/// The steps that square something, and where one half of squares is taken.
extension MistakeSearch {
    /// Whether a node raises its first input to the power 2, or multiplies it by itself.
    func isSquare(ofBase node: NodeID) -> Bool {
        let inputs = graph[node].inputs
        return switch graph[node].operation {
        case is Power: graph.constantValue(of: inputs[1]) == Rational(2)
        case is Multiplication: isSameDifference(inputs[0], inputs[1])
        case is MatrixProduct: isSameDifference(graph.untransposed(inputs[0]), graph.untransposed(inputs[1]))
        default: false
        }
    }

    /// Whether two nodes subtract the same from the same, or are one node that does.
    func isSameDifference(_ node: NodeID, _ other: NodeID) -> Bool {
        let (first, second) = (graph[calculation(of: node)], graph[calculation(of: other)])
        return first.operation is Subtraction && second.operation is Subtraction && first.inputs == second.inputs
    }

    /// The input of which a node takes one half, where that is made of squares.
    func halvedOperand(_ node: NodeID) -> Int? {
        let inputs = graph[node].inputs
        let half = Rational(1, 2)
        switch graph[node].operation {
        case is Division where graph.constantValue(of: inputs[1]) == Rational(2):
            return isMadeOfSquares(inputs[0]) ? 0 : nil
        case is Multiplication:
            for operand in 0..<2 where graph.constantValue(of: inputs[1 - operand]) == half {
                if isMadeOfSquares(inputs[operand]) { return operand }
            }
            return nil
        default: return nil
        }
    }

    /// Whether one half of what a node goes into is taken.
    func isHalved(_ node: NodeID) -> Bool {
        users(of: node).contains { user in
            if halvedOperand(user) != nil { return true }
            let operation = graph[user].operation
            return (operation is Sum || operation is Mean || operation is Addition || operation is Quantity)
                && isHalved(user)
        }
    }

    private func isMadeOfSquares(_ node: NodeID) -> Bool {
        let node = calculation(of: node)
        return switch graph[node].operation {
        case is Sum, is Mean, is Addition: graph[node].inputs.contains { isMadeOfSquares($0) }
        default: isSquare(ofBase: node)
        }
    }
}
