/// dL/dŷ = y − ŷ for ŷ − y.
struct SignTurned: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.lossInputs {
            let edits = search.adjoints(of: node) { (graph, adjoint) throws(ShapeError) in
                try graph.append(Negation(), try graph.copy(of: adjoint.sum))
            }
            search.add(
                .sign, at: node, edits, "\(search.lossDerivativeName(node)) has the wrong sign",
                everywhere: "the derivatives of the losses have the wrong sign")
        }
    }
}

extension MistakeSearch {
    /// How the derivative with respect to what a loss compares with a target is called.
    func lossDerivativeName(_ node: NodeID) -> String {
        graph[node].operation is Quantity
            ? derivativeName(node) : "the derivative by what \(name(of: node)) compares with the target"
    }

    /// What losses compare with targets: predictions whose difference from a given quantity is squared, and the scores
    /// behind a softmax or sigmoid before cross-entropy.
    var lossInputs: [NodeID] {
        forward.compactMap { node -> NodeID? in
            let inputs = graph[node].inputs
            switch graph[node].operation {
            case is Power:
                let difference = calculation(of: inputs[0])
                guard isSquare(ofBase: node), graph[difference].operation is Subtraction else { return nil }
                let sides = graph[difference].inputs
                if isGiven(sides[0]) == isGiven(sides[1]) { return nil }
                return isGiven(sides[0]) ? sides[1] : sides[0]
            case is CrossEntropy:
                let probabilities = calculation(of: inputs[0])
                return graph[probabilities].operation is Softmax ? graph[probabilities].inputs[0] : inputs[0]
            default: return nil
            }
        }
    }
}
