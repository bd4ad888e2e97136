import Maths

/// A.T: rows become columns; a vector becomes a row.
struct Transpose: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        let shape = operands[0]
        if shape.isScalar { return shape }
        guard let (rows, columns) = shape.asMatrix else {
            throw ShapeError("cannot transpose an array of \(shape): .T takes vectors and matrices")
        }
        return .matrix(columns, rows)
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        guard let (rows, columns) = operands[0].shape.asMatrix else { return operands[0].slots }
        return (0..<columns).flatMap { column in
            (0..<rows).map { row in operands[0].slots[row * columns + column] }
        }
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let shape = graph[graph[node].inputs[0]].shape
        let turned = try graph.append(Transpose(), upstream)
        return graph[turned].shape == shape ? turned : try graph.append(Reshape(to: shape), turned)
    }

    func written(_ operands: [Written]) -> Maths {
        .transpose(operands[0].maths)
    }
}
