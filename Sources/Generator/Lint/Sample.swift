import Exact
import Template

/// The numbers of many sheets of a template, to judge what is usual.
struct Sample {
    /// The most sheets that are drawn.
    static let largestCount = 256

    let calculation: Calculation
    /// The values of each sheet.
    let sheets: [[Number]]

    /// Draws sheets; as many as there are where that is fewer.
    init(_ generator: Generator) throws(GeneratorError) {
        calculation = generator.calculation
        let count = Int(min(UInt128(Self.largestCount), generator.capacity ?? 1))
        var drawer = generator.drawer()
        var sheets: [[Number]] = []
        for first in stride(from: 0, to: count, by: 64) {
            let lanes = min(64, count - first)
            try drawer.draw(sheets: first, count: lanes, from: generator)
            for lane in 0..<lanes {
                sheets.append(
                    calculation.roundings.indices.map {
                        drawer.machine.number(at: generator.calculation.location(ofValue: $0), lane: lane)
                    })
            }
        }
        self.sheets = sheets
    }

    /// The values of a given or defined scalar.
    func scalar(_ name: String) -> Int? {
        calculation.quantities.first { $0.name == name && $0.shape.isScalar }?.values.first
    }

    /// `n%` of some sheets, or that it is fewer than one in a hundred.
    static func percent(_ count: Int, of total: Int) -> String {
        Rejection.percent(Double(count) / Double(max(1, total)))
    }
}
