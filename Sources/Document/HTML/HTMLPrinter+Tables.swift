import Maths

extension HTMLPrinter {
    mutating func writeTable(_ table: Table) {
        openTable(table)
        writeRows(of: table)
        closeTable()
    }

    /// Writes a table's header, and all that stands before its rows.
    mutating func openTable(_ table: Table) {
        form.append(table.boxes == nil ? "<div class=\"s\"><table>\n" : "<div class=\"s\"><table class=\"q\">\n")
        if !table.header.isEmpty {
            element("thead") { $0.writeRow(table.header, "th", table) }
            form.append("\n")
        }
        form.append("<tbody>\n")
    }

    mutating func writeRows(of table: Table) {
        for row in table.rows {
            writeRow(row, "td", table)
            form.append("\n")
        }
    }

    mutating func closeTable() {
        form.append("</tbody>\n</table></div>\n")
    }

    private mutating func writeRow(_ cells: [[Inline]], _ name: StaticString, _ table: Table) {
        element("tr") {
            for (column, cell) in cells.enumerated() {
                let alignment = column < table.alignments.count ? table.alignments[column] : .left
                let isBox = table.boxes?.contains(column) == true
                $0.form.append("<")
                $0.form.append(name)
                if alignment != .left || isBox {
                    $0.form.append(" class=\"")
                    $0.form.append(alignment.className)
                    if isBox { $0.form.append(alignment == .left ? "b" : " b") }
                    $0.form.append("\"")
                }
                $0.form.append(">")
                $0.write(cell)
                $0.form.append("</")
                $0.form.append(name)
                $0.form.append(">")
            }
        }
    }
}

extension Table.Alignment {
    /// How the style sheet calls it.
    fileprivate var className: StaticString {
        switch self {
        case .left: ""
        case .center: "ac"
        case .right: "ar"
        }
    }
}
