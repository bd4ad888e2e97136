import Exporter
import Generator
import Record
import Template

/// `psgen make`: templates in, a folder of sheets, keys and tables out.
struct Make {
    let count: Int
    let seed: UInt64
    let pages: Pages
    let files: SetFiles
    let path: String
    let isReplacing: Bool
    let roster: Roster?
    let versions: Int?
    let printing: Printing?

    /// Which pages are written.
    enum Pages {
        case none
        /// Files of many sheets, and up to 1,000 one each.
        case standard
        /// One each, however many, 1,000 a folder.
        case each
    }

    init(_ arguments: ParsedArguments) throws {
        files = try SetFiles(arguments.strings("template"))
        roster = try arguments.string("roster").map(Self.roster)
        let count = try arguments.isGiven("count") ? arguments.integer("count") : nil
        if let roster, let count, roster.students.count != count {
            throw CommandError("the class list has \(roster.students.count) students, not \(count); leave --count out")
        }
        self.count = count ?? roster?.students.count ?? 1
        versions = try arguments.integer("versions")
        seed = try arguments.integer("seed").map { UInt64($0) } ?? randomSeed()
        pages = arguments.flag("no-pages") ? .none : arguments.flag("each") ? .each : .standard
        path = arguments.string("out") ?? "Generated/\(files.stem)"
        isReplacing = arguments.flag("replace")
        printing = try Printing(arguments)
    }

    /// Reads a class list and says which rows should be looked at.
    private static func roster(_ path: String) throws -> Roster {
        let roster: Roster
        do {
            roster = try Roster(FileSource(path))
        } catch let error as RosterError {
            throw CommandError(placed: "\(path): error: \(error.message)")
        }
        for warning in roster.warnings { printError("\(path): warning: \(warning)") }
        return roster
    }

    /// Makes the set and says where it is.
    func run(_ output: OutputFile) async throws {
        let worked = files.files.map { WorkedTemplate($0.template) }
        let generator = try files.generator(for: worked.map(\.template), seed: seed, versions: versions)
        do throws(SetGeneratorError) {
            try generator.check(count: count)
        } catch {
            throw files.failure(error)
        }
        if generator.isFixed && count > 1 {
            printError("\(files.name): warning: nothing is drawn, so all \(count) sheets are the same")
        }
        for (file, generator) in zip(files.files, generator.generators) where generator.capacity == nil {
            for rule in generator.brokenRules() {
                printError("\(file.source.name): warning: \(rule.message(for: file.template))")
            }
        }
        let chosen: SetGenerator
        do {
            chosen = try await choose(generator)
        } catch let error as SetGeneratorError {
            throw files.failure(error)
        }
        let folder = try OutputFolder(at: path, replacing: isReplacing, watch: InterruptWatch())
        let exporter = SetExporter(
            chosen, worked, heading: files.heading, codes: SheetCodes(seed: seed, count: count),
            roster: roster, layout: printing?.layout)
        Self.warn(of: exporter.missingOnPaper)
        do {
            try await write(exporter, to: folder.root)
            // Sheets that are all the same are as fair as can be.
            if !chosen.isFixed {
                let figures = try chosen.figures(sheets: count)
                let certificate = Certificate(chosen, title: exporter.title, codes: exporter.codes, figures)
                try folder.root.folder("instructor").write(certificate.page, to: "certificate.html")
            }
        } catch let error as SetGeneratorError {
            throw files.failure(error)
        }
        try folder.commit()
        let what = count == 1 ? "1 sheet and its key" : "\(count) sheets and keys"
        try output.write("\(what) in \(path) (seed \(seed))\n")
    }

    /// Chooses the variants of all sheets, once for everything that is written of them.
    private func choose(_ generator: SetGenerator) async throws -> SetGenerator {
        var chosen = generator
        for (template, draws) in generator.choices(sheets: count) {
            let progress = Progress("Choosing variants", total: draws)
            let batches = SheetBatches(count: draws, size: Self.variantsAtOnce)
            var numbers = (0..<batches.number).makeIterator()
            var variants: [UInt128] = []
            variants.reserveCapacity(draws)
            try await inOrder(
                { numbers.next() },
                work: { number in
                    let sheets = batches[number]
                    return try generator.variants(
                        ofTemplate: template, draws: sheets.lowerBound - 1..<sheets.upperBound)
                },
                take: { piece in
                    variants += piece
                    progress.advance(by: piece.count)
                })
            progress.finish()
            chosen = chosen.choosing(variants, ofTemplate: template)
        }
        return chosen
    }

    /// Enough for sheets to take turns, few enough for several processors to share the work.
    private static let variantsAtOnce = 512

    private func write(_ exporter: SetExporter, to root: Folder) async throws {
        let instructor = try root.folder("instructor")
        let students = pages == .none ? nil : try root.folder("students")
        let record = files.record(seed: seed, count: count, versions: versions)
        try instructor.write(record.bytes, to: "set.json")

        let answers = try root.file("answers.csv")
        let key = try instructor.file("key.csv")
        let given = try instructor.file("given.csv")
        try answers.write(exporter.tables.answersHeader)
        try key.write(exporter.tables.keyHeader)
        try given.write(exporter.tables.givenHeader)

        let progress = Progress("Writing sheets", total: count)
        let job = Job(exporter: exporter, count: count, pages: pages, students: students, instructor: instructor)
        var pieces = (0..<job.pieces).makeIterator()
        try await inOrder(
            { pieces.next() }, work: { try job.run($0) },
            take: { result in
                guard let rows = result else { return }
                try answers.write(rows.answers)
                try key.write(rows.key)
                try given.write(rows.given)
                progress.advance(by: rows.count)
            })
        progress.finish()
        for table in [answers, key, given] { try table.close() }
        guard let printing, let students else { return }
        try await PaperJob(exporter, printing.tools, pages, students: students, instructor: instructor).run()
    }

    private static func warn(of missing: [Unicode.Scalar]) {
        if missing.isEmpty { return }
        let names = missing.prefix(10).map { scalar in
            let code = String(scalar.value, radix: 16, uppercase: true)
            let isShown = scalar.properties.generalCategory != .control && !scalar.properties.isGraphemeExtend
            return (isShown ? "'\(scalar)' " : "") + "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        }
        let rest = missing.count > 10 ? " and \(missing.count - 10) more" : ""
        printError(
            "warning: the fonts of LaTeX lack \(names.joined(separator: ", "))\(rest);"
                + " the PDF shows each code in a small box")
    }
}

/// The pieces that a set is written in: for each file of many sheets one for the students and one for the instructor.
private struct Job: Sendable {
    let exporter: SetExporter
    let count: Int
    let pages: Make.Pages
    let students: Folder?
    let instructor: Folder

    private var batches: SheetBatches {
        SheetBatches(count: count, size: students == nil ? 4096 : SetExporter.sheetsPerFile)
    }
    var pieces: Int { students == nil ? batches.number : 2 * batches.number }

    /// Writes a piece; the instructor's gives the rows of the tables.
    func run(_ piece: Int) throws -> TableRows? {
        let batch = students == nil ? piece : piece / 2
        let numbers = batches[batch]
        guard let students else { return try exporter.rows(numbers) }
        let isForStudents = piece % 2 == 0
        let folder = isForStudents ? students : instructor
        let file = try folder.file((isForStudents ? "sheets" : "keys") + batches.suffix(of: batch) + ".html")
        let single = try single(folder, numbers)
        var rows: TableRows?
        if isForStudents {
            try exporter.writeSheets(numbers, to: { try file.write($0) }, single: single)
        } else {
            rows = try exporter.writeKeys(numbers, to: { try file.write($0) }, single: single)
        }
        try file.close()
        return rows
    }

    /// Where pages of one sheet go; nil where there are none.
    private func single(_ folder: Folder, _ numbers: ClosedRange<Int>) throws -> SetExporter.PageSink? {
        guard let inner = try batches.folderOfSingle(numbers, in: folder, pages) else { return nil }
        return { code, page in try inner.write(page, to: code + ".html") }
    }
}
