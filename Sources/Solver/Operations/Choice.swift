import Exact
import Maths

/// One of several arrays of one shape, chosen by a number of the sheet: 0 chooses the first.
///
/// The last operand is the number.
struct Choice: Operation {
    /// From how many.
    let count: Int

    init(of count: Int) { self.count = count }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        let choices = operands.dropLast()
        guard let first = choices.first, choices.allSatisfy({ $0 == first }) else {
            throw ShapeError("what is chosen from must be arrays of one shape")
        }
        return first
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Self.chosen(operands.dropLast().map(\.slots), operands[operands.count - 1].slots[0], in: &code)
    }

    /// The slots of the choice that a number says, entry by entry.
    static func chosen(_ choices: [[Slot]], _ number: Slot, in code: inout Code) -> [Slot] {
        var chosen = choices[0]
        for (place, slots) in choices.enumerated().dropFirst() {
            let isChosen = code.equal(number, code.constant(place))
            for (entry, slot) in slots.enumerated() { chosen[entry] = code.select(isChosen, slot, chosen[entry]) }
        }
        return chosen
    }

    func isDifferentiable(in operand: Int) -> Bool { operand < count }

    /// u where this operand was chosen, else 0.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let (zero, place) = (try graph.constant(.zero), try graph.constant(Rational(operand)))
        let isChosen = try graph.append(Comparison(.equal), graph[node].inputs[count], place)
        return try graph.append(Where(), isChosen, upstream, zero)
    }

    func written(_ operands: [Written]) -> Maths {
        Self.written(operands.dropLast().map(\.maths), operands[operands.count - 1].maths)
    }

    /// Formulas of which a sheet shows the one that its number says.
    static func written(_ choices: [Maths], _ number: Maths) -> Maths {
        switch number {
        case .value(let id, _), .alternatives(let id, _): .alternatives(id, choices)
        default: .function(number, choices)
        }
    }
}
