import Maths

/// A @ B: matrix with matrix or vector, the dot product of two vectors, a column with a row.
///
/// Vectors are columns; a 1×1 result is a scalar, and a scalar operand counts as 1×1.
struct MatrixProduct: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        let (left, right) = (operands[0], operands[1])
        if left.rank == 1 && right.rank == 1 && left == right { return .scalar }
        guard let (rows, inner) = matrix(left), let (outer, columns) = matrix(right) else {
            throw ShapeError("cannot multiply \(left) by \(right) with @: it takes vectors and matrices")
        }
        guard inner == outer else {
            throw ShapeError("cannot multiply \(left) by \(right) with @: \(hint(left, right))")
        }
        if rows == 1 && columns == 1 { return .scalar }
        return right.rank <= 1 ? .vector(rows) : .matrix(rows, columns)
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        let (left, right) = (operands[0].slots, operands[1].slots)
        let isDot = operands[0].shape.rank == 1 && operands[0].shape == operands[1].shape
        let inner = isDot ? left.count : matrix(operands[0].shape)?.columns ?? 1
        let rows = left.count / inner
        let columns = right.count / inner
        var entries: [Slot] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let terms = (0..<inner).map { code.multiply(left[row * inner + $0], right[$0 * columns + column]) }
                entries.append(code.sum(terms))
            }
        }
        return entries
    }

    /// U Bᵀ for the left operand, Aᵀ U for the right.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let (a, b) = (graph[node].inputs[0], graph[node].inputs[1])
        let shape = graph[operand == 0 ? a : b].shape
        let product: NodeID
        if graph[node].shape.isScalar {
            // A 1×1 result: the other operand, turned where one is a row and the other a column.
            let other = operand == 0 ? b : a
            let turned = graph[other].shape == shape ? other : try graph.append(Transpose(), other)
            product = try graph.append(Multiplication(), upstream, turned)
        } else if operand == 0 {
            product = try graph.append(MatrixProduct(), upstream, try graph.append(Transpose(), b))
        } else {
            product = try graph.append(MatrixProduct(), try graph.append(Transpose(), a), upstream)
        }
        return graph[product].shape == shape ? product : try graph.append(Reshape(to: shape), product)
    }

    private func matrix(_ shape: Shape) -> (rows: Int, columns: Int)? { shape.isScalar ? (1, 1) : shape.asMatrix }

    private func hint(_ left: Shape, _ right: Shape) -> String {
        if left.rank == 1 && right.rank == 1 { return "the dot product takes vectors of the same length" }
        if let (_, inner) = matrix(left), let (rows, columns) = matrix(right), right.rank == 2, inner == columns {
            return "\(inner) columns do not meet \(rows) rows; did you mean the transpose, .T?"
        }
        return "the left one's columns must be as many as the right one's rows"
    }

    /// The dot product of two vectors is written uᵀ v.
    func written(_ operands: [Written]) -> Maths {
        let isDot = operands[0].shape.rank == 1 && operands[1].shape.rank == 1
        let left = isDot ? Maths.transpose(operands[0].maths) : operands[0].maths
        return .product([left, operands[1].maths], .juxtaposed)
    }
}
