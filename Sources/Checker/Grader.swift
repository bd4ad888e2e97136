import Exact
import Record
import Solver
import Template

/// Grades the blocks of an answers table, each by itself.
package struct Grader: Sendable {
    /// What the columns hold.
    package let columns: AnswerColumns
    private let calculation: Calculation
    private let given: GivenTable
    private let codes: SheetCodes
    private let dialect: CSVDialect
    private let marker: Marker
    private let points: PointTexts
    private let cells: MarkCells

    /// A grader for a table with these columns.
    package init(
        _ columns: AnswerColumns, of calculation: Calculation, given: GivenTable, codes: SheetCodes, dialect: CSVDialect
    ) {
        self.columns = columns
        self.calculation = calculation
        self.given = given
        self.codes = codes
        self.dialect = dialect
        marker = Marker(calculation, delimiter: dialect.delimiter)
        points = PointTexts(calculation)
        cells = MarkCells(points, delimiter: dialect.delimiter)
    }

    /// The headings of the graded table: the table's own, then verdict, points and note of each answer, then the totals.
    package var header: [UInt8] {
        var writer = CSVWriter(dialect)
        for heading in columns.headings { writer.appendText(heading) }
        for entry in calculation.asked {
            for what in ["verdict", "points", "note"] { writer.append("\(entry.column) \(what)") }
        }
        writer.append("points")
        writer.append("out of")
        writer.endRecord()
        return writer.bytes
    }

    /// Grades a block; rows whose lines are in `repeated` are only reported, as second rows of their sheets.
    ///
    /// - Parameter skipsHeading: whether the block's first record is the headings.
    package func grade(
        _ block: CSVBlock, skipsHeading: Bool, repeated: [Int: Int] = [:]
    ) throws -> GradedBlock {
        var work = Work(machine: Machine(calculation.program), dialect: dialect)
        try block.withBytes { bytes in
            var tokens = CSVTokens(bytes, delimiter: dialect.delimiter, line: block.line)
            if skipsHeading { _ = try tokens.next() }
            while try tokens.next() { try grade(tokens.record, repeated: repeated, &work) }
        }
        work.result.rows = work.writer.bytes
        return work.result
    }

    /// What grading a block needs besides the block.
    private struct Work {
        let machine: Machine
        var writer: CSVWriter
        var window = GivenWindow()
        var result = GradedBlock()
        var wholes: [Int: CellValue] = [:]

        init(machine: Machine, dialect: CSVDialect) {
            self.machine = machine
            writer = CSVWriter(dialect)
        }

        mutating func report(_ line: Int, _ column: String?, _ message: String) {
            result.problems.append(GradingProblem(line: line, column: column, message: message))
        }
    }

    private func grade(_ record: borrowing CSVRecord, repeated: [Int: Int], _ work: inout Work) throws {
        copyCells(of: record, &work)
        if record.hasNUL { work.report(record.line, nil, "this row has a zero byte in it") }
        guard let sheet = sheet(of: record, &work) else { return writeNothing(&work) }
        if let first = repeated[record.line] {
            work.report(
                record.line, columns.headings[columns.sheet ?? 0],
                "sheet \(codes.code(of: sheet).text) has a row already, in line \(first); this one is not graded")
            return writeNothing(&work)
        }
        work.result.sheets.append((sheet, record.line))
        try given.feed(sheet: sheet, to: work.machine, with: &work.window)
        work.machine.run(lanes: 1)
        work.wholes.removeAll(keepingCapacity: true)
        var earned = 0 as Int64
        for index in columns.places.indices {
            let mark = mark(index, record, &work)
            if mark.verdict == .correct { earned += points.numerators[index] }
            cells.write(mark, index, to: &work.writer)
            if mark.verdict == .unreadable, isFirstOfCell(index) {
                work.report(record.line, heading(of: index), mark.note)
            }
        }
        let total = points.text(earned)
        work.writer.appendNumber(total)
        work.writer.appendNumber(points.total)
        work.writer.endRecord()
        work.result.count(earned, of: points)
        work.result.appendLine(
            code: codes.code(of: sheet), student: columns.student.flatMap { $0 < record.count ? record[$0] : nil },
            total, points.total)
    }

    private func mark(_ index: Int, _ record: borrowing CSVRecord, _ work: inout Work) -> Mark {
        switch columns.places[index] {
        case .missing: return Mark(verdict: .blank)
        case .own(let column):
            return column < record.count
                ? marker.mark(index, record[column], work.machine) : Mark(verdict: .blank)
        case .whole(let column, let entry):
            let entry0 = calculation.asked[index]
            let count = calculation.template.parts[entry0.part].quantities[entry0.quantity].entries.count
            if work.wholes[column] == nil {
                work.wholes[column] = column < record.count ? marker.read(record[column], entries: count) : .blank
            }
            return marker.mark(index, entry: entry, of: count, in: work.wholes[column] ?? .blank, work.machine)
        }
    }

    /// Whether an answer is the first of those that stand in its cell.
    private func isFirstOfCell(_ index: Int) -> Bool {
        if case .whole(_, let entry) = columns.places[index] { return entry == 0 }
        return true
    }

    private func heading(of index: Int) -> String {
        switch columns.places[index] {
        case .own(let column), .whole(let column, _): columns.headings[column]
        case .missing: calculation.asked[index].column
        }
    }

    /// The sheet that a row is of, from 1; reported where there is none.
    private func sheet(of record: borrowing CSVRecord, _ work: inout Work) -> Int? {
        let column = columns.sheet ?? 0
        let cell = column < record.count ? record[column] : UnsafeRawBufferPointer(start: nil, count: 0)
        switch codes.sheet(reading: cell) {
        case .success(let sheet): return sheet
        case .failure(let problem):
            let text = String(decoding: cell.prefix(40), as: UTF8.self)
            let isEmpty = (0..<record.count).allSatisfy { record[$0].isEmpty }
            if isEmpty { return nil }
            work.report(
                record.line, columns.headings[column],
                text.isEmpty ? "the sheet's code is missing" : "'\(text)' is \(problem.message)")
            return nil
        }
    }

    /// Copies a row's own cells, filled up to the headings' number.
    private func copyCells(of record: borrowing CSVRecord, _ work: inout Work) {
        let count = columns.headings.count
        // As it stands, where nothing in it could be run by a spreadsheet.
        if record.count == count, !(0..<count).contains(where: { work.writer.isFormula(record[$0]) }) {
            return work.writer.appendWritten(record.raw)
        }
        for column in 0..<count {
            if column < record.count { work.writer.appendText(record[column]) } else { work.writer.append("") }
        }
        let isLong =
            record.count > count && (count..<record.count).contains { !record[$0].isEmpty }
        if isLong {
            work.report(
                record.line, nil,
                "this row has \(record.count) cells for \(count) headings; those at the end are not read"
            )
        }
    }

    /// Fills the columns of a row that is not graded.
    private func writeNothing(_ work: inout Work) {
        for _ in 0..<3 * calculation.asked.count + 2 { work.writer.append("") }
        work.writer.endRecord()
    }
}
