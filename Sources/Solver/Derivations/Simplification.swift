import Exact

/// A backward node as a number times other nodes, entry by entry.
private struct Factors {
    var coefficient = Rational.one
    /// Whether the number comes from a division.
    var isFraction = false
    var nodes: [NodeID] = []

    func times(_ other: Factors) -> Factors {
        Factors(
            coefficient: coefficient * other.coefficient, isFraction: isFraction || other.isFraction,
            nodes: nodes + other.nodes)
    }
}

/// Writes what differentiating made as a person would: without ones, with numbers multiplied and signs in front.
///
/// Only backward nodes are rewritten, and none behind a leaf; forward nodes and leaves stay as they are. What is rewritten
/// is appended, so that the graph still computes every step.
struct Simplification {
    /// Whether numbers are multiplied with each other; ones vanish in any case.
    let multipliesNumbers: Bool
    /// Whether a node has a name, so that nothing behind it is looked at.
    let isLeaf: (NodeID) -> Bool

    /// The node, rewritten; it has the same shape and value.
    func callAsFunction(_ node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try self.node(for: try factors(of: node, isTop: true, in: &graph), shape: graph[node].shape, in: &graph)
    }

    private func inner(_ node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try self.node(
            for: try factors(of: node, isTop: false, in: &graph), shape: graph[node].shape, in: &graph)
    }

    private func factors(of node: NodeID, isTop: Bool, in graph: inout Graph) throws(ShapeError) -> Factors {
        if let constant = graph[node].operation as? Constant {
            let keeps = !multipliesNumbers && constant.value != .one && constant.shape.isScalar
            return keeps
                ? Factors(nodes: [node]) : Factors(coefficient: constant.value, isFraction: constant.isFraction)
        }
        if !graph[node].isBackward || (!isTop && isLeaf(node)) { return Factors(nodes: [node]) }
        let inputs = graph[node].inputs
        switch graph[node].operation {
        case is Accumulation where inputs.count == 1, is Spread:
            return try factors(of: inputs[0], isTop: false, in: &graph)
        case is Negation:
            var factors = try factors(of: inputs[0], isTop: false, in: &graph)
            factors.coefficient = -factors.coefficient
            return factors
        case is Multiplication:
            let left = try factors(of: inputs[0], isTop: false, in: &graph)
            return left.times(try factors(of: inputs[1], isTop: false, in: &graph))
        case is Division:
            return try quotient(inputs[0], inputs[1], in: &graph)
        case is MatrixProduct, is Reshape, is Transpose:
            var number = Factors()
            var operands: [NodeID] = []
            for input in inputs {
                var own = try factors(of: input, isTop: false, in: &graph)
                let rest = Factors(nodes: own.nodes)
                operands.append(try self.node(for: rest, shape: graph[input].shape, in: &graph))
                own.nodes = []
                number = number.times(own)
            }
            number.nodes = [try graph.rebuilt(graph[node].operation, operands, like: node)]
            return number
        default:
            var operands: [NodeID] = []
            for input in inputs { operands.append(try inner(input, in: &graph)) }
            if graph[node].operation is Accumulation, let difference = try difference(operands, in: &graph) {
                return Factors(nodes: [difference])
            }
            return Factors(nodes: [try graph.rebuilt(graph[node].operation, operands, like: node)])
        }
    }

    /// Two terms, one of them with a sign, as a difference.
    private func difference(_ terms: [NodeID], in graph: inout Graph) throws(ShapeError) -> NodeID? {
        guard terms.count == 2, let last = terms.lastIndex(where: { graph[$0].operation is Negation && !isLeaf($0) })
        else { return nil }
        return try graph.backward(Subtraction(), terms[1 - last], graph[terms[last]].inputs[0])
    }

    /// A number below the bar becomes a factor.
    private func quotient(
        _ numerator: NodeID, _ denominator: NodeID, in graph: inout Graph
    ) throws(ShapeError) -> Factors {
        let above = try factors(of: numerator, isTop: false, in: &graph)
        if let number = graph.constantValue(of: denominator), !number.isZero {
            if multipliesNumbers { return above.times(Factors(coefficient: Rational.one / number, isFraction: true)) }
        }
        let rest = try node(for: Factors(nodes: above.nodes), shape: nil, in: &graph)
        let quotient = try graph.backward(Division(), rest, try inner(denominator, in: &graph))
        return Factors(coefficient: above.coefficient, isFraction: above.isFraction, nodes: [quotient])
    }

    /// Factors as a product again, the number or the sign in front.
    private func node(for factors: Factors, shape: Shape?, in graph: inout Graph) throws(ShapeError) -> NodeID {
        var nodes = factors.nodes
        let coefficient = factors.coefficient
        let isNegative = coefficient.isNegative && !nodes.isEmpty
        let magnitude = isNegative ? -coefficient : coefficient
        if magnitude != .one || nodes.isEmpty {
            nodes.insert(try graph.backward(Constant(magnitude, isFraction: factors.isFraction)), at: 0)
        }
        var product = nodes[0]
        for factor in nodes.dropFirst() { product = try graph.backward(Multiplication(), product, factor) }
        if isNegative { product = try graph.backward(Negation(), product) }
        guard let shape, graph[product].shape != shape else { return product }
        return try graph.backward(Spread(to: shape), product)
    }
}

extension Graph {
    /// Appends a node as differentiating does.
    mutating func backward(_ operation: any Operation, _ inputs: NodeID...) throws(ShapeError) -> NodeID {
        try backward(operation, inputs)
    }

    /// Appends a node as differentiating does.
    mutating func backward(_ operation: any Operation, _ inputs: [NodeID]) throws(ShapeError) -> NodeID {
        let wasDifferentiating = isDifferentiating
        isDifferentiating = true
        defer { isDifferentiating = wasDifferentiating }
        return try append(operation, inputs)
    }

    /// The node itself where its operands did not change, else its operation on the new ones; what turns or reshapes
    /// nothing vanishes.
    fileprivate mutating func rebuilt(
        _ operation: any Operation, _ operands: [NodeID], like node: NodeID
    ) throws(ShapeError) -> NodeID {
        if operation is Transpose || operation is Reshape {
            let turned = try operation is Transpose ? transposed(operands[0]) : operands[0]
            if self[turned].shape == self[node].shape { return turned }
        }
        return operands == self[node].inputs ? node : try backward(operation, operands)
    }

    /// The transpose, turned within products and quotients, so that nothing is turned twice.
    mutating func transposed(_ node: NodeID) throws(ShapeError) -> NodeID {
        let shape = self[node].shape
        if shape.isScalar { return node }
        let inputs = self[node].inputs
        switch self[node].operation {
        case is Transpose:
            let inner = self[inputs[0]].shape
            if inner.rank == 1 || inner == Shape(shape.dimensions.reversed()) { return inputs[0] }
        case is Reshape where shape.rank == 1 && self[inputs[0]].shape == Shape([shape.count, 1]):
            return try transposed(inputs[0])
        case is Negation where self[node].isBackward:
            return try backward(Negation(), try transposed(inputs[0]))
        case is Multiplication where self[node].isBackward && self[inputs[0]].shape.isScalar:
            return try backward(Multiplication(), inputs[0], try transposed(inputs[1]))
        case is Multiplication where self[node].isBackward && self[inputs[1]].shape.isScalar:
            return try backward(Multiplication(), try transposed(inputs[0]), inputs[1])
        case is MatrixProduct where self[node].isBackward:
            return try backward(MatrixProduct(), try transposed(inputs[1]), try transposed(inputs[0]))
        default: break
        }
        return try backward(Transpose(), node)
    }
}
