import Generator
import Record

/// What is to be said of a whole table once its blocks are graded, in order.
package struct GradingSummary: Sendable {
    /// The line of each sheet's first row; 0 where it has none yet.
    private var firstLines: [UInt32]
    private(set) var problems: [GradingProblem] = []
    /// Of the cells that cannot be read the first ones, though other problems fill `problems` before.
    private(set) var unreadable: [GradingProblem] = []
    private(set) var general: [String] = []
    private(set) var statistics: GradingStatistics
    /// The graded rows one by one; nothing where there are more than a table can hold.
    private(set) var listed: [GradedSheet] = []
    private(set) var unmarkedCount = 0
    /// The first rows most of whose answers are wrong.
    package private(set) var suspects: [SuspectRow] = []
    private(set) var changes: [Change] = []
    private(set) var changeCount: Int?
    /// A sheet whose points a corrected template changes, and the answers that are marked otherwise, where they are known.
    struct Change: Sendable {
        let points: String
        let marks: [String]
    }

    /// How many things a person must look at.
    package private(set) var problemCount = 0

    /// The most problems that are printed one by one; the graded table has them all.
    static let printedProblems = 500

    /// The most rows that are listed one by one.
    package static let listedSheets = 1000

    /// A summary of answers to a set of so many sheets.
    package init(_ plan: SetPlan, sheetCount: Int) {
        firstLines = Array(repeating: 0, count: sheetCount)
        statistics = GradingStatistics(plan)
    }

    /// Whether there is nothing to look at.
    package var isClean: Bool { problemCount == 0 }

    /// How many sheets the set has, and how many of them have no row.
    var sheetCount: Int { firstLines.count }
    var missingCount: Int { firstLines.count { $0 == 0 } }

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

    /// Adds what was found in single rows once all were graded; no graded table has it, so it stands first.
    package mutating func add(_ found: [GradingProblem]) {
        problemCount += found.count
        problems = found + problems
    }

    /// Adds a graded block.
    package mutating func add(_ block: GradedBlock) {
        suspects += block.suspects.prefix(max(0, Grader.comparedRows - suspects.count))
        statistics.add(block.statistics)
        if statistics.scores.rows > Self.listedSheets { listed = [] } else { listed += block.listed }
        unmarkedCount += block.unmarkedCount
        problemCount += block.problems.count
        problems += block.problems.prefix(max(0, Self.printedProblems - problems.count))
        unreadable += block.problems.filter(\.isUnreadable).prefix(max(0, Self.printedProblems - unreadable.count))
    }

    /// Compares a block with the same one graded by the set's own templates, before they were corrected.
    package mutating func compare(_ block: GradedBlock, with before: GradedBlock, _ codes: SheetCodes) {
        func text(_ points: [UInt8]) -> String { String(decoding: points, as: UTF8.self) }
        for (row, (now, then)) in zip(block.totals, before.totals).enumerated() where now.points != then.points {
            changeCount = (changeCount ?? 0) + 1
            guard changes.count < Self.printedProblems else { continue }
            let areListed = row < block.listed.count && row < before.listed.count
            changes.append(
                Change(
                    points: "\(codes.code(of: now.sheet).text): \(text(then.points)) → \(text(now.points))",
                    marks: areListed ? block.listed[row].changes(since: before.listed[row]) : []))
        }
        changeCount = changeCount ?? 0
    }

    /// The lines after the table: problems first, then how many sheets were graded and how well.
    ///
    /// - Parameter limit: For which answers not all sets of mistakes were looked at.
    package func closing(path: String, gradedPath: String, limit: String? = nil) -> String {
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
            lines += changes.map { "  \($0.points)" }
        }
        if unmarkedCount > 0 {
            let parts = unmarkedCount == 1 ? "1 part is" : "\(unmarkedCount) parts are"
            lines.append("\(parts) still to be marked by hand; blank points count as 0")
        }
        if let limit { lines.append(limit) }
        let (gradedCount, missing) = (statistics.scores.rows, missingCount)
        let mean = statistics.scores.mean.map { ", \(Int(($0 * 100).rounded()))% of the points on average" } ?? ""
        lines.append("\(gradedCount) \(gradedCount == 1 ? "sheet" : "sheets") graded\(mean); see \(gradedPath)")
        if missing > 0 { lines.append("\(missing) of the set's \(sheetCount) sheets have no row") }
        return (problemCount > 0 ? "\n" : "") + lines.joined(separator: "\n") + "\n"
    }
}
