import Maths

/// Where in an array something stands, where some indices are numbers of the sheet.
struct DrawnPlaces: Hashable, Sendable {
    /// At least one is drawn.
    let subscripts: [Subscript]
    /// What each drawn index can be, in the order of their places.
    let numbers: [[Int]]

    init(_ subscripts: [Subscript], _ numbers: [[Int]]) {
        self.subscripts = subscripts
        self.numbers = numbers
    }

    /// The shape of what stands there; throws where a number is outside the array.
    func shape(in array: Shape) throws(ShapeError) -> Shape {
        var rest = numbers[...]
        for (place, size) in zip(try Selection.full(subscripts, in: array), array.dimensions) {
            guard case .drawn(let name) = place, let own = rest.popFirst() else { continue }
            if let number = own.first(where: { !(1...size).contains($0) }) {
                throw ShapeError(
                    "'\(name)' can be \(number), which is outside 1 to \(size) in an array of \(array)")
            }
        }
        return try Selection(subscripts).shape(of: [array])
    }

    /// All that the indices can be together, and the subscripts then.
    var choices: [(indices: [Int], subscripts: [Subscript])] {
        let combinations = numbers.reduce([[]] as [[Int]]) { before, own in
            before.flatMap { start in own.map { start + [$0] } }
        }
        return combinations.map { indices in
            var rest = indices[...]
            let chosen = subscripts.map { place in
                place.isDrawn ? rest.popFirst().map(Subscript.index) ?? place : place
            }
            return (indices, chosen)
        }
    }

    /// 1 where the drawn indices are these, else 0.
    func isChosen(_ indices: [Int], _ operands: some Collection<Tensor>, in code: inout Code) -> Slot {
        zip(operands, indices).reduce(code.constant(1)) { before, pair in
            let own = code.equal(pair.0.slots[0], code.constant(pair.1))
            return code.and(before, own)
        }
    }

    /// The subscripts with the drawn ones as they are written.
    func written(_ operands: some Collection<Written>) -> [Maths] {
        var rest = operands.map(\.maths)[...]
        return subscripts.map { place in place.isDrawn ? rest.popFirst() ?? place.written() : place.written() }
    }
}

extension Shape {
    /// Whether every index has one digit, so that indices need no comma between them.
    var hasDigitIndices: Bool { dimensions.allSatisfy { $0 < 10 } }
}
