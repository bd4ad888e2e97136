import Maths

/// Vectors and scalars end to end; matrices below one another or side by side.
struct Concatenation: Operation {
    /// Rows below rows, or columns beside columns.
    let direction: Grouping

    static let function = Function("concat(a, b, by=rows)", arity: 2...64, options: ["by"]) { call throws(CallError) in
        let grouping = try call.grouping()
        return Concatenation(direction: grouping == .all ? .rows : grouping)
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        if operands.allSatisfy({ $0.rank <= 1 }) {
            guard direction == .rows else {
                throw ShapeError("vectors stand end to end; give them the shape [n, 1] to put them side by side")
            }
            return .vector(operands.reduce(0) { $0 + $1.count })
        }
        guard operands.allSatisfy({ $0.rank == 2 }) else {
            let shapes = operands.map(\.description).joined(separator: ", ")
            throw ShapeError("concat takes vectors or matrices, not \(shapes) together")
        }
        let along = direction == .rows ? 0 : 1
        let across = operands[0].dimensions[1 - along]
        guard operands.allSatisfy({ $0.dimensions[1 - along] == across }) else {
            let shapes = operands.map(\.description).joined(separator: ", ")
            throw ShapeError("\(shapes) differ in their \(direction == .rows ? "columns" : "rows")")
        }
        let length = operands.reduce(0) { $0 + $1.dimensions[along] }
        return direction == .rows ? .matrix(length, across) : .matrix(across, length)
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        guard direction == .columns else { return operands.flatMap(\.slots) }
        return (0..<shape.dimensions[0]).flatMap { row in
            operands.flatMap { operand in
                let columns = operand.shape.dimensions[1]
                return operand.slots[row * columns..<(row + 1) * columns]
            }
        }
    }

    /// The part of u that this operand became.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let shapes = graph[node].inputs.map { graph[$0].shape }
        func length(_ shape: Shape) -> Int {
            shape.rank == 2 ? shape.dimensions[direction == .rows ? 0 : 1] : shape.count
        }
        let first = shapes[..<operand].reduce(1) { $0 + length($1) }
        let own = shapes[operand]
        let place = own.isScalar ? Subscript.index(first) : .range(first, first + length(own) - 1)
        if own.rank < 2 { return try graph.append(Selection([place]), upstream) }
        return try graph.append(Selection(direction == .rows ? [place, .all] : [.all, place]), upstream)
    }

    func written(_ operands: [Written]) -> Maths {
        direction == .rows ? .column(operands.map(\.maths)) : .matrix([operands.map(\.maths)])
    }
}
