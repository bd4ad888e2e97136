import Exact
import Maths

/// A number that the template fixes, in every entry of a shape.
struct Constant: StepOperation {
    let value: Rational
    let shape: Shape

    init(_ value: Rational, shape: Shape = .scalar) {
        self.value = value
        self.shape = shape
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { shape }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Array(repeating: code.constant(value), count: shape.count)
    }

    func written(_ operands: [Written]) -> Maths {
        if let entries = shape.asMatrix, !shape.isScalar {
            return .matrix(
                Array(repeating: Array(repeating: .number(value), count: entries.columns), count: entries.rows))
        }
        return .number(value)
    }
}
