import Maths

/// All entries of an array as one vector, row by row.
struct Flattening: Operation {
    static let function = Function("flatten(X)") { _ in Flattening() }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { .vector(operands[0].count) }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] { operands[0].slots }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Reshape(to: graph[graph[node].inputs[0]].shape), upstream)
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("flatten", .upright), [operands[0].maths])
    }

    /// In which order.
    var conventions: [Maths] {
        let matrix = Maths.matrix([[.variable("a"), .variable("b")], [.variable("c"), .variable("d")]])
        return [
            .equation(
                .function(.identifier("flatten", .upright), [matrix]),
                .transpose(.matrix([["a", "b", "c", "d"].map(Maths.variable)])))
        ]
    }
}
