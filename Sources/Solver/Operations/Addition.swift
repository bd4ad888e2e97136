import Maths

/// a + b, entry by entry.
struct Addition: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        try Broadcasting.shape(operands[0], operands[1], verb: "add")
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.combine(operands, shape) { code.add($0, $1) }
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.summed(upstream, to: graph[graph[node].inputs[operand]].shape)
    }

    func written(_ operands: [Written]) -> Maths {
        .sum([Term(.plus, operands[0].maths), Term(.plus, operands[1].maths)])
    }
}
