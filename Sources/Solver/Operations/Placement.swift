import Maths

/// Entries put at their places in an array of zeros: what ``Selection`` is to values, to derivatives.
struct Placement: Operation {
    let subscripts: [Subscript]
    let target: Shape

    init(_ subscripts: [Subscript], in target: Shape) {
        self.subscripts = subscripts
        self.target = target
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard try Selection(subscripts).shape(of: [target]) == operands[0] else {
            throw ShapeError("cannot put \(operands[0]) at these places of \(target)")
        }
        return target
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        var entries = Array(repeating: code.constant(0), count: shape.count)
        for (place, slot) in zip(Selection.entries(subscripts, in: shape), operands[0].slots) { entries[place] = slot }
        return entries
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Selection(subscripts), upstream)
    }

    /// The whole array, with zeros where nothing is put.
    func written(_ operands: [Written]) -> Maths {
        var entries = Array(repeating: Maths.integer(0), count: target.count)
        let shape = operands[0].shape
        for (entry, place) in Selection.entries(subscripts, in: target).enumerated() {
            entries[place] =
                shape.isScalar
                ? operands[0].maths : .entry(shape.indices(ofEntry: entry).map(Maths.integer), of: operands[0].maths)
        }
        return .array(entries, target)
    }
}
