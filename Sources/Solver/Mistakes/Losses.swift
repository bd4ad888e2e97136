import Exact

/// What losses compare with targets.
extension MistakeSearch {
    /// A prediction whose difference from a given quantity is squared, or a score behind softmax or sigmoid before
    /// cross-entropy.
    struct LossInput {
        /// The prediction or score.
        let node: NodeID
        /// The step of the loss that compares it.
        let loss: NodeID
    }

    /// A cross-entropy of what a softmax or a sigmoid gives.
    struct ClassLoss {
        /// The step that gives the loss, without what it is averaged or weighted by.
        let node: NodeID
        /// What is compared, and the scores behind it.
        let probabilities: NodeID
        let scores: NodeID
        /// The given targets, or the pick of the right class's probability.
        let target: NodeID
        /// Whether `target` is a pick.
        let isPick: Bool
    }

    /// All of them, each once.
    var lossInputs: [LossInput] {
        var inputs = squaredErrors
        for loss in classLosses { inputs.append(LossInput(node: loss.scores, loss: loss.node)) }
        var seen: Set<NodeID> = []
        return inputs.filter { seen.insert($0.node).inserted }
    }

    /// How the derivative with respect to a loss's input is called.
    func derivativeName(_ input: LossInput) -> String {
        guard hasName(input.node) else {
            return "the derivative by what \(name(of: input.loss)) compares with the target"
        }
        let own = adjoints.lazy.map { graph[$0] }
            .first { $0.withRespectTo == input.node && graph.isNeeded(input.loss, for: $0.of) }
        return own.map { name(of: $0) } ?? derivativeName(input.node)
    }

    /// Found from the way back: where a derivative is calculated again, squares have their bases there alone.
    private var squaredErrors: [LossInput] {
        var found: [LossInput] = []
        for site in sites where isSquare(ofBase: site.node) {
            for adjoint in adjoints.map({ graph[$0] }) where adjoint.pulls.contains(where: site.pulls.contains) {
                let sides = graph[calculation(of: adjoint.withRespectTo)].inputs
                guard graph[calculation(of: adjoint.withRespectTo)].operation is Subtraction,
                    isGiven(sides[0]) != isGiven(sides[1])
                else { continue }
                found.append(LossInput(node: isGiven(sides[0]) ? sides[1] : sides[0], loss: site.node))
            }
        }
        return found
    }

    /// By name, or written by hand: −ln p[c], −sum(t ln p), −(t ln p + (1 − t) ln(1 − p)).
    var classLosses: [ClassLoss] {
        forward.compactMap { node in
            let inputs = graph[node].inputs
            switch graph[node].operation {
            case is CrossEntropy: return classLoss(node, inputs[0], target: inputs[1])
            case is Logarithm: return handWritten(node)
            default: return nil
            }
        }
    }

    private func classLoss(
        _ node: NodeID, _ probabilities: NodeID, target: NodeID, isPick: Bool = false
    ) -> ClassLoss? {
        let function = calculation(of: probabilities)
        guard graph[function].operation is Softmax || graph[function].operation is Sigmoid else { return nil }
        return ClassLoss(
            node: node, probabilities: probabilities, scores: graph[function].inputs[0], target: target, isPick: isPick)
    }

    /// The loss around a logarithm of probabilities.
    private func handWritten(_ logarithm: NodeID) -> ClassLoss? {
        let argument = graph[logarithm].inputs[0]
        guard let user = users(of: logarithm).first else { return nil }
        if graph[user].operation is Negation, isPick(argument) {
            return classLoss(user, graph[argument].inputs[0], target: argument, isPick: true)
        }
        guard graph[user].operation is Multiplication || graph[user].operation is MatrixProduct,
            let target = graph[user].inputs.first(where: { $0 != logarithm && isGiven($0) })
        else { return nil }
        let isSigmoid = graph[calculation(of: argument)].operation is Sigmoid
        // Of the two classes behind a sigmoid, only the scores are the same on both sides.
        let end: any Operation.Type = isSigmoid ? Quantity.self : Negation.self
        var node = user
        while type(of: graph[node].operation) != end {
            guard let next = users(of: node).first else { return nil }
            node = next
        }
        return classLoss(isSigmoid ? graph[node].inputs[0] : node, argument, target: target)
    }
}
