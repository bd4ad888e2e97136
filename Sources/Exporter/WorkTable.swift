import Document
import Generator
import Maths
import Solver

/// Each count of work over some variants: its band, its least, its median and its most; without those that are 0 in all.
struct WorkTable {
    private let works: [Work]
    private let bands: [WorkCount: ClosedRange<Int>]

    init(_ works: [Work], bands: [WorkCount: ClosedRange<Int>]) {
        self.works = works
        self.bands = bands
    }

    var table: Table {
        let hasBands = !bands.isEmpty
        var rows: [[[Inline]]] = WorkCount.allCases.filter(works.occurs).map { count in
            let band = bands[count].map { "\($0.lowerBound) to \($0.upperBound)" } ?? "–"
            return row(count.name, works.map { Double($0[count]) }, band: hasBands ? band : nil)
        }
        for (name, numbers) in [
            ("signs to mind", works.map(\.signs)), ("carries", works.map(\.carries)),
            ("terms that vanish", works.map(\.vanishing)),
        ] where numbers.contains(where: { $0 > 0 }) {
            rows.append(row(name, numbers.map(Double.init), band: hasBands ? "–" : nil))
        }
        rows.append(row("predicted time, seconds", works.map(\.seconds), band: hasBands ? "–" : nil))
        let names = ["Of a sheet"] + (hasBands ? ["band"] : []) + ["least", "median", "most"]
        return Table(
            alignments: [.left] + names.dropFirst().map { _ in .right }, header: names.map { [.text($0)] }, rows: rows)
    }

    private func row(_ name: String, _ numbers: [Double], band: String?) -> [[Inline]] {
        let sorted = numbers.sorted()
        let shown = [sorted.first, sorted.isEmpty ? nil : sorted[sorted.count / 2], sorted.last]
        return [[.text(name)]] + (band.map { [[.text($0)]] } ?? [])
            + shown.map { [.text($0.map { "\(Int($0.rounded()))" } ?? "–")] }
    }
}

/// How long sheets take by predicted time, in a dozen bars.
struct TimeHistogram {
    private let works: [Work]
    private static let mostBars = 12

    init(_ works: [Work]) { self.works = works }

    var picture: Picture {
        let seconds = works.map { Int($0.seconds.rounded(.down)) }
        let (least, most) = (seconds.min() ?? 0, seconds.max() ?? 0)
        let size = max(1, (most - least) / Self.mostBars + 1)
        var counts = [Int](repeating: 0, count: (most - least) / size + 1)
        for second in seconds { counts[(second - least) / size] += 1 }
        let labels = counts.indices.map { "\(least + $0 * size)" }
        let unit =
            size == 1 ? "seconds of predicted time" : "seconds of predicted time (from this number, \(size) a bar)"
        return Histogram(labels, counts, counted: "sheets", unit: unit, height: 24).picture
    }
}
