import Exact
import Foundation
import Generator
import Template
import Testing
import YAML

@testable import Solver

/// Every number of 1,000 sheets of every template in the gallery, found in a second way: values by plain evaluation, and
/// on every tenth sheet derivatives by differences, exact ones where the numbers are exact.
struct GalleryTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Templates").standardizedFileURL

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test func thereIsAGallery() { #expect(Self.names.contains("q2.yaml")) }

    @Test(arguments: names) func numbersAreThePlainOnes(_ name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        let template = try Template(SourceFile(name: name, bytes: Array(bytes)))
        for seed in 0..<10 as Range<UInt64> {
            let generator = try Generator(template, seed: seed)
            let count = Int(min(generator.capacity ?? 1, 100))
            var drawer = generator.drawer()
            for first in stride(from: 0, to: count, by: Machine.width) {
                let lanes = min(Machine.width, count - first)
                try drawer.draw(sheets: first, count: lanes, from: generator)
                for lane in 0..<lanes {
                    let sheet = DrawnSheet(calculation: generator.calculation, machine: drawer.machine, lane: lane)
                    let isDerived = (first + lane) % 10 == seed
                    let wrong =
                        try sheet.isExact
                        ? sheet.wrong(Rational.self, derivatives: isDerived)
                        : sheet.wrong(Double.self, derivatives: isDerived)
                    #expect(wrong.isEmpty, "seed \(seed), sheet \(first + lane + 1)")
                }
            }
        }
    }
}

/// The numbers of one sheet as the solver has found them.
private struct DrawnSheet {
    let calculation: Calculation
    let machine: Machine
    let lane: Int

    var isExact: Bool { calculation.program.outputs[0].allSatisfy { !$0.isReal } }

    private func numbers(_ values: some Sequence<Int>) -> [Number] {
        values.map { machine.number(at: calculation.location(ofValue: $0), lane: lane) }
    }

    /// The names and asked quantities that a plain calculation from the given numbers finds otherwise.
    ///
    /// Without `derivatives` they are left out, and what follows from them.
    func wrong<Element: PlainNumber>(_ type: Element.Type, derivatives: Bool) throws -> [String] {
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
            } catch PlainError.leftOut {}
        }
        for quantity in calculation.quantities.dropFirst(template.given.count) {
            try compare(quantity.name, quantity.values, Expression(kind: .name(quantity.name), range: 0..<0))
        }
        for (part, values) in zip(template.parts, calculation.askedValues) {
            for (quantity, places) in zip(part.quantities, values) {
                try compare(quantity.name, places, quantity.expression)
            }
        }
        return wrong
    }
}
