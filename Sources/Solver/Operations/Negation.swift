import Maths

/// −a.
struct Negation: ElementwiseOperation {
    var isFunction: Bool { false }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.negate(entry) }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Negation(), upstream)
    }

    func written(_ operands: [Written]) -> Maths {
        .negation(operands[0].maths)
    }
}
