import Exact
import Maths

/// where(c, a, b): a where c holds, else b, entry by entry.
struct Where: Operation {
    static let function = Function("where(c, a, b)", arity: 3...3) { _ in Where() }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        let choices = try Broadcasting.shape(operands[1], operands[2], verb: "choose between")
        return try Broadcasting.shape(operands[0], choices, verb: "choose by")
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        let entries = operands.map { Broadcasting.entries(of: $0.shape, in: shape) }
        return (0..<shape.count).map { entry in
            code.select(
                operands[0].slots[entries[0][entry]], operands[1].slots[entries[1][entry]],
                operands[2].slots[entries[2][entry]])
        }
    }

    func isDifferentiable(in operand: Int) -> Bool { operand > 0 }

    /// u where this operand was chosen, else 0.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let (condition, zero) = (graph[node].inputs[0], try graph.constant(.zero))
        let chosen =
            operand == 1
            ? try graph.append(Where(), condition, upstream, zero)
            : try graph.append(Where(), condition, zero, upstream)
        return try graph.summed(chosen, to: graph[graph[node].inputs[operand]].shape)
    }

    func written(_ operands: [Written]) -> Maths {
        var condition = operands[0].maths
        if case .function(PositiveMask.sign, let arguments) = condition { condition = arguments[0] }
        return .cases([
            Case(operands[1].maths, if: condition), Case(operands[2].maths, if: .text("otherwise")),
        ])
    }
}
