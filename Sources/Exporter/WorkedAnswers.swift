import Maths
import Solver
import Template

/// What the key of a template says of each asked number.
package struct WorkedAnswers: Sendable {
    /// An asked number on the key.
    package struct Answer: Sendable {
        /// What it is called, as beside its box on the sheet.
        package let label: Maths
        /// The right number.
        package let right: Maths
        /// That the one is the other.
        package let equation: Maths
        /// The key's own line for it or for the quantity that it is an entry of; nil where the key has none.
        package let step: Maths?
    }

    /// Computes all numbers that the answers show.
    package let calculation: Calculation
    /// One an asked number, in the order of the parts.
    package let answers: [Answer]

    /// Works a template out.
    package init(_ template: Template) throws(CalculationError) {
        let worked = WorkedTemplate(template)
        let calculation = try Calculation(worked.template)
        let formulas = Formulas(calculation: calculation)
        let written = DerivationEquations(calculation: calculation)
        let derivations = worked.derivations.joined().joined()
        self.calculation = calculation
        answers = calculation.asked.map { entry in
            let label = formulas.label(entry)
            let quantity = calculation.template.parts[entry.part].quantities[entry.quantity]
            let whole = calculation.template.notation.written(quantity.whole).maths
            let line = derivations.last { $0.left == label } ?? derivations.last { $0.left == whole }
            return Answer(
                label: label, right: formulas.number(entry.value), equation: formulas.equation(entry),
                step: line.map { written.equation($0) })
        }
    }
}
