import Maths

/// The natural logarithm.
struct Logarithm: ElementwiseOperation {
    static let function = Function("ln(x)") { _ in Logarithm() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.function(.logarithm, entry) }

    /// u / x.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Division(), upstream, graph[node].inputs[0])
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("ln", .upright), [operands[0].maths])
    }
}
