import Maths

/// e^z, divided by the sum of the e^z of all entries, or of each row or column.
struct Softmax: VectorFunction {
    var grouping = Grouping.all

    static let function = Function("softmax(z, by=rows)", options: ["by"]) { call throws(CallError) in
        Softmax(grouping: try call.grouping())
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        _ = try grouping.shape(of: operands[0])
        if operands[0].isScalar { throw ShapeError("softmax takes a vector or matrix, not a scalar") }
        return operands[0]
    }

    /// The largest score is taken off first, so that no power overflows.
    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        var entries = operands[0].slots
        for group in grouping.groups(of: shape) {
            let scores = group.map { operands[0].slots[$0] }
            let largest = scores.dropFirst().reduce(scores[0]) { code.maximum($0, $1) }
            let powers = scores.map { code.function(.exponential, code.subtract($0, largest)) }
            let total = code.sum(powers)
            for (place, power) in zip(group, powers) { entries[place] = code.divide(power, total) }
        }
        return entries
    }

    /// p · (u − Σ u p), with p the softmax itself.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let products = try graph.append(Multiplication(), upstream, node)
        let total = try graph.append(Sum(grouping: grouping), products)
        let spread = try graph.spread(total, by: grouping, to: graph[node].shape)
        return try graph.append(Multiplication(), node, try graph.append(Subtraction(), upstream, spread))
    }

    /// diag(p) − p pᵀ.
    func jacobian(at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let product = try graph.append(MatrixProduct(), node, try graph.append(Transpose(), node))
        return try graph.append(Subtraction(), try graph.append(Diagonal(), node), product)
    }

    func written(_ operands: [Written]) -> Maths {
        .function(grouping.labelled(.identifier("softmax", .upright)), [operands[0].maths])
    }

    /// Of a group of entries.
    var conventions: [Maths] {
        let (z, i, j) = (Maths.variable("z"), Maths.variable("i"), Maths.variable("j"))
        func power(_ index: Maths) -> Maths {
            .power(.identifier("e", .upright), .scripts(z, sub: index, sup: nil))
        }
        let whole = Maths.function(.identifier("softmax", .upright), [z])
        return [
            .equation(
                .scripts(whole, sub: i, sup: nil), .fraction(power(i), .large(.sum, from: j, to: nil, power(j))))
        ]
    }
}

extension Softmax: DetailedOperation {
    /// The exponentials over their sum, then both as numbers.
    func details(_ operands: [NodeID], by writer: inout StepWriter) -> [Maths] {
        let shape = writer.graph[operands[0]].shape
        guard grouping == .all, shape.rank == 1, shape.count <= StepWriter.longestVector,
            let exponentials = try? writer.graph.append(Exponential(), operands[0]),
            let sum = try? writer.graph.append(Sum(), exponentials)
        else { return [] }
        let powers = writer.numbers.leaves(operands[0], writer.graph)
            .map { Maths.power(.identifier("e", .upright), $0) }
        func share(of entries: Maths, in total: Maths) -> Maths {
            .product([.fraction(.integer(1), total), entries], .juxtaposed)
        }
        let total = Maths.sum(powers.map { Term(.plus, $0) })
        return [
            share(of: .column(powers), in: total),
            share(of: writer.numbers.array(exponentials, writer.graph), in: writer.numbers.array(sum, writer.graph)),
        ]
    }
}
