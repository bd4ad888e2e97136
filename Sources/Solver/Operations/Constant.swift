import Exact
import Maths

/// A number that the template fixes, in every entry of a shape.
struct Constant: StepOperation {
    let value: Rational
    let shape: Shape
    /// Whether it is written with a bar, as what a division left; otherwise as a decimal where it is one that ends.
    let isFraction: Bool

    init(_ value: Rational, shape: Shape = .scalar, isFraction: Bool = false) {
        self.value = value
        self.shape = shape
        self.isFraction = isFraction && !value.isInteger
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
        guard isFraction else { return .number(value) }
        return .fraction(.number(Rational(value.numerator, 1)), .number(Rational(value.denominator, 1)))
    }
}
