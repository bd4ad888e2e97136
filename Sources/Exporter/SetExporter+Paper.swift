import Document
import Exact
import Maths
import Record

extension SetExporter {
    /// Writes several sheets, by their numbers from 1, as one LaTeX document; nothing without a layout.
    package func writePaperSheets(_ numbers: ClosedRange<Int>, to sink: @escaping ByteSink) throws {
        guard let paper else { return }
        try write(paper.sheet, of: numbers, in: paper.sheetsPage, by: PageWriter(paper.sheetsPage, sink, nil))
    }

    /// Writes several keys as one LaTeX document, after tables of all their answers; nothing without a layout.
    package func writePaperKeys(_ numbers: ClosedRange<Int>, to sink: @escaping ByteSink) throws {
        guard let paper else { return }
        var page = PageWriter(paper.keysPage, sink, nil)
        try page.append(paper.keysPage.opening)
        for table in paper.tables {
            try page.append(table.opening)
            try forEach(numbers) { code, sheet in
                try page.append(part: table.row, texts(code)) { values.number($0, of: sheet) }
            }
            try page.append(table.closing)
        }
        try forEach(numbers) { code, sheet in
            try page.append(paper.key, texts(code)) { values.number($0, of: sheet) }
        }
        try page.append(paper.keysPage.closing)
        try page.finish()
    }

    /// The characters of the set's texts and names that the fonts for paper lack, each once.
    package var missingOnPaper: [Unicode.Scalar] {
        var missing = paper?.missing ?? []
        guard paper != nil else { return [] }
        for student in roster?.students ?? [] {
            for text in [student.name, student.number] {
                missing += LaTeX.missing(in: text).filter { !missing.contains($0) }
            }
        }
        return missing
    }
}
