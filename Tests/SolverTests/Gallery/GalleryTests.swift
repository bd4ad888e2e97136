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
