import Maths

/// A square matrix with a vector on its diagonal and zeros elsewhere: the derivative of a function that acts entry by entry.
struct Diagonal: StepOperation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard operands[0].rank == 1 else { throw ShapeError("a diagonal is made of a vector, not \(operands[0])") }
        return .matrix(operands[0].count, operands[0].count)
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        let size = operands[0].shape.count
        return (0..<size * size).map { place in
            place / size == place % size ? operands[0].slots[place / size] : code.constant(0)
        }
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("diag", .upright), [operands[0].maths])
    }
}
