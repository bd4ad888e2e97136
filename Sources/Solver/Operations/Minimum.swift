import Maths

/// min(a, b): the smaller of two, entry by entry; min(X): the smallest entry of all, or of each row or column.
struct Minimum: Operation {
    var grouping = Grouping.all

    static let function = Function("min(X, by=rows) or min(a, b)", arity: 1...2, options: ["by"]) {
        call throws(CallError) in
        Minimum(grouping: try call.groupingOfOne())
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        operands.count == 2
            ? try Broadcasting.shape(operands[0], operands[1], verb: "compare")
            : try grouping.shape(of: operands[0])
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        if operands.count == 2 { return Broadcasting.combine(operands, shape) { code.minimum($0, $1) } }
        return grouping.groups(of: operands[0].shape).map { group in
            group.dropFirst().reduce(operands[0].slots[group[0]]) { code.minimum($0, operands[0].slots[$1]) }
        }
    }

    /// u where the entry is the smallest, else 0; of two equal operands the first takes it.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let inputs = graph[node].inputs
        let shape = graph[inputs[operand]].shape
        if inputs.count == 2 {
            let relation: Comparison.Relation = operand == 0 ? .lessOrEqual : .less
            let wins = try graph.append(Comparison(relation), inputs[operand], inputs[1 - operand])
            return try graph.product(upstream, wins, as: shape)
        }
        let smallest = try graph.spread(node, by: grouping, to: shape)
        let wins = try graph.append(Comparison(.equal), inputs[0], smallest)
        let arriving = try graph.spread(upstream, by: grouping, to: shape)
        return try graph.append(Multiplication(), arriving, wins)
    }

    func clearOfKinks(_ operands: [Tensor], in code: inout Code) -> [Slot] {
        guard operands.count == 1 else {
            guard let shape = try? shape(of: operands.map(\.shape)) else { return [] }
            return Broadcasting.combine(operands, shape) { code.notEqual($0, $1) }
        }
        return grouping.groups(of: operands[0].shape).map { group in
            let entries = group.map { operands[0].slots[$0] }
            let smallest = entries.dropFirst().reduce(entries[0]) { code.minimum($0, $1) }
            return code.equal(code.sum(entries.map { code.equal($0, smallest) }), code.constant(1))
        }
    }

    func written(_ operands: [Written]) -> Maths {
        .function(grouping.labelled(.identifier("min", .upright)), operands.map(\.maths))
    }
}
