import Maths

/// The larger of z and 0; its derivative at 0 is 0.
struct ReLU: ElementwiseOperation {
    static let function = Function("relu(z)") { _ in ReLU() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.maximum(entry, code.constant(0)) }

    /// u · (1 where z > 0, else 0).
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let mask = try graph.append(PositiveMask(), graph[node].inputs[0])
        return try graph.append(Multiplication(), upstream, mask)
    }

    func clearOfKink(_ entry: Slot, in code: inout Code) -> Slot? { code.notEqual(entry, code.constant(0)) }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("ReLU", .upright), [operands[0].maths])
    }

    var conventions: [Maths] {
        let z = Maths.variable("z")
        return [.equation(written([Written(z, .scalar)]), .function(.identifier("max", .upright), [.integer(0), z]))]
    }

    var derivativeConventions: [Maths] {
        [.equation(.function(.prime(.identifier("ReLU", .upright)), [.integer(0)]), .integer(0))]
    }
}
