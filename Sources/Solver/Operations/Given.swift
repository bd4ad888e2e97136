import Exact
import Maths

/// An entry of a given quantity: fixed by the template, or drawn.
package enum GivenEntry: Hashable, Sendable {
    /// The same on every sheet.
    case fixed(Rational)
    /// The drawn number with this index.
    case drawn(Int)
}

/// The numbers that a problem starts from.
package struct Given: StepOperation {
    /// Its sizes.
    package let shape: Shape
    /// In row-major order.
    package let entries: [GivenEntry]

    /// A given quantity of a shape, its entries in row-major order.
    package init(shape: Shape, entries: [GivenEntry]) {
        self.shape = shape
        self.entries = entries
    }

    package func shape(of operands: [Shape]) throws(ShapeError) -> Shape { shape }

    package func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        entries.map { entry in
            switch entry {
            case .fixed(let value): code.constant(value)
            case .drawn(let index): code.input(index)
            }
        }
    }

    package func written(_ operands: [Written]) -> Maths {
        .list([])
    }
}
