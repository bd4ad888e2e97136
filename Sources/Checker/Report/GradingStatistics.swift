import Generator

/// What a report says of many rows together; of a block, or of all of them.
///
/// An item is an asked number of one of a set's templates; they are counted template by template.
struct GradingStatistics: Sendable {
    /// How many points which share of the rows has.
    private(set) var scores = ScoreCounts()
    private var items: [ItemSums]
    /// Of the rows with each template.
    private var rows: [RowSums]
    /// By item and verdict, answers that are not correct.
    private var verdicts: [Int]
    /// The known mistakes.
    private(set) var mistakes = MistakeCounts()
    /// Where the items of each template begin, and the end.
    private let offsets: [Int]

    /// No rows yet of a set with these templates.
    init(_ plan: SetPlan) {
        offsets = plan.calculations.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.asked.count) }
        items = Array(repeating: ItemSums(), count: offsets.last ?? 0)
        rows = Array(repeating: RowSums(), count: plan.calculations.count)
        verdicts = Array(repeating: 0, count: items.count * Verdict.allCases.count)
    }

    /// Where a template's items begin.
    func offset(ofTemplate template: Int) -> Int { offsets[template] }

    /// How columns name an item.
    func name(ofItem item: Int, _ plan: SetPlan) -> String {
        let template = (offsets.firstIndex { $0 > item } ?? 1) - 1
        return plan.calculations[template].asked[item - offsets[template]].column
    }

    /// Counts an answer that is not correct.
    @inline(__always)
    mutating func count(_ verdict: Verdict, ofItem item: Int) {
        verdicts[item * Verdict.allCases.count + verdict.place] += 1
    }

    /// Counts a sheet's mistakes.
    mutating func add(mistakes found: [(item: Int, mark: Mark)]) { mistakes.add(found) }

    /// Counts the rest of a row.
    ///
    /// - Parameters:
    ///   - share: The share of all points that it has in the end.
    ///   - lost: What it lost in all, in the same unit as `losses`.
    ///   - templates: The templates of its problems.
    ///   - losses: The items that lost points.
    mutating func addRow(share: Double, lost: Double, templates: [Int], losses: [(item: Int, points: Int64)]) {
        scores.add(share)
        for template in templates { rows[template].add(lost) }
        for (item, points) in losses { items[item].add(Double(points), of: lost) }
    }

    /// Adds the rows of others, which come later.
    mutating func add(_ other: GradingStatistics) {
        scores.add(other.scores)
        for index in items.indices { items[index] = items[index] + other.items[index] }
        for index in rows.indices { rows[index] = rows[index] + other.rows[index] }
        for index in verdicts.indices { verdicts[index] += other.verdicts[index] }
        mistakes.add(other.mistakes)
    }

    /// The answers to an asked number of a template, which is worth so much.
    func result(ofAsked index: Int, template: Int, worth points: Int64) -> ItemResult {
        ItemResult(items[offsets[template] + index], on: rows[template], worth: points)
    }

    /// How many answers to an asked number of a template have each verdict, in the order of all verdicts.
    func counts(ofAsked index: Int, template: Int) -> [Int] {
        let first = (offsets[template] + index) * Verdict.allCases.count
        var counts = Array(verdicts[first..<first + Verdict.allCases.count])
        counts[Verdict.correct.place] = Int(rows[template].count) - counts.reduce(0, +)
        return counts
    }
}
