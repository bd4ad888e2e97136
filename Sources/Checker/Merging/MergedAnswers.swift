import Generator
import Record

/// Several tables of answers made one: each sheet has one row, with what any of the tables says about it.
///
/// Where two people typed the same sheet, their answers are compared as numbers; what differs is a conflict, and its cell
/// has both readings.
package struct MergedAnswers: Sendable {
    /// Cells that stand differently in two tables.
    package private(set) var conflicts: [AnswerConflict] = []

    private let codes: SheetCodes
    private let names: ColumnNames
    private let dialect: CSVDialect
    private let reader: AnswerReader
    private var columns: [Column] = []
    private var rows: [[AnswerConflict.Typed?]] = []
    private var rowsOfSheets: [Int: Int] = [:]

    private struct Column: Hashable {
        let name: String
        let content: Content
    }

    private enum Content {
        case sheet
        /// An answer, or points that a person gives.
        case answer
        /// A name, or a column that the set knows nothing of.
        case remark
    }

    /// No rows yet, for sheets with these codes; to be written in a dialect.
    package init(_ codes: SheetCodes, named names: ColumnNames, dialect: CSVDialect) {
        self.codes = codes
        self.names = names
        self.dialect = dialect
        reader = AnswerReader(delimiter: dialect.delimiter)
    }

    /// Adds a table, whose headings a map may explain.
    package mutating func add(_ table: TextTable, name: String, _ map: ColumnMap = ColumnMap()) {
        guard let headings = table.records.first?.cells else { return }
        let records = table.records.dropFirst()
        let sheetColumn = map.sheetColumn(in: headings)
        let places = headings.enumerated().map { column, heading -> Int? in
            let name = map.name(of: heading)
            let content: Content = !names.claims(name).isEmpty ? .answer : column == sheetColumn ? .sheet : .remark
            // Whoever typed nothing in a whole column left it to others.
            if content == .answer, records.allSatisfy({ ColumnNames.plain($0[column]).isEmpty }) { return nil }
            // A second column of codes is kept as it is.
            let isSecond = content == .remark && ColumnNames.sheetColumn(in: [name]) != nil
            return place(Column(name: isSecond ? heading : names.name(of: name) ?? name, content: content))
        }
        let reader = AnswerReader(delimiter: table.dialect.delimiter)
        var seen: Set<Int> = []
        for record in records {
            var row = [AnswerConflict.Typed?](repeating: nil, count: columns.count)
            var sheet: Int?
            for (column, place) in places.enumerated() {
                guard let place, row[place] == nil else { continue }
                let cell = record[column]
                if columns[place].content == .sheet { sheet = try? codes.sheet(reading: cell).get() }
                row[place] = AnswerConflict.Typed(
                    table: name, line: record.line, text: columns[place].content == .answer ? text(cell, reader) : cell)
            }
            // A second row of a sheet in one table is no second opinion: the grader reports it.
            guard let sheet, seen.insert(sheet).inserted else {
                rows.append(row)
                continue
            }
            guard let known = rowsOfSheets[sheet] else {
                rowsOfSheets[sheet] = rows.count
                rows.append(row)
                continue
            }
            merge(row, into: known, sheet: sheet)
        }
    }

    /// The merged table.
    package var bytes: [UInt8] {
        var writer = CSVWriter(dialect)
        for column in columns { writer.appendText(column.name) }
        writer.endRecord()
        for row in rows {
            for column in columns.indices { writer.appendText(column < row.count ? row[column]?.text ?? "" : "") }
            writer.endRecord()
        }
        return writer.bytes
    }

    private mutating func place(_ column: Column) -> Int {
        if let place = columns.firstIndex(of: column) { return place }
        columns.append(column)
        return columns.count - 1
    }

    /// An answer as the merged table's dialect writes it: a decimal comma is none there where commas separate cells.
    private func text(_ cell: String, _ reader: AnswerReader) -> String {
        guard reader.hasDecimalComma != self.reader.hasDecimalComma, case .number(let number) = reader.read(cell)
        else { return ColumnNames.plain(cell).isEmpty ? "" : cell }
        return number.text
    }

    private mutating func merge(_ row: [AnswerConflict.Typed?], into known: Int, sheet: Int) {
        let missing = columns.count - rows[known].count
        if missing > 0 { rows[known] += Array(repeating: nil, count: missing) }
        for (column, typed) in row.enumerated() {
            guard let typed else { continue }
            guard let earlier = rows[known][column] else {
                rows[known][column] = typed
                continue
            }
            if columns[column].content == .sheet || isSame(earlier.text, typed.text) { continue }
            switch columns[column].content {
            case .answer:
                let conflict = AnswerConflict(
                    sheet: codes.code(of: sheet).text, column: columns[column].name, first: earlier, second: typed)
                conflicts.append(conflict)
                rows[known][column] = AnswerConflict.Typed(
                    table: earlier.table, line: earlier.line, text: conflict.cell)
            case .sheet, .remark:
                let both = [earlier.text, typed.text].filter { !$0.isEmpty }.joined(separator: " / ")
                rows[known][column] = AnswerConflict.Typed(table: earlier.table, line: earlier.line, text: both)
            }
        }
    }

    private func isSame(_ first: String, _ second: String) -> Bool {
        if ColumnNames.plain(first) == ColumnNames.plain(second) { return true }
        let value = reader.read(first)
        if case .unreadable = value { return false }
        return value == reader.read(second)
    }
}
