import Exact
import Maths

/// Numbers rounded to places after the point, of two nearest the one further from 0; exact whatever they were.
package struct Rounded: ElementwiseOperation, StepOperation {
    private let decimals: Int

    /// Rounds to so many places.
    package init(decimals: Int) { self.decimals = decimals }

    var isFunction: Bool { false }

    func value(of entry: Slot, in code: inout Code) -> Slot {
        let scale = code.constant(Rational(10).power(decimals))
        let scaled = code.multiply(entry, scale)
        return code.divide(code.round(scaled), scale)
    }

    package func written(_ operands: [Written]) -> Maths { operands[0].maths }
}
