import Maths

extension Maths {
    /// A formula with a bar behind it, below which other values of quantities stand: `L|_{w = w_new}`.
    package static func evaluated(_ formula: Maths, at values: [Maths]) -> Maths {
        let isSimple = formula.precedence >= .tall
        let base = isSimple ? formula : Maths.fenced(.parentheses, formula)
        return .scripts(.row([base, .text("|")]), sub: values.count == 1 ? values[0] : .list(values), sup: nil)
    }
}
