import Document
import Template

/// What a report says of each asked number: how hard it was, whether it tells good sheets from others, how it was answered.
struct QuestionSection {
    let report: GradingReport

    private static let rowsPerChart = 30
    private struct Item {
        let name: String
        let part: Int
        let result: ItemResult
        let counts: [Int]
    }

    /// The charts and tables, template by template.
    var blocks: [Block] {
        let templates = report.plan.calculations
        var blocks: [Block] = [.heading([.text("Questions")], level: 1), .paragraph([.text(Self.reading)])]
        for (template, calculation) in templates.enumerated() {
            let items = items(ofTemplate: template)
            guard !items.isEmpty, items[0].result.rows.count > 0 else { continue }
            if templates.count > 1 { blocks.append(.heading([.text(calculation.template.title)], level: 2)) }
            for start in stride(from: 0, to: items.count, by: Self.rowsPerChart) {
                blocks.append(.picture(chart(items[start..<min(items.count, start + Self.rowsPerChart)])))
            }
            blocks += doubts(items)
            blocks.append(.table(table(items)))
        }
        return blocks
    }

    private static let reading =
        "Points earned: the share of its points that an answer earned, low where it was hard. Discrimination: how well the"
        + " answer goes with the rest of the sheet (correlation with the points for everything else); above 0.3 is good,"
        + " near 0 says nothing about a student, below 0 deserves a look."

    private func items(ofTemplate template: Int) -> [Item] {
        let statistics = report.summary.statistics
        return report.plan.calculations[template].asked.enumerated().map { index, entry in
            Item(
                name: "(\(AskedPart.letter(of: entry.part)))\u{A0}\(entry.column)", part: entry.part,
                result: statistics.result(
                    ofAsked: index, template: template, worth: report.points.numerators[template][index]),
                counts: statistics.counts(ofAsked: index, template: template))
        }
    }

    private func chart(_ items: ArraySlice<Item>) -> Picture {
        let items = Array(items)
        let earned = items.map { ($0.result.shareEarned, $0.result.shareEarned.map(GradingReport.percent) ?? "–") }
        let discrimination = items.map {
            ($0.result.discrimination, $0.result.discrimination.map { GradingReport.decimal($0, places: 2) } ?? "–")
        }
        let words = zip(items, zip(earned, discrimination)).map { "\($0.name): \($1.0.1), \($1.1.1)" }
        return BarChart(
            labels: items.map(\.name),
            groups: Set(items.indices.dropFirst().filter { items[$0].part != items[$0 - 1].part }),
            panels: [
                .init(title: "points earned", range: 0...1, width: 36, valueWidth: 10, cells: earned),
                .init(title: "discrimination", range: -0.3...1, width: 36, valueWidth: 10, cells: discrimination),
            ],
            alternative: "Points earned and discrimination: " + words.joined(separator: "; ")
        ).picture
    }

    /// Questions that good sheets answered worse than others, by more than chance does one time in forty.
    private func doubts(_ items: [Item]) -> [Block] {
        let doubtful = items.filter { item in
            item.result.discrimination.map { $0 < -2 / item.result.rows.count.squareRoot() } ?? false
        }
        guard let first = doubtful.first else { return [] }
        let words =
            "Students with many points did worse here than others: \(doubtful.map(\.name).joined(separator: ", "))."
            + " If a question or its key is at fault, --void \(AskedPart.letter(of: first.part)) gives everyone the"
            + " points of its part."
        return [.paragraph([.text(words)])]
    }

    /// How many answers have each verdict; only verdicts that there are.
    private func table(_ items: [Item]) -> Table {
        let verdicts = Verdict.allCases.filter { verdict in items.contains { $0.counts[verdict.place] > 0 } }
        return Table(
            alignments: [.left] + verdicts.map { _ in .right },
            header: [[.text("Answer")]] + verdicts.map { [.text("\($0.sign) \($0.rawValue)")] },
            rows: items.map { item in
                [[.text(item.name)]] + verdicts.map { [.text("\(item.counts[$0.place])")] }
            })
    }
}
