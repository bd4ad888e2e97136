import Record

/// What is to be said of a whole table once its blocks are graded, in order.
package struct GradingSummary: Sendable {
    /// The line of each sheet's first row; 0 where it has none yet.
    private var firstLines: [UInt32]
    private var problems: [GradingProblem] = []
    private var general: [String] = []
    private var gradedCount = 0
    private var shareSum = 0.0
    private var unmarkedCount = 0
    private var changes: [String] = []
    private var changeCount: Int?
    /// How many things a person must look at.
    package private(set) var problemCount = 0

    /// The most problems that are printed one by one; the graded table has them all.
    static let printedProblems = 500

    /// A summary of answers to a set of so many sheets.
    package init(sheetCount: Int) { firstLines = Array(repeating: 0, count: sheetCount) }

    /// Whether there is nothing to look at.
    package var isClean: Bool { problemCount == 0 }

    /// Notes something that is in no single row, with the file that it is in.
    package mutating func report(_ message: String) {
        problemCount += 1
        general.append(message)
    }

    /// Notes which columns of a table are missing, misspelt or there twice.
    package mutating func report(_ columns: AnswerColumns, of path: String) {
        if !columns.missing.isEmpty {
            report(
                "\(path): there is no column for \(columns.missing.joined(separator: ", ")); what is missing counts as blank"
            )
        }
        for (heading, nearest) in columns.misspelt {
            report("\(path): the column '\(heading)' is not read; did you mean '\(nearest)'?")
        }
        for heading in columns.repeated {
            report("\(path): the column '\(heading)' names what another one names already; it is not read")
        }
    }

    /// Of a block's rows, those whose sheets have a row before them, with the lines of those.
    package mutating func repeatedLines(_ sheets: [(sheet: Int, line: Int)]) -> [Int: Int] {
        var repeated: [Int: Int] = [:]
        for (sheet, line) in sheets {
            let first = firstLines[sheet - 1]
            if first == 0 {
                firstLines[sheet - 1] = UInt32(truncatingIfNeeded: line)
            } else {
                repeated[line] = Int(first)
            }
        }
        return repeated
    }

    /// Adds a graded block.
    package mutating func add(_ block: GradedBlock) {
        gradedCount += block.gradedCount
        shareSum += block.shareSum
        unmarkedCount += block.unmarkedCount
        problemCount += block.problems.count
        problems += block.problems.prefix(max(0, Self.printedProblems - problems.count))
    }

    /// Compares a block with the same one graded by the set's own templates, before they were corrected.
    package mutating func compare(_ block: GradedBlock, with before: GradedBlock, _ codes: SheetCodes) {
        func text(_ points: [UInt8]) -> String { String(decoding: points, as: UTF8.self) }
        for (now, then) in zip(block.totals, before.totals) where now.points != then.points {
            changeCount = (changeCount ?? 0) + 1
            if changes.count < Self.printedProblems {
                changes.append("\(codes.code(of: now.sheet).text): \(text(then.points)) → \(text(now.points))")
            }
        }
        changeCount = changeCount ?? 0
    }

    /// The lines after the table: problems first, then how many sheets were graded and how well.
    package func closing(path: String, gradedPath: String) -> String {
        var lines = general
        lines += problems.map { problem in
            "\(path):\(problem.line): " + (problem.column.map { "column '\($0)': " } ?? "") + problem.message
        }
        if problemCount > general.count + problems.count {
            lines.append("… and \(problemCount - general.count - problems.count) more, in \(gradedPath)")
        }
        if let changeCount {
            lines.append(
                "the corrected template changes the points of \(changeCount) \(changeCount == 1 ? "sheet" : "sheets")"
                    + (changeCount == 0 ? "" : ":"))
            lines += changes.map { "  \($0)" }
        }
        if unmarkedCount > 0 {
            let parts = unmarkedCount == 1 ? "1 part is" : "\(unmarkedCount) parts are"
            lines.append("\(parts) still to be marked by hand; blank points count as 0")
        }
        let missing = firstLines.count { $0 == 0 }
        let mean =
            gradedCount == 0
            ? "" : ", \(Int((shareSum / Double(gradedCount) * 100).rounded()))% of the points on average"
        lines.append("\(gradedCount) \(gradedCount == 1 ? "sheet" : "sheets") graded\(mean); see \(gradedPath)")
        if missing > 0 { lines.append("\(missing) of the set's \(firstLines.count) sheets have no row") }
        return (problemCount > 0 ? "\n" : "") + lines.joined(separator: "\n") + "\n"
    }
}
