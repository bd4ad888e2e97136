import Record
import YAML

/// What the headings of another program's export are for, as a table with the columns `heading` and `column` says.
package struct ColumnMap: Sendable {
    /// A row of the table.
    private struct Entry {
        let line: Int
        let heading: String
        let column: String
    }

    private var entries: [Entry] = []
    /// psgen's names, by the plain text of the headings that stand for them; empty for what is not to be read.
    private var columns: [String: String] = [:]

    /// A map that changes nothing.
    package init() {}

    /// Reads a table.
    package init(_ source: any ByteSource) throws(ColumnMapError) {
        let table: TextTable
        do throws(CSVError) { table = try TextTable(source) } catch { throw .unreadable(error) }
        let headings = table.records.first?.cells.map { ColumnNames.plain($0).lowercased() } ?? []
        guard let heading = headings.firstIndex(of: "heading"), let column = headings.firstIndex(of: "column") else {
            throw .headings(table.records.first?.cells ?? [])
        }
        for record in table.records.dropFirst() where record.cells.contains(where: { !ColumnNames.plain($0).isEmpty }) {
            let entry = Entry(line: record.line, heading: record[heading], column: record[column])
            let key = ColumnNames.plain(entry.heading)
            if key.isEmpty { throw .noHeading(line: entry.line) }
            guard columns.updateValue(entry.column, forKey: key) == nil else {
                throw .twice(entry.heading, line: entry.line)
            }
            entries.append(entry)
        }
    }

    /// Throws where a name is none of a set's columns.
    package func check(against names: ColumnNames) throws(ColumnMapError) {
        for entry in entries where !ColumnNames.plain(entry.column).isEmpty && names.name(of: entry.column) == nil {
            throw .unknown(
                entry.column, line: entry.line, nearest: nearestName(to: entry.column, in: names.all), all: names.all)
        }
    }

    /// Which of some headings is of the sheets' codes; nil where none is.
    package func sheetColumn(in headings: [String]) -> Int? {
        ColumnNames.sheetColumn(in: headings.map(name))
    }

    /// psgen's name of a heading, or the heading itself; empty where the column is not to be read.
    func name(of heading: String) -> String { columns[ColumnNames.plain(heading)] ?? heading }

    /// Headings of the map that a table lacks, with their lines.
    package func absent(from headings: [String]) -> [(heading: String, line: Int)] {
        let there = Set(headings.map(ColumnNames.plain))
        return entries.filter { !there.contains(ColumnNames.plain($0.heading)) }.map { ($0.heading, $0.line) }
    }
}

/// Why a map of columns cannot be used.
package enum ColumnMapError: Error, Hashable, Sendable {
    /// It is no CSV file.
    case unreadable(CSVError)
    /// Its headings, which are these, are not `heading` and `column`.
    case headings([String])
    /// A row names a column but no heading.
    case noHeading(line: Int)
    /// A heading stands in it twice.
    case twice(String, line: Int)
    /// A name that no column of the set has; the most similar one, and all of them.
    case unknown(String, line: Int, nearest: String?, all: [String])

    /// The line that is wrong, from 1.
    package var line: Int {
        switch self {
        case .unreadable, .headings: 1
        case .noHeading(let line), .twice(_, let line), .unknown(_, let line, _, _): line
        }
    }

    /// A sentence for the instructor, without its full stop.
    package var message: String {
        switch self {
        case .unreadable(let error): error.message
        case .headings(let found):
            "expected the headings 'heading' and 'column', found \(found.isEmpty ? "nothing" : found.joined(separator: ", "));"
                + " each row says which of psgen's columns a heading of the answers stands for"
        case .noHeading: "the heading of the answers is missing in this row"
        case .twice(let heading, _): "the heading '\(heading)' stands in a row above already"
        case .unknown(let name, _, let nearest, let all):
            "the set has no column '\(name)'"
                + (nearest.map { "; did you mean '\($0)'?" }
                    ?? "; its columns are \(all.prefix(20).joined(separator: ", "))\(all.count > 20 ? ", …" : "")")
        }
    }
}
