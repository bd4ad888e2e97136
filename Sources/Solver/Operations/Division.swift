import Exact
import Maths

/// a / b, entry by entry.
struct Division: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        try Broadcasting.shape(operands[0], operands[1], verb: "divide")
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.combine(operands, shape) { code.divide($0, $1) }
    }

    /// u / b for the numerator, −u · a / b² for the denominator.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let (a, b) = (graph[node].inputs[0], graph[node].inputs[1])
        if operand == 0 {
            return try graph.summed(try graph.append(Division(), upstream, b), to: graph[a].shape)
        }
        let square = try graph.append(Power(), b, try graph.constant(Rational(2)))
        let slope = try graph.append(Negation(), try graph.append(Division(), a, square))
        return try graph.product(upstream, slope, as: graph[b].shape)
    }

    func written(_ operands: [Written]) -> Maths {
        .fraction(operands[0].maths, operands[1].maths)
    }
}
