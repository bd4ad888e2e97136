import Document
import Exact
import Generator
import Maths
import Record
import Solver
import Template

/// Renders the sheets of a set, batch by batch, as bytes for whoever writes them.
package struct SetExporter: Sendable {
    /// What draws the sheets.
    package let generator: SetGenerator
    /// Their codes.
    package let codes: SheetCodes
    /// Their tables.
    package let tables: SetTables
    private let forms: PageForms
    private let head: SetHead
    let paper: PaperForms?
    let values: SetValues
    let roster: Roster?

    /// How many sheets stand in one file of many.
    package static let sheetsPerFile = 200

    /// Prepares to export the sheets of a set; `worked` are its templates, and a set of one template has no heading.
    ///
    /// Where there is a list of students, each sheet is one of theirs; where there is a layout, files for paper can be
    /// written.
    package init(
        _ generator: SetGenerator, _ worked: [WorkedTemplate], heading: SetHeading? = nil, codes: SheetCodes,
        roster: Roster? = nil, layout: PaperLayout? = nil
    ) {
        self.generator = generator
        self.codes = codes
        tables = SetTables(generator.plan)
        values = SetValues(generator.plan)
        head = SetHead(plan: generator.plan, heading: heading, isNamed: roster != nil)
        forms = PageForms(values, worked, head: head)
        paper = layout.map { [values, head] in PaperForms(values, worked, head: head, layout: $0) }
        self.roster = roster
    }

    /// What the sheets are called.
    package var title: String { head.title }

    /// Takes one sheet's or key's own page.
    package typealias PageSink = (_ code: String, _ page: [UInt8]) throws -> Void
    /// Takes the next piece of a page.
    package typealias ByteSink = (_ bytes: [UInt8]) throws -> Void

    /// Writes the page of several sheets, by their numbers from 1; each is also handed to `single`, if there is one.
    package func writeSheets(
        _ numbers: ClosedRange<Int>, to sink: @escaping ByteSink, single: PageSink?
    ) throws {
        try write(forms.sheet, of: numbers, in: forms.sheetsPage, by: PageWriter(forms.sheetPage, sink, single))
    }

    /// Writes a form for each of several sheets, and what stands around them all.
    func write(
        _ form: Form, of numbers: ClosedRange<Int>, in frame: (opening: Form, closing: Form), by writer: PageWriter
    ) throws {
        var page = writer
        try page.append(frame.opening)
        try forEach(numbers) { code, sheet in
            try page.append(form, texts(code)) { values.number($0, of: sheet) }
        }
        try page.append(frame.closing)
        try page.finish()
    }

    /// Writes the page of several keys, after tables of all their answers; each key is also handed to `single`.
    ///
    /// Returns the sheets' rows in the set's three tables.
    package func writeKeys(
        _ numbers: ClosedRange<Int>, to sink: @escaping ByteSink, single: PageSink?
    ) throws -> TableRows {
        var page = PageWriter(forms.keyPage, sink, single)
        try page.append(forms.keysPage.opening)
        try page.append(forms.tables[0].opening)
        // Rows are drawn once: those of further tables, few on a page, wait for the end of the first.
        var laterRows = forms.tables.dropFirst().map { _ in [UInt8]() }
        var rows = RowWriter(tables)
        try forEach(numbers) { code, sheet in
            rows.append(code, student: student(code)?.answersName ?? "", sheet)
            let texts = texts(code)
            let number = { (id: ValueID) in values.number(id, of: sheet) }
            try page.append(part: forms.tables[0].row, texts, number)
            for index in laterRows.indices {
                forms.tables[index + 1].row.fill(into: &laterRows[index], value: number, text: { texts[$0] })
            }
        }
        try page.append(forms.tables[0].closing)
        for (table, written) in zip(forms.tables.dropFirst(), laterRows) {
            try page.append(table.opening)
            try page.append(written)
            try page.append(table.closing)
        }
        // Drawn a second time, since the table comes first and the keys must not pile up in memory.
        try forEach(numbers) { code, sheet in
            try page.append(forms.key, texts(code)) { values.number($0, of: sheet) }
        }
        try page.append(forms.keysPage.closing)
        try page.finish()
        return rows.rows
    }

    /// The rows of several sheets in the set's three tables.
    package func rows(_ numbers: ClosedRange<Int>) throws -> TableRows {
        var rows = RowWriter(tables)
        try forEach(numbers) { code, sheet in rows.append(code, student: student(code)?.answersName ?? "", sheet) }
        return rows.rows
    }

    /// The student of a sheet, where they are known.
    func student(_ code: SheetCode) -> Roster.Student? {
        guard let students = roster?.students, students.indices.contains(code.number - 1) else { return nil }
        return students[code.number - 1]
    }

    /// The texts of a sheet.
    func texts(_ code: SheetCode) -> SheetTexts {
        let student = student(code)
        return SheetTexts(code: code.text, name: student?.name ?? "", number: student?.number ?? "")
    }

    /// Draws sheets and computes their numbers.
    func forEach(
        _ numbers: ClosedRange<Int>, _ body: (SheetCode, SheetNumbers) throws -> Void
    ) throws {
        var drawer = generator.drawer()
        for first in stride(from: numbers.lowerBound, through: numbers.upperBound, by: Machine.width) {
            let count = min(Machine.width, numbers.upperBound - first + 1)
            try drawer.draw(sheets: first - 1, count: count)
            for index in 0..<count { try body(codes.code(of: first + index), drawer.numbers(ofSheet: index)) }
        }
    }
}
