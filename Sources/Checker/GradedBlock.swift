import Generator
import Record

/// Something in an answers table that a person must look at.
package struct GradingProblem: Hashable, Sendable {
    /// The line in which the row begins, from 1.
    package let line: Int
    /// The heading of the column, where it is in one.
    package let column: String?
    /// A sentence without its full stop.
    package let message: String
    /// Whether it is what a cell says, which nobody but a person can read.
    package var isUnreadable = false
}

/// A graded part of an answers table.
package struct GradedBlock: Sendable {
    /// Rows of the graded table.
    package internal(set) var rows: [UInt8] = []
    /// Rows for a gradebook.
    package internal(set) var gradebook: [UInt8] = []
    /// Lines of the table for the terminal.
    package private(set) var lines: [UInt8] = []
    /// The sheets of the rows, with their lines.
    package internal(set) var sheets: [(sheet: Int, line: Int)] = []
    /// What each row that was graded earned, as it is written.
    package internal(set) var totals: [(sheet: Int, points: [UInt8])] = []
    /// What must be looked at.
    package internal(set) var problems: [GradingProblem] = []
    /// Rows most of whose answers are wrong.
    package internal(set) var suspects: [SuspectRow] = []
    /// What a report says of the rows together.
    var statistics: GradingStatistics
    /// Where they are asked for, the rows that were graded one by one.
    var listed: [GradedSheet] = []
    /// Their feedback, where it is printed: each sheet with its code and its page, without what stands around it.
    package internal(set) var feedback: [(sheet: Int, code: String, article: [UInt8])] = []
    /// How many points that a person gives are blank.
    package internal(set) var unmarkedCount = 0

    init(_ plan: SetPlan) { statistics = GradingStatistics(plan) }

    /// How many rows were graded.
    package var gradedCount: Int { statistics.scores.rows }

    mutating func appendLine(code: SheetCode, student: String, _ points: [UInt8], _ total: [UInt8]) {
        let start = lines.count
        code.write(to: &lines)
        pad(to: 12, from: start)
        for _ in points.count..<max(points.count, 6) { lines.append(32) }
        lines += points
        lines += " / ".utf8
        lines += total
        if !student.isEmpty {
            lines += "  ".utf8
            // A name must not command the terminal.
            let shown = student.utf8.count > 60 ? student.prefix(60) : student[...]
            for byte in shown.utf8 { lines.append(byte < 32 || byte == 127 ? 32 : byte) }
        }
        lines.append(10)
    }

    private mutating func pad(to width: Int, from start: Int) {
        while lines.count - start < width { lines.append(32) }
    }
}
