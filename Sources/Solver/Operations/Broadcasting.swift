import Exact

/// How two arrays meet entry by entry: equal shapes, a scalar with anything, a row spread over rows, a column over columns.
enum Broadcasting {
    /// The shape of both together; `verb` names the operation in the message, as "add".
    static func shape(_ left: Shape, _ right: Shape, verb: String) throws(ShapeError) -> Shape {
        if left == right || right.isScalar { return left }
        if left.isScalar { return right }
        if left.rank == right.rank {
            let pairs = zip(left.dimensions, right.dimensions)
            if pairs.allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) {
                return Shape(pairs.map { max($0, $1) })
            }
        } else if let vector = [left, right].first(where: { $0.rank == 1 }),
            let matrix = [left, right].first(where: { $0.rank == 2 })
        {
            if matrix.dimensions == [vector.dimensions[0], 1] { return matrix }
            if matrix.dimensions == [1, vector.dimensions[0]] {
                throw ShapeError(
                    "cannot \(verb) \(left) and \(right): a vector is a column, the other one a row; write .T behind the"
                        + " vector, or none behind the row")
            }
            throw ShapeError(
                "cannot \(verb) \(left) and \(right): a plain vector does not spread over a matrix; give it the shape"
                    + " [\(matrix.dimensions[0]), 1] to spread it over columns or [1, \(matrix.dimensions[1])]"
                    + " to spread it over rows" + (verb == "multiply" ? "; the matrix product is written with @" : ""))
        }
        throw ShapeError("cannot \(verb) \(left) and \(right): the shapes must be equal, or one a scalar")
    }

    /// For each entry of an array of `shape`, the entry of an operand of shape `operand` that it uses.
    static func entries(of operand: Shape, in shape: Shape) -> [Int] {
        if operand == shape { return Array(0..<shape.count) }
        if operand.count == 1 { return Array(repeating: 0, count: shape.count) }
        // Trailing sizes of 1 are all that a vector lacks beside a column matrix.
        let sizes = operand.dimensions + Array(repeating: 1, count: shape.rank - operand.rank)
        return (0..<shape.count).map { entry in
            let indices = shape.indices(ofEntry: entry)
            return zip(indices, sizes).reduce(0) { place, pair in
                place * pair.1 + (pair.1 == 1 ? 0 : pair.0 - 1)
            }
        }
    }

    /// Computes both operands' entries pairwise.
    static func combine(_ operands: [Tensor], _ shape: Shape, _ body: (Slot, Slot) -> Slot) -> [Slot] {
        let left = entries(of: operands[0].shape, in: shape)
        let right = entries(of: operands[1].shape, in: shape)
        return zip(left, right).map { body(operands[0].slots[$0], operands[1].slots[$1]) }
    }
}

extension Graph {
    /// Sums a derivative over the entries that an operand of this shape was spread over.
    mutating func summed(_ node: NodeID, to shape: Shape) throws(ShapeError) -> NodeID {
        self[node].shape == shape ? node : try append(SumOverSpread(to: shape), node)
    }

    /// Appends a factor times another and sums over what the operand was spread over.
    mutating func product(_ left: NodeID, _ right: NodeID, as shape: Shape) throws(ShapeError) -> NodeID {
        try summed(try append(Multiplication(), left, right), to: shape)
    }

    /// Appends a scalar constant.
    mutating func constant(_ value: Rational) throws(ShapeError) -> NodeID { try append(Constant(value)) }
}
