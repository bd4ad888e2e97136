import Exact
import Generator
import Record
import Solver
import Template

extension Grader {
    /// The most rows that are compared with all sheets.
    package static let comparedRows = 20_000

    /// By how many sheets at most an answer that fits is explained by chance.
    private static let chance = 1e-3

    /// Notes a row where at least three answers are wrong and fewer are right.
    func noteSuspect(_ record: borrowing CSVRecord, _ sheet: Int, _ work: inout Work) {
        guard work.wrongCount >= 3, work.rightCount < work.wrongCount else { return }
        var answers: [Rational?] = []
        for alternatives in problems {
            for column in alternatives[0].written.indices {
                let grading = alternatives.first { $0.written[column] != nil }
                answers.append(
                    grading.flatMap { grading in
                        grading.written[column].flatMap { grading.readNumber($0, record, &work.wholes) }
                    })
            }
        }
        work.result.suspects.append(SuspectRow(line: record.line, sheet: sheet, answers: answers))
    }

    /// Rows whose answers, but for at most one, are right on exactly one other sheet, with the code of that sheet.
    ///
    /// What so many sheets could have in common by chance is not reported.
    /// Complexity: every sheet's key once, then a look at every sheet for each row.
    package func likelyWrongCodes(_ rows: [SuspectRow]) throws(GivenTableError) -> [GradingProblem] {
        guard !rows.isEmpty else { return [] }
        guard let keys = try SheetKeys(plan, given, sheets: codes.count) else {
            return [
                GradingProblem(
                    line: rows[0].line, column: columns.sheet.map { columns.headings[$0] },
                    message: "most of these answers are wrong; whether they, or those of"
                        + " \(rows.count - 1) rows below, are another sheet's is not known: the set is too large to look"
                )
            ]
        }
        let machines = plan.calculations.map { Machine($0.program) }
        var window = GivenWindow()
        var found: [GradingProblem] = []
        for row in rows {
            let numbers = row.answers.map { $0.map { Float($0.double) } }
            let own = (row.sheet - 1) % keys.count + 1
            var fitting: [(sheet: Int, chance: Double)] = []
            for sheet in keys.sheets(near: numbers) where sheet != own {
                try given.feed(sheet: sheet, to: machines, with: &window)
                if let chance = chance(row.answers, on: sheet, machines, keys) { fitting.append((sheet, chance)) }
            }
            guard fitting.count == 1, fitting[0].chance <= Self.chance else { continue }
            let others = plan.versions == nil ? "" : ", or of one with the same numbers"
            found.append(
                GradingProblem(
                    line: row.line, column: columns.sheet.map { columns.headings[$0] },
                    message:
                        "most answers are wrong for sheet \(codes.code(of: row.sheet).text), but they fit the key of"
                        + " \(codes.code(of: fitting[0].sheet).text)\(others); is the code right?"))
        }
        return found
    }

    /// How many sheets would fit a row as well by chance, if all but one answer are right on a sheet that the machines
    /// were fed with; nil where they are not.
    private func chance(_ answers: [Rational?], on sheet: Int, _ machines: [Machine], _ keys: SheetKeys) -> Double? {
        var chance = Double(keys.count)
        var (misses, answered, first) = (0, 0, 0)
        for (problem, alternatives) in problems.enumerated() {
            let template = plan.choice(ofProblem: problem, onSheet: sheet - 1).template
            machines[template].run(lanes: 1)
            let grading = alternatives[template - plan.problems[problem].templates.lowerBound]
            for (column, index) in grading.written.enumerated() {
                guard let answer = answers[first + column] else { continue }
                answered += 1
                if let index, grading.marker.mark(index, .number(answer), machines[template]).verdict == .correct {
                    chance *= keys.share(of: Float(answer.double), in: first + column)
                } else {
                    misses += 1
                }
            }
            first += grading.written.count
        }
        return misses > 1 ? nil : misses == 0 ? chance : chance * Double(answered)
    }
}
