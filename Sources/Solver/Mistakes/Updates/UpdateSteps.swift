extension MistakeSearch {
    /// A step of an optimiser: a new parameter, w − step, where the step is made of a derivative.
    struct UpdateStep {
        /// The difference, the quantity that it gives, and the parameter that is changed.
        let node: NodeID
        let new: NodeID
        let parameter: NodeID
        /// The derivative with respect to the parameter, if the step has it as it is.
        let gradient: NodeID?
    }

    /// All steps of optimisers.
    var updateSteps: [UpdateStep] {
        forward.compactMap { node -> UpdateStep? in
            guard graph[node].operation is Subtraction,
                let new = users(of: node).first(where: { graph[$0].operation is Quantity })
            else { return nil }
            let inputs = graph[node].inputs
            guard let sums = gradientSums(in: inputs[1], depth: 0), isParameter(inputs[0]) else { return nil }
            let own = sums.first { sum in
                adjoints.contains { graph[$0].sum == sum && graph[$0].withRespectTo == inputs[0] }
            }
            return UpdateStep(node: node, new: new, parameter: inputs[0], gradient: own)
        }
    }

    /// Whether a node is given, or what a step before made of what is given.
    private func isParameter(_ node: NodeID) -> Bool {
        isGiven(node) || graph[node].operation is Quantity && graph[calculation(of: node)].operation is Subtraction
    }

    /// The derivatives that a step is made of by products, quotients, sums and names; nil where there are none.
    private func gradientSums(in node: NodeID, depth: Int) -> [NodeID]? {
        if graph[node].isBackward || graph.copies[node] != nil { return [node] }
        switch graph[node].operation {
        case is Multiplication, is Division, is Quantity, is Addition, is Subtraction, is Selection:
            let sums = depth > 8 ? [] : graph[node].inputs.compactMap { gradientSums(in: $0, depth: depth + 1) }
            return sums.isEmpty ? nil : sums.flatMap { $0 }
        default: return nil
        }
    }
}
