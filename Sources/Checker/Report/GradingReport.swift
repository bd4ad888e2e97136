import Document
import Exact
import Generator
import Maths
import Template

/// The page that tells an instructor how a set was answered, and what a person should look at.
package struct GradingReport {
    let plan: SetPlan
    let title: String
    let summary: GradingSummary
    let points: PointTexts
    /// Where a sheet's feedback is, from the report's place; nil where there is none.
    private let address: (_ sheet: Int, _ code: String) -> String?

    /// A report on a set that is called `title`.
    package init(
        _ summary: GradingSummary, of plan: SetPlan, title: String,
        feedback address: @escaping (_ sheet: Int, _ code: String) -> String?
    ) {
        self.summary = summary
        self.plan = plan
        self.title = title
        self.address = address
        points = PointTexts(plan.calculations)
    }

    /// The page; it needs no other file.
    package var page: [UInt8] {
        let blocks = self.blocks
        let page = HTMLPage(
            title: [.text("Report: " + title)], ownStyle: blocks.ownStyle + HTMLPage.tableStyle + Self.style)
        var forms = [page.opening, HTML.sheet(blocks)]
        if !summary.listed.isEmpty {
            let table = HTML.repeating(students, under: "Students")
            forms += [table.opening, HTML.form([.paragraph([.text(legend)])]), table.row, table.closing]
        }
        forms.append(page.closing)
        var bytes: [UInt8] = []
        for form in forms { form.fill(into: &bytes, value: { _ in .exact(.undefined) }, text: { $0.name }) }
        return bytes
    }

    /// What matters most stands first.
    private var blocks: [Block] {
        let rest = places.dropFirst(Self.firstPlaces)
        var blocks: [Block] = [
            .title([.text("Report: " + title)], aside: []), .paragraph([.text(overview)]),
            .heading([.text("What needs a look")], level: 1),
        ]
        blocks += list(Array(places.prefix(Self.firstPlaces)), empty: "Nothing.")
        if summary.problemCount > Self.firstPlaces {
            let words = "There are \(summary.problemCount) places in all; more are at the end of this report."
            blocks.append(.paragraph([.text(words)]))
        }
        if let count = summary.changeCount {
            blocks.append(.heading([.text("What the corrected template changes")], level: 1))
            let words = "The points of \(count) \(count == 1 ? "sheet" : "sheets")"
            blocks.append(.paragraph([.text(words + (count == 0 ? "." : ":"))]))
            let lines = summary.changes.map { change in
                change.points + (change.marks.isEmpty ? "" : " (\(change.marks.joined(separator: ", ")))")
            }
            blocks += list(lines, empty: nil)
            if count > summary.changes.count {
                blocks.append(.paragraph([.text("… and \(count - summary.changes.count) more.")]))
            }
        }
        if summary.statistics.scores.rows > 0 {
            let histogram = ScoreHistogram(
                scores: summary.statistics.scores, points: commonPoints.flatMap { Int(exactly: $0) })
            blocks += [.heading([.text("Points")], level: 1), .picture(histogram.picture)]
            blocks += QuestionSection(report: self).blocks
            blocks += MistakeSection(report: self).blocks
        }
        if !rest.isEmpty {
            blocks.append(.heading([.text("What needs a look, continued")], level: 1))
            blocks += list(Array(rest), empty: nil)
            let more = summary.problemCount - places.count
            if more > 0 { blocks.append(.paragraph([.text("… and \(more) more, in the graded table.")])) }
        }
        if summary.listed.isEmpty && summary.statistics.scores.rows > 0 {
            let words =
                "Students are listed here where there are no more than \(GradingSummary.listedSheets);"
                + " the graded table has them all."
            blocks += [.heading([.text("Students")], level: 1), .paragraph([.text(words)])]
        }
        return blocks
    }

    private static let firstPlaces = 20

    /// Sentences in tables of the report itself may be broken into lines.
    private static let style = "article:not(.w) td{white-space:normal}\n"

    private func list(_ lines: [String], empty: String?) -> [Block] {
        if lines.isEmpty { return empty.map { [.paragraph([.text($0)])] } ?? [] }
        return [.list(List(lines.map { [.paragraph([.text($0)])] }))]
    }

    /// Unreadable cells, then what is in no single row, then the rest.
    private var places: [String] {
        summary.unreadable.map(\.text) + summary.general
            + summary.problems.filter { !$0.isUnreadable }.map(\.text)
    }

    /// What every sheet is worth; nil where that differs.
    private var commonPoints: Double? { points.common(plan)?.double }

    /// How many sheets, how well, and what is missing, in a few sentences.
    private var overview: String {
        let scores = summary.statistics.scores
        var sentences = ["\(scores.rows) \(scores.rows == 1 ? "sheet" : "sheets") graded."]
        if let mean = scores.mean, let median = scores.median {
            sentences.append(
                commonPoints.map {
                    "Mean \(Self.decimal(mean * $0)) of \(Self.decimal($0)) points (\(Self.percent(mean)));"
                        + " median \(Self.decimal(median * $0))."
                } ?? "Mean \(Self.percent(mean)) of the points; median \(Self.percent(median)).")
        }
        if summary.missingCount > 0 {
            sentences.append("\(summary.missingCount) of the set's \(summary.sheetCount) sheets have no row.")
        }
        if summary.unmarkedCount > 0 {
            let parts = summary.unmarkedCount == 1 ? "1 part is" : "\(summary.unmarkedCount) parts are"
            sentences.append("\(parts) still to be marked by hand and count as 0 until then.")
        }
        return sentences.joined(separator: " ")
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

    /// Points or a correlation with at most so many places.
    static func decimal(_ number: Double, places: Int = 1) -> String {
        let scale = Rational(10).power(places)
        let digits = Int128((number * scale.double).rounded())
        var bytes: [UInt8] = []
        writePlain(.exact(Rational(digits, 1) / scale), .exact, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private var legend: String {
        "Signs: "
            + Verdict.allCases.map { "\($0.sign) \($0.meaning)" }.joined(separator: ", ")
            + ". One sign an answer, in the order of the sheet."
    }

    /// A row a sheet, a column a part of each problem.
    private var students: Table {
        let parts = plan.problems.enumerated().flatMap { index, problem in
            let count = plan.calculations[problem.templates].map(\.template.parts.count).max() ?? 0
            return (0..<count).map { plan.prefix(ofProblem: index) + AskedPart.letter(of: $0) }
        }
        let rows = summary.listed.map { sheet -> [[Inline]] in
            let code = Inline.text(sheet.code)
            let name = sheet.name.count > 60 ? sheet.name.prefix(60) + "…" : sheet.name
            return [
                [address(sheet.sheet, sheet.code).map { .link([code], to: $0) } ?? code], [.text(name.isolated)],
                [.text("\(sheet.points) of \(sheet.total)")],
            ] + signs(sheet)
        }
        return Table(
            alignments: [.left, .left, .right],
            header: ["Sheet", "Student", "Points"].map { [.text($0)] } + parts.map { [.text("(\($0))")] }, rows: rows)
    }

    /// The signs of each part's answers.
    private func signs(_ sheet: GradedSheet) -> [[Inline]] {
        zip(plan.problems, sheet.problems).flatMap { problem, graded -> [[Inline]] in
            let count = plan.calculations[problem.templates].map(\.template.parts.count).max() ?? 0
            var signs = [String](repeating: "", count: count)
            for (entry, mark) in zip(plan.calculations[graded.template].asked, graded.marks) {
                signs[entry.part] += mark.verdict.sign
            }
            return signs.map { [.text($0)] }
        }
    }
}

extension GradingProblem {
    /// Where it is and what it is, in one line.
    fileprivate var text: String { "Line \(line): " + (column.map { "column ‘\($0)’: " } ?? "") + message }
}
