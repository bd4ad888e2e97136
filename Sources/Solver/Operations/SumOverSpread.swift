import Maths

/// The sum over all entries that a scalar, row or column was spread over: what ``Spread`` is to values, to derivatives.
struct SumOverSpread: Operation {
    let target: Shape

    init(to target: Shape) { self.target = target }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard try Broadcasting.shape(target, operands[0], verb: "sum") == operands[0] else {
            throw ShapeError("cannot sum \(operands[0]) to \(target)")
        }
        return target
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        let entries = Broadcasting.entries(of: target, in: operands[0].shape)
        var terms = [[Slot]](repeating: [], count: target.count)
        for (entry, slot) in zip(entries, operands[0].slots) { terms[entry].append(slot) }
        return terms.map { code.sum($0) }
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Spread(to: graph[graph[node].inputs[0]].shape), upstream)
    }

    /// With the sign where all entries are summed; of rows or columns, as a function with a label.
    func written(_ operands: [Written]) -> Maths {
        guard target.rank == 2, target.count > 1 else { return .large(.sum, from: nil, to: nil, operands[0].maths) }
        let isByRows = target.dimensions[1] == 1
        let name = (isByRows ? Grouping.rows : .columns).labelled(.identifier("sum", .upright))
        let sum = Maths.function(name, [operands[0].maths])
        return isByRows ? sum : .transpose(sum)
    }
}
