import Foundation
import Generator
import Solver
import Template
import Testing
import YAML

@testable import Exporter

/// Every equation on the keys of the gallery's templates, read back and worked out: both sides are equal.
struct DerivationTruthTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Templates").standardizedFileURL

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test(arguments: names, DerivationStyle.allCases)
    func everyLineIsTrue(_ name: String, style: DerivationStyle) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        let worked = WorkedTemplate(try Template(SourceFile(name: name, bytes: Array(bytes))), style: style)
        for seed in 1...4 as ClosedRange<UInt64> {
            let generator = try Generator(worked.template, seed: seed)
            let key = AnswerKey(calculation: generator.calculation, derivations: worked.derivations)
            let count = Int(min(generator.capacity ?? 1, 5))
            var drawer = generator.drawer()
            try drawer.draw(sheets: 0, count: count, from: generator)
            for lane in 0..<count {
                let wrong = KeyReader(generator.calculation, drawer.machine, lane: lane).wrong(in: key.blocks)
                #expect(wrong.isEmpty, "seed \(seed), sheet \(lane + 1)")
            }
        }
    }
}
