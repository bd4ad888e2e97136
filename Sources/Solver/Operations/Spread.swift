import Maths

/// A scalar, row or column repeated to fill a shape.
struct Spread: Operation {
    let target: Shape

    init(to target: Shape) { self.target = target }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard try Broadcasting.shape(operands[0], target, verb: "spread") == target else {
            throw ShapeError("cannot spread \(operands[0]) over \(target)")
        }
        return target
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.entries(of: operands[0].shape, in: shape).map { operands[0].slots[$0] }
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.summed(upstream, to: graph[graph[node].inputs[0]].shape)
    }

    func written(_ operands: [Written]) -> Maths {
        operands[0].maths
    }
}
