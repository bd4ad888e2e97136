import Maths

/// Entries put at a place that the sheet's numbers say, in an array of zeros: what ``DrawnSelection`` is to values, to
/// derivatives.
struct DrawnPlacement: Operation {
    let places: DrawnPlaces
    let target: Shape

    init(_ places: DrawnPlaces, in target: Shape) {
        self.places = places
        self.target = target
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard try places.shape(in: target) == operands[0] else {
            throw ShapeError("cannot put \(operands[0]) at these places of \(target)")
        }
        return target
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        var entries = Array(repeating: code.constant(0), count: shape.count)
        for (indices, subscripts) in places.choices {
            let isChosen = places.isChosen(indices, operands.dropFirst(), in: &code)
            for (place, slot) in zip(Selection.entries(subscripts, in: shape), operands[0].slots) {
                entries[place] = code.select(isChosen, slot, entries[place])
            }
        }
        return entries
    }

    func isDifferentiable(in operand: Int) -> Bool { operand == 0 }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(DrawnSelection(places), [upstream] + graph[node].inputs.dropFirst())
    }

    /// A number times a unit vector or matrix; a row or column as a product of two vectors.
    func written(_ operands: [Written]) -> Maths {
        let value = operands[0].maths
        let indices = places.written(operands.dropFirst())
        func unit(_ name: String, _ indices: [Maths]) -> Maths {
            .entry(indices, of: .identifier(name, .bold), areDigits: target.hasDigitIndices)
        }
        if operands[0].shape.isScalar {
            return .product([value, unit(target.rank == 1 ? "e" : "E", indices)], .juxtaposed)
        }
        switch places.subscripts.count == 2 ? places.subscripts.firstIndex(of: .all) : nil {
        case 1: return .product([unit("e", [indices[0]]), .transpose(value)], .juxtaposed)
        case 0: return .product([value, .transpose(unit("e", [indices[1]]))], .juxtaposed)
        default: return .product([value, unit("E", indices)], .juxtaposed)
        }
    }
}
