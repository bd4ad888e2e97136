import Exact
import Generator
import Template

@testable import Solver

/// The numbers of one sheet as the solver has found them.
struct DrawnSheet {
    let calculation: Calculation
    let machine: Machine
    let lane: Int

    var isExact: Bool { calculation.program.outputs[0].allSatisfy { !$0.isReal } }

    private func numbers(_ values: some Sequence<Int>) -> [Number] {
        values.map { machine.number(at: calculation.location(ofValue: $0), lane: lane) }
    }

    /// The names and asked quantities that a plain calculation from the given numbers finds otherwise.
    ///
    /// Without `derivatives` they are left out, and what follows from them; with `allowsKinks` so are those on kinks.
    func wrong<Element: PlainNumber>(_ type: Element.Type, derivatives: Bool, allowsKinks: Bool = false) throws
        -> [String]
    {
        let template = calculation.template
        var given: [String: PlainArray<Element>] = [:]
        for quantity in calculation.quantities.prefix(template.given.count) {
            let entries = numbers(quantity.values).map { number in
                if case .exact(let value) = number { Element(plain: value) } else { Element(plain: .undefined) }
            }
            given[quantity.name] = PlainArray(quantity.shape.dimensions, entries)
        }
        let definitions = Dictionary(uniqueKeysWithValues: template.definitions.map { ($0.name, $0.expression) })
        let functions = Dictionary(uniqueKeysWithValues: template.given.map { ($0.name, $0.functions) })
        var plain = PlainEvaluation(
            given: given, definitions: definitions, functions: functions.filter { !$0.value.isEmpty })
        plain.findsDerivatives = derivatives
        var wrong: [String] = []
        func compare(_ name: String, _ places: some Sequence<Int>, _ expression: Solver.Expression) throws {
            do {
                if !agree(numbers(places), try plain.value(of: expression), within: 1e-6) { wrong.append(name) }
            } catch PlainError.leftOut {
            } catch PlainError.kink where allowsKinks {
            }
        }
        for quantity in calculation.quantities.dropFirst(template.given.count) {
            try compare(quantity.name, quantity.values, Solver.Expression(kind: .name(quantity.name), range: 0..<0))
        }
        for (part, values) in zip(template.parts, calculation.askedValues) {
            for (quantity, places) in zip(part.quantities, values) {
                try compare(quantity.name, places, quantity.expression)
            }
        }
        return wrong
    }
}
