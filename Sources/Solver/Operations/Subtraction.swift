import Maths

/// a − b, entry by entry.
struct Subtraction: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        try Broadcasting.shape(operands[0], operands[1], verb: "subtract")
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.combine(operands, shape) { code.subtract($0, $1) }
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let signed = operand == 0 ? upstream : try graph.append(Negation(), upstream)
        return try graph.summed(signed, to: graph[graph[node].inputs[operand]].shape)
    }

    func written(_ operands: [Written]) -> Maths {
        .sum([Term(.plus, operands[0].maths), Term(.minus, operands[1].maths)])
    }
}
