import Maths

/// X[i,:] where i is a number of the sheet: an entry, or a part of an array.
///
/// The operands are the array and one ``DrawnIndex`` for each drawn subscript.
struct DrawnSelection: Operation {
    let places: DrawnPlaces

    init(_ places: DrawnPlaces) { self.places = places }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { try places.shape(in: operands[0]) }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        var chosen: [Slot] = []
        for (indices, subscripts) in places.choices {
            let slots = Selection.entries(subscripts, in: operands[0].shape).map { operands[0].slots[$0] }
            if chosen.isEmpty {
                chosen = slots
                continue
            }
            let isChosen = places.isChosen(indices, operands.dropFirst(), in: &code)
            for (entry, slot) in slots.enumerated() { chosen[entry] = code.select(isChosen, slot, chosen[entry]) }
        }
        return chosen
    }

    func isDifferentiable(in operand: Int) -> Bool { operand == 0 }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let inputs = graph[node].inputs
        return try graph.append(DrawnPlacement(places, in: graph[inputs[0]].shape), [upstream] + inputs.dropFirst())
    }

    func written(_ operands: [Written]) -> Maths {
        .entry(
            places.written(operands.dropFirst()), of: operands[0].maths, areDigits: operands[0].shape.hasDigitIndices)
    }
}
