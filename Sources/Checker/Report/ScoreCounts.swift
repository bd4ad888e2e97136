/// How many rows earned which share of their points, counted in ten thousandths of them.
struct ScoreCounts: Hashable, Sendable {
    private var counts = [UInt32](repeating: 0, count: Self.steps + 1)
    /// How many rows there are, and the sum of their shares.
    private(set) var rows = 0
    private(set) var sum = 0.0

    private static let steps = 10_000

    /// Counts a row; a share below 0 or above 1 is counted there.
    mutating func add(_ share: Double) {
        counts[Self.step(share)] += 1
        rows += 1
        sum += share
    }

    /// Adds the rows of others.
    mutating func add(_ other: ScoreCounts) {
        for step in counts.indices where other.counts[step] > 0 { counts[step] += other.counts[step] }
        rows += other.rows
        sum += other.sum
    }

    /// The mean share; nil where there is no row.
    var mean: Double? { rows > 0 ? sum / Double(rows) : nil }

    /// The share of the middle row, or half way between the two middle ones; nil where there is no row.
    var median: Double? {
        guard rows > 0 else { return nil }
        return (share(ofRow: (rows - 1) / 2) + share(ofRow: rows / 2)) / 2
    }

    /// The share of a row in the order of shares, from 0.
    private func share(ofRow row: Int) -> Double {
        var before = 0
        for (step, count) in counts.enumerated() {
            before += Int(count)
            if before > row { return Double(step) / Double(Self.steps) }
        }
        return 1
    }

    /// The rows in bins of equal width, and in a last one for all that have every point.
    func bins(_ count: Int) -> [Int] {
        var bins = [Int](repeating: 0, count: count + 1)
        for (step, rows) in counts.enumerated() where rows > 0 {
            // A third of a point is a little less in whole steps.
            bins[step == Self.steps ? count : min(count - 1, (step * count + count / 2) / Self.steps)] += Int(rows)
        }
        return bins
    }

    private static func step(_ share: Double) -> Int {
        share.isFinite ? Int((max(0, min(1, share)) * Double(steps)).rounded()) : 0
    }
}
