/// A graded row, as a report and its student's feedback show it.
struct GradedSheet: Sendable {
    /// The sheet's number, from 1, and its code.
    let sheet: Int
    let code: String
    /// The student's name or number; empty where it is not known.
    let name: String
    /// What the row earned, and what the sheet is worth, as they are written.
    let points: String
    let total: String
    /// What a person gave or took besides; empty where that is nothing.
    let adjustment: String
    /// What a person wrote to the student.
    let comment: String
    /// In order.
    let problems: [GradedProblem]
}

/// The answers to a problem of a sheet.
struct GradedProblem: Sendable {
    /// Its template, by its place in the set.
    let template: Int
    /// By asked number, how its column is called.
    let columns: [String]
    /// By asked number.
    let marks: [Mark]
    /// The same as the student wrote them; empty where there is none.
    let answers: [String]
    /// What each part earned, as it is written; nil where a person is still to mark it.
    let points: [String?]
    /// The parts that give everyone their points.
    let voidParts: Set<Int>
}

extension GradedSheet {
    /// The answers whose verdict is not what it was before: `L: wrong → correct`.
    func changes(since before: GradedSheet) -> [String] {
        zip(problems, before.problems).flatMap { now, then in
            zip(now.columns, now.marks).compactMap { column, mark in
                let old = then.columns.firstIndex(of: column).map { then.marks[$0].verdict }
                guard mark.verdict != old else { return nil }
                return "\(column): \(old?.rawValue ?? "not asked") → \(mark.verdict.rawValue)"
            }
        }
    }
}
