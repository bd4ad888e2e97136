import Document
import Exact
import Maths
import Solver
import Template

/// The formulas of a sheet's quantities, with holes for the numbers that differ from sheet to sheet.
struct Formulas {
    let calculation: Calculation

    private var notation: Notation { calculation.template.notation }

    /// `w⁽¹⁾ = [0 1; 1 1; 1 0]` for each given quantity that the sheet lists.
    var given: [Maths] { given { $0.isShown } }

    /// The same for all given quantities; a drawn function is seen where it is applied.
    var allGiven: [Maths] { given { _ in true } }

    private func given(where isListed: (GivenQuantity) -> Bool) -> [Maths] {
        zip(calculation.template.given, calculation.quantities).compactMap { given, quantity in
            guard isListed(given), given.functions.isEmpty else { return nil }
            return .relation(
                notation.name(quantity.name),
                [Link(equality(quantity.values), array(quantity.values, quantity.shape))])
        }
    }

    /// `z₁ = w⁽¹⁾ x + b⁽¹⁾` for each equation that the sheet shows; `hₜ = tanh(aₜ), t = 1, 2, 3` for a loop's.
    var definitions: [Maths] {
        calculation.template.lines.map { line in
            let side = notation.written(line.expression).maths
            let rounds = line.rounds.flatMap { rounds -> [Maths] in
                [.text(",\u{2003}"), .equation(notation.name(rounds.variable), Self.shortened(rounds.values))]
            }
            return .equation(notation.name(line.name), rounds.isEmpty ? side : .row([side] + rounds))
        }
    }

    /// All of a few numbers, of more the first and the last.
    private static func shortened(_ values: [Int]) -> Maths {
        let all = values.map(Maths.integer)
        let items = all.count > 4 ? all.prefix(2) + [.text("…")] + all.suffix(1) : all
        return .row(Array(items.map { [$0] }.joined(separator: [.sign(",", .separator)])))
    }

    /// `∂L/∂w⁽²⁾₂₂ = 7`, a whole quantity as a vector or matrix.
    func answer(_ quantity: AskedQuantity, part: Int, index: Int) -> Maths {
        let values = calculation.askedValues[part][index]
        let right = array(values, quantity.askedShape)
        return .relation(notation.written(quantity.expression).maths, [Link(equality(values), right)])
    }

    /// `∂L/∂w⁽²⁾₂₂ = 7` for one asked number.
    func equation(_ entry: AskedEntry) -> Maths {
        .relation(label(entry), [Link(equality([entry.value]), number(entry.value))])
    }

    /// What an answer box or a column of the table of answers is called.
    func label(_ entry: AskedEntry) -> Maths {
        let quantity = calculation.template.parts[entry.part].quantities[entry.quantity]
        return notation.written(quantity.expression, entry: entry.entry, of: quantity.shape)
    }

    /// What a column of all sheets' answers is called: drawn indices by their names.
    func labelOfAllSheets(_ entry: AskedEntry) -> Maths {
        let quantity = calculation.template.parts[entry.part].quantities[entry.quantity]
        return notation.ofAllSheets.written(quantity.expression, entry: entry.entry, of: quantity.shape)
    }

    /// The number of a value.
    func number(_ value: Int) -> Maths { .value(ValueID(value), calculation.roundings[value]) }

    /// The number of each entry of a given or defined quantity, in row-major order.
    func numbers(of name: String) -> [Maths] { values(of: name).map(number) }

    /// The values of a given or defined quantity.
    func values(of name: String) -> Range<Int> {
        calculation.quantities.first { $0.name == name }?.values ?? 0..<0
    }

    /// A name for a whole quantity in a sentence.
    func name(_ quantity: AskedQuantity) -> Maths { notation.written(quantity.expression).maths }

    /// What is rounded is nearly equal.
    private func equality(_ values: some Sequence<Int>) -> Relation {
        values.contains { calculation.location(ofValue: $0).isReal } ? .approximatelyEqual : .equal
    }

    private func array(_ values: some Collection<Int>, _ shape: Shape) -> Maths { .array(values.map(number), shape) }
}
