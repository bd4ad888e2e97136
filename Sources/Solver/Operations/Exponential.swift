import Maths

/// e^x.
struct Exponential: ElementwiseOperation {
    static let function = Function("exp(x)") { _ in Exponential() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.function(.exponential, entry) }

    /// u · e^x.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Multiplication(), upstream, node)
    }

    func written(_ operands: [Written]) -> Maths {
        .power(.identifier("e", .upright), operands[0].maths)
    }
}
