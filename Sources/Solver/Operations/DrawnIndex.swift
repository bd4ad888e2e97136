import Maths

/// A number of the sheet as an index.
///
/// A node of its own, since the number itself is written there whatever its name is.
struct DrawnIndex: StepOperation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard operands[0].isScalar else { throw ShapeError("an index is a scalar, not an array of \(operands[0])") }
        return .scalar
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] { operands[0].slots }

    func written(_ operands: [Written]) -> Maths { operands[0].maths }
}
