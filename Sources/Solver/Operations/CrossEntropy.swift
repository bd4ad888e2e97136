import Maths

/// −Σ t ln p over all entries, for probabilities p and targets t; where t is 0 the term is 0, whatever p is.
struct CrossEntropy: Operation {
    static let function = Function("cross_entropy(p, t)", arity: 2...2) { _ in CrossEntropy() }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard operands[0] == operands[1], !operands[0].isScalar else {
            throw ShapeError(
                "cross_entropy takes probabilities and targets of the same shape, not \(operands[0]) and \(operands[1])"
            )
        }
        return .scalar
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        let zero = code.constant(0)
        let terms = zip(operands[0].slots, operands[1].slots).map { probability, target in
            let term = code.multiply(target, code.function(.logarithm, probability))
            return code.select(code.notEqual(target, zero), term, zero)
        }
        return [code.negate(code.sum(terms))]
    }

    /// −u · t / p for the probabilities, −u · ln p for the targets.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let (probabilities, targets) = (graph[node].inputs[0], graph[node].inputs[1])
        let slope =
            operand == 0
            ? try graph.append(Division(), targets, probabilities)
            : try graph.append(Logarithm(), probabilities)
        return try graph.append(Multiplication(), upstream, try graph.append(Negation(), slope))
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("CE", .upright), operands.map(\.maths))
    }

    var conventions: [Maths] {
        let (p, t, i) = (Maths.variable("p"), Maths.variable("t"), Maths.variable("i"))
        let logarithm = Maths.function(.identifier("ln", .upright), [.scripts(p, sub: i, sup: nil)])
        let term = Maths.product([.scripts(t, sub: i, sup: nil), logarithm], .juxtaposed)
        return [
            .equation(
                written([Written(p, .vector(1)), Written(t, .vector(1))]),
                .negation(.large(.sum, from: i, to: nil, term))),
            Logarithm.isNatural,
        ]
    }
}

extension CrossEntropy: DetailedOperation {
    /// The sum term by term.
    func details(_ operands: [NodeID], by writer: inout StepWriter) -> [Maths] {
        guard writer.graph[operands[0]].shape.count <= StepWriter.longestVector else { return [] }
        let (probabilities, targets) = (
            writer.numbers.leaves(operands[0], writer.graph), writer.numbers.leaves(operands[1], writer.graph)
        )
        let terms = zip(targets, probabilities).map { target, probability in
            Maths.product([target, .function(.identifier("ln", .upright), [probability])], .juxtaposed)
        }
        return [.negation(.fenced(.parentheses, .sum(terms.map { Term(.plus, $0) })))]
    }
}
