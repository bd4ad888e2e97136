import Exact

/// Twice the derivative, or twice the loss: the ½ before a square was not used.
struct HalfForgotten: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            guard let operand = search.halvedOperand(node) else { continue }
            let halved = search.graph[node].inputs[operand]
            let name = search.name(of: node)
            if let site = search.site(node, operand: operand) {
                let edits = search.pulls(at: site) { _, pull in pull.upstream }
                search.add(
                    .halfForgotten, at: node, edits, "the ½ in \(name) was not used in the derivative",
                    everywhere: "no ½ was used in the derivatives")
            }
            search.add(
                .halfForgotten, at: node, search.value(of: node) { _ in halved }, "the ½ in \(name) was left out",
                everywhere: "every ½ was left out")
        }
    }
}

extension MistakeSearch {
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

    private func isMadeOfSquares(_ node: NodeID) -> Bool {
        let node = calculation(of: node)
        return switch graph[node].operation {
        case is Sum, is Mean, is Addition: graph[node].inputs.contains { isMadeOfSquares($0) }
        default: isSquare(ofBase: node)
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
}
