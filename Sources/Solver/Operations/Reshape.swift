import Maths

/// The same entries in another shape: a column matrix as a vector, for one.
struct Reshape: Operation {
    let target: Shape

    init(to target: Shape) { self.target = target }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard operands[0].count == target.count else {
            throw ShapeError("cannot turn \(operands[0]) into \(target): the numbers of entries differ")
        }
        return target
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] { operands[0].slots }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Reshape(to: graph[graph[node].inputs[0]].shape), upstream)
    }

    func written(_ operands: [Written]) -> Maths {
        operands[0].maths
    }
}
