import Maths

/// a · b, entry by entry.
struct Multiplication: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        try Broadcasting.shape(operands[0], operands[1], verb: "multiply")
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.combine(operands, shape) { code.multiply($0, $1) }
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let inputs = graph[node].inputs
        return try graph.product(upstream, inputs[1 - operand], as: graph[inputs[operand]].shape)
    }

    /// Side by side where one is a scalar, ⊙ between two arrays.
    func written(_ operands: [Written]) -> Maths {
        .product(operands.map(\.maths), operands.contains { $0.shape.isScalar } ? .juxtaposed : .elementwise)
    }
}
