import Document
import Solver

/// What a report says of known mistakes: how often each was made, in which answers, and what a student is told of it.
struct MistakeSection {
    let report: GradingReport

    /// Nothing where no answer is explained.
    var blocks: [Block] {
        let mistakes = report.summary.statistics.mistakes.sorted
        guard let most = mistakes.first?.count.sheets else { return [] }
        let chart = BarChart(
            labels: mistakes.map(\.mistake.words),
            panels: [
                .init(
                    title: "sheets with this mistake", range: 0...Double(max(1, most)), width: 60, valueWidth: 10,
                    cells: mistakes.map { (Double($0.count.sheets), "\($0.count.sheets)") })
            ],
            alternative: "Sheets with each mistake: "
                + mistakes.map { "\($0.mistake.words) \($0.count.sheets)" }.joined(separator: ", "))
        let table = Table(
            header: ["Mistake", "Explains", "For example"].map { [.text($0)] },
            rows: mistakes.map { mistake, count in
                [[.text(mistake.words)], [.text(places(count))], [.text(count.example)]]
            })
        return [
            .heading([.text("Mistakes")], level: 1), .picture(chart.picture), .table(table),
        ]
    }

    /// `L 12 times, dL/dW2[2,1] once`, the most often explained first.
    private func places(_ count: MistakeCounts.Count) -> String {
        var answers: [String: Int] = [:]
        var names: [String] = []
        for (item, times) in count.answers.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let name = report.summary.statistics.name(ofItem: item, report.plan)
            if answers[name] == nil { names.append(name) }
            answers[name, default: 0] += times
        }
        return names.map { "\($0): \(answers[$0] ?? 0)" }.joined(separator: ", ")
    }
}

extension Mistake {
    /// Its name in `marking:`, as words.
    fileprivate var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
