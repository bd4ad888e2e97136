import Checker
import Generator
import Record

/// `psgen check`: answers in, a table of points, a graded csv, a report and feedback out.
struct Check {
    let paths: [String]
    let setName: String?
    let folder: String?
    let mapPath: String?
    let voidParts: [String]
    let gradebookName: String?
    let rosterPath: String?
    let correctedPaths: [String]
    let hasEachFeedback: Bool

    init(_ arguments: ParsedArguments) {
        paths = arguments.strings("answers")
        setName = arguments.string("set")
        folder = arguments.string("out")
        mapPath = arguments.string("columns")
        voidParts = arguments.strings("void")
        gradebookName = arguments.string("gradebook")
        rosterPath = arguments.string("roster")
        correctedPaths = arguments.strings("template")
        hasEachFeedback = arguments.flag("each")
    }

    /// Grades the files; throws at the end where something must be looked at.
    func run(_ output: OutputFile) async throws {
        let map = try mapPath.map { (path) throws(CommandError) in try columnMap(path) } ?? ColumnMap()
        guard paths.count(where: { $0 == AnswersFile.standardInput }) < 2 else {
            throw CommandError("'-', for standard input, can be read only once")
        }
        let files = try paths.map { (path) throws(CommandError) in try AnswersFile(path) }
        let set = try SetFolder.find(named: setName, answers: files[0].place, codes: files[0].codes(map))
        let corrected = try correctedPaths.map { (path) throws(CommandError) in try TemplateFile(path) }
        let plan = try set.plan(correctedBy: corrected)
        let given = try set.given(of: plan, isCorrected: !corrected.isEmpty)
        let names = ColumnNames(plan)
        do throws(ColumnMapError) { try map.check(against: names) } catch { throw mapError(error) }
        for file in files where map.sheetColumn(in: file.headings) == nil {
            throw CommandError(
                file.headings.allSatisfy(\.isEmpty)
                    ? "\(file.path) has no headings"
                    : "\(file.path) has no column 'sheet' with the sheets' codes; its headings are"
                        + " \(file.headings.prefix(12).joined(separator: ", "))")
        }
        var summary = GradingSummary(plan, sheetCount: set.record.count)
        if let mapPath {
            for (heading, line) in map.absent(from: files.flatMap(\.headings)) {
                summary.report("\(mapPath):\(line): no answers have the heading '\(heading)'")
            }
        }
        let graded: (file: AnswersFile, map: ColumnMap)
        if files.count == 1 {
            graded = (files[0], map)
        } else {
            let (merged, conflicts) = try merge(files, map, codes: set.codes, names)
            for conflict in conflicts { summary.report(conflict.message) }
            graded = (merged, ColumnMap())
        }
        let columns = AnswerColumns(graded.file.headings, graded.map, of: plan)
        summary.report(columns, of: graded.file.path)
        let void: VoidParts
        do throws(VoidPartsError) {
            void = try VoidParts(voidParts, of: plan)
        } catch {
            throw CommandError("--void: \(error.message)")
        }
        let title = set.title(of: plan)
        let feedback = try feedback(on: graded.file, plan, title: title)
        let classList = try classList(set.codes, &summary)
        let grader = Grader(
            columns, of: plan, given: given, codes: set.codes, dialect: graded.file.dialect,
            void: void, gradebook: try gradebook(title: title, columns, classList), classList: classList,
            listsConflicts: files.count == 1, feedback: feedback?.pages)
        var before: Grader?
        if !corrected.isEmpty {
            let plan = try set.plan()
            let given = try set.given(of: plan, known: given)
            before = Grader(
                AnswerColumns(graded.file.headings, graded.map, of: plan), of: plan, given: given, codes: set.codes,
                dialect: graded.file.dialect, listsSheets: feedback != nil)
        }
        let folder: FeedbackFolder?
        let watch = InterruptWatch()
        do {
            folder = try await grade(graded.file, with: grader, before: before, set, feedback, watch, &summary, output)
        } catch let error as CSVError {
            throw graded.file.error(error)
        } catch let error as GivenTableError {
            throw CommandError(error.message)
        }
        let report = GradingReport(summary, of: plan, title: title) { folder?.address(ofSheet: $0, code: $1) }
        let reportPath = place(of: graded.file, ending: "report.html")
        let file = try ReplacedFile(path: reportPath, watch: watch)
        try file.output.write(report.page)
        try file.commit()
        let pages = folder.map { $0.count > 0 ? ", \($0.path) has a page for each student" : "" } ?? ""
        try output.write("\(reportPath) shows how the set was answered\(pages)\n")
        if setName == nil { try output.write("the sheets are of the set \(set.path)\n") }
        if !summary.isClean {
            try output.flush()
            throw CommandError(
                "\(summary.problemCount) \(summary.problemCount == 1 ? "place needs" : "places need") a look")
        }
    }

    private func grade(
        _ file: AnswersFile, with grader: Grader, before: Grader?, _ set: SetFolder,
        _ feedback: (pages: FeedbackPages, rows: Int)?,
        _ watch: InterruptWatch?, _ summary: inout GradingSummary, _ output: OutputFile
    ) async throws -> FeedbackFolder? {
        let gradedPath = place(of: file, ending: "graded.csv")
        let graded = try ReplacedFile(path: gradedPath, watch: watch)
        try graded.output.write(grader.header)
        let gradebook = try gradebookName.map {
            try ReplacedFile(path: place(of: file, ending: $0 + ".csv"), watch: watch)
        }
        try gradebook?.output.write(grader.gradebookHeader)
        let folder = try feedback.map { (feedback) throws(FileError) in
            try FeedbackFolder(
                at: place(of: file, ending: "feedback"), feedback.pages, rows: feedback.rows,
                sheets: set.record.count, watch: watch)
        }
        var blocks = file.blocks
        // Pages are a hundred times as long as the rows that they are of, and those of several blocks are held at a time.
        if feedback != nil { blocks.size = 1 << 15 }
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
                if let before {
                    let old = try before.grade(piece.block, skipsHeading: piece.skipsHeading, repeated: repeated)
                    summary.compare(result, with: old, set.codes)
                }
                try graded.output.write(result.rows)
                try gradebook?.output.write(result.gradebook)
                try folder?.write(result)
                try output.write(result.lines)
                progress.advance(by: result.gradedCount)
            })
        progress.finish()
        summary.add(try grader.likelyWrongCodes(summary.suspects))
        try graded.commit()
        try gradebook?.commit()
        try folder?.commit()
        try output.write(summary.closing(path: file.path, gradedPath: gradedPath, limit: grader.searchLimit))
        return folder
    }

    /// `answers.graded.csv` beside `answers.csv`, or in the folder that was asked for.
    func place(of file: AnswersFile, ending: String) -> String {
        let path = file.place
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = String(path[slash...])
        let stem = name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
        return (folder.map { $0 + "/" } ?? String(path[..<slash])) + stem + "." + ending
    }

    private struct Piece: Sendable {
        let block: CSVBlock
        let skipsHeading: Bool
    }
}
