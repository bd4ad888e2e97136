import Exact
import Foundation
import Generator
import Template
import Testing
import YAML

@testable import Solver

/// Every number of 10 seeds' sheets of every template in the gallery, 100 each of the founding quiz and 15 of the others,
/// found in a second way: values by plain evaluation, derivatives by differences, exact ones where the numbers are exact.
struct GalleryTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Templates").standardizedFileURL

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test func thereIsAGallery() { #expect(Self.names.contains("q2.yaml")) }

    @Test(arguments: names) func numbersAreThePlainOnes(_ name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        let template = try Template(SourceFile(name: name, bytes: Array(bytes)))
        let most = name.hasPrefix("q2") ? 100 : 15 as UInt128
        for seed in 0..<10 as Range<UInt64> {
            let generator = try Generator(template, seed: seed)
            let count = Int(min(generator.capacity ?? 1, most))
            var drawer = generator.drawer()
            for first in stride(from: 0, to: count, by: Machine.width) {
                let lanes = min(Machine.width, count - first)
                try drawer.draw(sheets: first, count: lanes, from: generator)
                for lane in 0..<lanes {
                    let sheet = DrawnSheet(calculation: generator.calculation, machine: drawer.machine, lane: lane)
                    let wrong = try sheet.isExact ? sheet.wrong(Rational.self) : sheet.wrong(Double.self)
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
    func wrong<Element: PlainNumber>(_ type: Element.Type) throws -> [String] {
        let template = calculation.template
        var given: [String: PlainArray<Element>] = [:]
        for quantity in calculation.quantities.prefix(template.given.count) {
            let entries = numbers(quantity.values).map { number in
                if case .exact(let value) = number { Element(plain: value) } else { Element(plain: .undefined) }
            }
            given[quantity.name] = PlainArray(quantity.shape.dimensions, entries)
        }
        let definitions = Dictionary(uniqueKeysWithValues: template.definitions.map { ($0.name, $0.expression) })
        let functions = template.given.filter { !$0.functions.isEmpty }.map { ($0.name, $0.functions) }
        var plain = PlainEvaluation(
            given: given, definitions: definitions, functions: Dictionary(uniqueKeysWithValues: functions))
        var wrong: [String] = []
        for quantity in calculation.quantities.dropFirst(template.given.count) {
            let value = try plain.value(of: quantity.name)
            if !agree(numbers(quantity.values), value, within: 1e-6) { wrong.append(quantity.name) }
        }
        for (part, values) in zip(template.parts, calculation.askedValues) {
            for (quantity, places) in zip(part.quantities, values) {
                let value = try plain.value(of: quantity.expression)
                if !agree(numbers(places), value, within: 1e-6) { wrong.append(quantity.name) }
            }
        }
        return wrong
    }
}
