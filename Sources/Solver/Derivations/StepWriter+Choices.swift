import Maths

extension StepWriter {
    /// Whether a node is one of two branches, chosen by a scalar.
    func isChoiceByScalar(_ node: NodeID) -> Bool {
        graph[node].operation is Where && graph[graph[node].inputs[0]].shape.isScalar
    }

    /// The condition worked out beside both branches, then the branch that the sheet takes worked out by itself.
    mutating func stepsOfChoice(_ node: NodeID) -> [Maths] {
        let inputs = graph[node].inputs
        guard case .value(let place, _)? = numbers.leaves(inputs[0], graph).first else { return [] }
        var steps: [Maths] = []
        for level in 0...heightOfCondition(inputs[0]) {
            let operands = [
                condition(inputs[0], level), written(inputs[1], 0, isTop: false), written(inputs[2], 0, isTop: false),
            ]
            steps.append(graph[node].operation.written(operands))
        }
        // A condition that does not hold is 0, which chooses the first.
        let branches = [inputs[2], inputs[1]].map { branch in (branch, height(branch, isTop: false)) }
        for level in 0...(branches.map(\.1).max() ?? 0) {
            var choices: [Maths] = []
            for (branch, height) in branches {
                choices.append(
                    level < height
                        ? written(branch, level, isTop: false).maths
                        : level == height ? numbers.array(node, graph) : .nothing)
            }
            steps.append(.alternatives(place, choices))
        }
        return steps
    }

    /// A condition whose sides are worked out; whether it holds is seen from them.
    mutating func condition(_ node: NodeID, _ level: Int) -> Written {
        guard isRelation(node) else { return written(node, level, isTop: false) }
        guard graph[node].operation is Conjunction else {
            return written(node, min(level, heightOfCondition(node)), isTop: false)
        }
        var operands: [Written] = []
        for input in graph[node].inputs { operands.append(condition(input, level)) }
        return Written(graph[node].operation.written(operands), graph[node].shape)
    }

    private func heightOfCondition(_ node: NodeID) -> Int {
        guard isRelation(node) else { return height(node, isTop: false) }
        let inputs = graph[node].inputs
        return inputs.map { graph[node].operation is Conjunction ? heightOfCondition($0) : height($0, isTop: false) }
            .max() ?? 0
    }

    private func isRelation(_ node: NodeID) -> Bool {
        let operation = graph[node].operation
        return names[node] == nil
            && (operation is Comparison || operation is PositiveMask || operation is Conjunction)
    }
}
