import Exporter

/// Writes a set for paper: documents of all sheets and of all keys, and a PDF of each.
///
/// As many sheets share a document as share a page of HTML: the tables before 1,000 keys would fill half of TeX's memory.
struct PaperJob: Sendable {
    private let exporter: SetExporter
    private let tools: PaperTools
    private let pages: Make.Pages
    private let students: Folder
    private let instructor: Folder
    private let batches: SheetBatches

    init(_ exporter: SetExporter, _ tools: PaperTools, _ pages: Make.Pages, students: Folder, instructor: Folder) {
        self.exporter = exporter
        self.tools = tools
        self.pages = pages
        self.students = students
        self.instructor = instructor
        batches = SheetBatches(count: exporter.codes.count, size: SetExporter.sheetsPerFile)
    }

    /// Makes all documents, several at a time.
    func run() async throws {
        let progress = Progress("Making PDF of sheets and keys", total: 2 * exporter.codes.count)
        var pieces = (0..<2 * batches.number).makeIterator()
        try await inOrder(
            { pieces.next() }, work: { try make(isForStudents: $0 % 2 == 1, batch: $0 / 2) },
            take: { progress.advance(by: $0) })
        progress.finish()
    }

    /// Makes the documents of a batch for students or, which take longer, for the instructor; returns how many sheets
    /// they hold.
    private func make(isForStudents: Bool, batch: Int) throws -> Int {
        let folder = isForStudents ? students : instructor
        let numbers = batches[batch]
        let name = (isForStudents ? "sheets" : "keys") + batches.suffix(of: batch)
        let file = try folder.file(name + ".tex")
        if isForStudents {
            try exporter.writePaperSheets(numbers, to: { try file.write($0) })
        } else {
            try exporter.writePaperKeys(numbers, to: { try file.write($0) })
        }
        try file.close()
        let pages = try tools.typeset(name, in: folder)
        if let single = try batches.folderOfSingle(numbers, in: folder, self.pages) {
            try tools.split(
                name, pages, in: folder, into: single, codes: numbers.map { exporter.codes.code(of: $0).text })
        }
        return numbers.count
    }
}
