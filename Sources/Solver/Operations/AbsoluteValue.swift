import Maths

/// |x|; its derivative at 0 is 0.
struct AbsoluteValue: ElementwiseOperation {
    static let function = Function("abs(x)") { _ in AbsoluteValue() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.absolute(entry) }

    /// u · (1 where x > 0, −1 where x < 0, else 0).
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Multiplication(), upstream, try graph.append(Sign(), graph[node].inputs[0]))
    }

    func clearOfKink(_ entry: Slot, in code: inout Code) -> Slot? { code.notEqual(entry, code.constant(0)) }

    func written(_ operands: [Written]) -> Maths {
        .fenced(.bars, operands[0].maths)
    }
}
