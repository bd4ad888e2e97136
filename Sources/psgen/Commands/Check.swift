import Checker
import Record

/// `psgen check`: answers in, a table of points and a graded csv out.
struct Check {
    let path: String
    let setName: String?
    let folder: String?

    init(_ arguments: ParsedArguments) {
        path = arguments.string("answers") ?? ""
        setName = arguments.string("set")
        folder = arguments.string("out")
    }

    /// Grades the file; throws at the end where something must be looked at.
    func run(_ output: OutputFile) async throws {
        let source = try FileSource(path)
        do {
            try await grade(source, output)
        } catch let error as CSVError {
            throw CommandError(placed: "\(path): error: \(error.message)")
        } catch let error as GivenTableError {
            throw CommandError(error.message)
        }
    }

    private func grade(_ source: FileSource, _ output: OutputFile) async throws {
        var blocks = try CSVBlocks(sniffing: source)
        let start = try Start(blocks)
        let set = try SetFolder.find(named: setName, answers: path, codes: start.codes)
        let (plan, given) = try set.grading()
        let columns = AnswerColumns(start.headings, of: plan)
        guard columns.sheet != nil else {
            throw CommandError("\(path) has no column 'sheet' with the sheets' codes")
        }
        let grader = Grader(columns, of: plan, given: given, codes: set.codes, dialect: blocks.dialect)
        let graded = try ReplacedFile(path: gradedPath)
        try graded.output.write(grader.header)

        var summary = GradingSummary(sheetCount: set.record.count)
        for column in columns.missing {
            summary.report("there is no column for \(column): its answers count as blank")
        }
        for heading in columns.repeated {
            summary.report("the column '\(heading)' names what another one names already; it is not read")
        }
        var isFirst = true
        let progress = Progress("Grading sheets", total: set.record.count)
        try await inOrder(
            { () throws -> Piece? in
                var block = CSVBlock()
                guard try blocks.next(into: &block) else { return nil }
                defer { isFirst = false }
                return Piece(block: block, skipsHeading: isFirst)
            },
            work: { piece in (piece, try grader.grade(piece.block, skipsHeading: piece.skipsHeading)) },
            take: { piece, first in
                var result = first
                let repeated = summary.repeatedLines(first.sheets)
                if !repeated.isEmpty {
                    result = try grader.grade(piece.block, skipsHeading: piece.skipsHeading, repeated: repeated)
                }
                summary.add(result)
                try graded.output.write(result.rows)
                try output.write(result.lines)
                progress.advance(by: result.gradedCount)
            })
        progress.finish()
        try graded.commit()
        try output.write(summary.closing(path: path, gradedPath: gradedPath))
        if !summary.isClean {
            try output.flush()
            throw CommandError(
                "\(summary.problemCount) \(summary.problemCount == 1 ? "place needs" : "places need") a look")
        }
    }

    /// `answers.graded.csv` beside `answers.csv`, or in the folder that was asked for.
    private var gradedPath: String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = String(path[slash...])
        let stem = name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
        return (folder.map { $0 + "/" } ?? String(path[..<slash])) + stem + ".graded.csv"
    }

    private struct Piece: Sendable {
        let block: CSVBlock
        let skipsHeading: Bool
    }

    /// The headings and the first few codes of a table.
    private struct Start {
        var headings: [String] = []
        var codes: [String] = []

        init(_ blocks: CSVBlocks) throws(CSVError) {
            var blocks = blocks
            var headings: [String]?
            var codes: [String] = []
            try blocks.forEachRecord { record, _ in
                let cells = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
                guard let known = headings else {
                    headings = cells
                    return true
                }
                let column = known.firstIndex(where: AnswerColumns.isSheet)
                if let column, column < cells.count, !cells[column].isEmpty { codes.append(cells[column]) }
                return codes.count < 5
            }
            self.headings = headings ?? []
            self.codes = codes
        }
    }
}
