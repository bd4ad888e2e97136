import Exact
import Foundation
import Template
import YAML

@testable import Generator

/// The template that a text says.
func template(_ text: String) throws -> Template {
    try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
}

/// A template of the gallery.
func gallery(_ name: String) throws -> Template {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates/\(name).yaml")
    return try Template(SourceFile(name: name, bytes: Array(Data(contentsOf: url))))
}

extension Generator {
    /// All values of some sheets, drawn so many at a time.
    func values(ofSheets sheets: Range<Int>, batch: Int = 64) throws -> [[Number]] {
        var drawer = drawer()
        var all: [[Number]] = []
        for first in stride(from: sheets.lowerBound, to: sheets.upperBound, by: batch) {
            let count = min(batch, sheets.upperBound - first)
            try drawer.draw(sheets: first, count: count, from: self)
            for lane in 0..<count {
                all.append(
                    calculation.roundings.indices.map {
                        drawer.machine.number(at: calculation.location(ofValue: $0), lane: lane)
                    })
            }
        }
        return all
    }

    /// The values of one quantity among those of a sheet.
    func quantity(_ name: String, in values: [Number]) -> [Rational] {
        guard let range = calculation.quantities.first(where: { $0.name == name })?.values else { return [] }
        return values[range].map { if case .exact(let number) = $0 { number } else { .undefined } }
    }

    /// The asked numbers among the values of a sheet, by column.
    func asked(in values: [Number]) -> [String: Number] {
        Dictionary(uniqueKeysWithValues: calculation.asked.map { ($0.column, values[$0.value]) })
    }
}

/// χ² of counts that should all be equal.
func chiSquared(_ counts: some Collection<Int>) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
}

extension Rational: ExpressibleByIntegerLiteral {
    /// The whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}
