import Maths

/// Arrays of one shape, one above the other: vectors become the rows of a matrix.
struct Stack: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard let first = operands.first, operands.allSatisfy({ $0 == first }), first.rank < 4 else {
            throw ShapeError("what is stacked must be arrays of one shape of at most three dimensions")
        }
        return Shape([operands.count] + first.dimensions)
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] { operands.flatMap(\.slots) }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let rest = Array(repeating: Subscript.all, count: graph[node].shape.rank - 1)
        return try graph.append(Selection([.index(operand + 1)] + rest), upstream)
    }

    func written(_ operands: [Written]) -> Maths {
        .column(operands.map(\.maths))
    }
}
