import Exact
import Record

extension Grader {
    /// Notes a graded row, and prints its feedback where that is asked for.
    func list(
        _ record: borrowing CSVRecord, _ sheet: Int, _ student: String, _ adjustment: Rational?, _ earned: [UInt8],
        _ total: [UInt8],
        _ work: inout Work
    ) {
        let graded = GradedSheet(
            sheet: sheet, code: codes.code(of: sheet).text, name: Self.shortened(student),
            points: String(decoding: earned, as: UTF8.self), total: String(decoding: total, as: UTF8.self),
            adjustment: adjustment?.text ?? "", comment: text(columns.comment, of: record), problems: work.problems)
        work.result.listed.append(graded)
        guard let feedback else { return }
        let article = feedback.article(graded, given: work.machines, with: work.keyMachines)
        work.result.feedback.append((sheet, graded.code, article))
    }

    /// Notes what was found in the answers to a problem, with the points that a person gave its parts.
    func list(
        _ problem: ProblemGrading, _ template: Int, _ record: borrowing CSVRecord, marked: [Int: Rational],
        _ work: inout Work
    ) {
        let calculation = plan.calculations[template]
        var earned = [Int64](repeating: 0, count: calculation.template.parts.count)
        for (index, entry) in calculation.asked.enumerated() where problem.earns(index, work.marks) {
            earned[entry.part] += problem.points(index, work.marks[index])
        }
        let points = earned.enumerated().map { part, earned -> String? in
            if problem.voidParts.contains(part) { return calculation.template.parts[part].points.text }
            let isMissing = problem.handMarked.contains { $0.part == part } && marked[part] == nil
            return isMissing
                ? nil : String(decoding: self.points.text(earned, further: marked[part] ?? .zero), as: UTF8.self)
        }
        work.problems.append(
            GradedProblem(
                template: template, columns: problem.columns, marks: work.marks,
                answers: work.marks.indices.map { answer($0, problem, record, work.wholes) }, points: points,
                voidParts: problem.voidParts))
    }

    /// An answer as the student wrote it; of a whole quantity that can be read, the one number.
    private func answer(
        _ index: Int, _ problem: ProblemGrading, _ record: borrowing CSVRecord, _ wholes: [Int: CellValue]
    ) -> String {
        if case .whole = problem.places[index], let number = problem.number(index, record, wholes) {
            return number.text
        }
        return text(problem.places[index].column, of: record)
    }

    /// What a row's cell says, shortened where it is long.
    func text(_ column: Int?, of record: borrowing CSVRecord) -> String {
        guard let column, column < record.count else { return "" }
        return Self.shortened(String(decoding: record[column], as: UTF8.self))
    }

    private static func shortened(_ text: String) -> String {
        text.count > longest ? text.prefix(longest) + "…" : text
    }

    private static let longest = 500
}
