import Foundation
import Testing

/// A table of cells under headings, read from a csv and written as one.
struct Sheet: Equatable {
    var headings: [String]
    var rows: [[String]]

    /// Reads a csv with commas and line feeds.
    init(_ text: String) throws {
        var records: [[String]] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var previous: Character?
        for character in text {
            switch character {
            case "\"":
                // A quotation mark directly after a closing one is part of the cell.
                if !isQuoted && previous == "\"" { cell.append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                records.append(cells + [cell])
                (cells, cell) = ([], "")
            default: cell.append(character)
            }
            previous = character
        }
        try #require(!records.isEmpty && cells.isEmpty && cell.isEmpty && !isQuoted)
        headings = records[0]
        rows = Array(records.dropFirst())
    }

    /// The file of a test.
    init(_ folder: TestFolder, _ name: String) throws {
        try self.init(#require(folder.text(name), "\(name) is missing"))
    }

    /// The table as a csv.
    var text: String {
        ([headings] + rows).map { row in
            row.map { $0.contains { ",\"\n".contains($0) } ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }
                .joined(separator: ",") + "\n"
        }.joined()
    }

    /// The cells under a heading.
    func column(_ heading: String) throws -> [String] {
        let index = try #require(headings.firstIndex(of: heading), "there is no column \(heading)")
        return rows.map { index < $0.count ? $0[index] : "" }
    }

    /// A cell by its heading.
    subscript(row: Int, heading: String) -> String {
        get { headings.firstIndex(of: heading).map { rows[row][$0] } ?? "" }
        set {
            if let index = headings.firstIndex(of: heading) { rows[row][index] = newValue }
        }
    }
}

/// `1/3`, `11.67` or `5` as a number.
func number(_ text: String) throws -> Double {
    let parts = try text.split(separator: "/").map { try #require(Double($0), "\(text) is no number") }
    return parts.count == 2 ? parts[0] / parts[1] : try #require(parts.first)
}
