import Maths

extension LaTeXBlockPrinter {
    /// Writes the pieces of a line.
    mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): form.append(escapingLaTeX: text)
        case .slot(let slot): form.append(.text(slot, .latex))
        case .emphasis(let inner): style("\\emph{", inner)
        case .strong(let inner): style("\\textbf{", inner)
        case .code(let text): writeCode(text)
        case .maths(let maths): writeMaths(maths)
        case .link(let inner, let address):
            write(inner)
            guard inner != [.text(address)] else { return }
            form.append(" (")
            writeCode(address)
            form.append(")")
        case .lineBreak: form.append("\\linebreakhere\n")
        }
    }

    private mutating func style(_ opening: StaticString, _ inner: [Inline]) {
        form.append(opening)
        write(inner)
        form.append("}")
    }

    private mutating func writeCode(_ text: String) {
        var bytes: [UInt8] = []
        LaTeX.writeCode(text, to: &bytes)
        form.append("\\texttt{")
        form.append(raw: bytes)
        form.append("}")
    }

    /// TeX breaks a formula of one line where it may be broken; what it cannot break must fit in a line. Fractions have
    /// their full size.
    private mutating func writeMaths(_ maths: Maths) {
        let formula = LaTeX.form(maths, isDisplayed: maths.isTall, bounds: bounds)
        guard maths.isTall || maths.longestWord > 20 else { return form.append(formula) }
        form.append("\\wrapped{")
        form.append(formula)
        form.append("}")
    }

    /// Writes the cells of a row of a table.
    mutating func writeCells(_ cells: [[Inline]]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { form.append("&") }
            write(cell)
        }
    }

    /// Writes a table: lines below its rows, or, where it is to be filled in, around all cells.
    mutating func writeTable(_ table: Table) {
        let columns = max(table.header.count, table.rows.map(\.count).max() ?? 0)
        guard columns > 0 else { return }
        form.append("\\tabled{\\begin{tabular}{")
        if table.boxes != nil { form.append("|") }
        for column in 0..<columns {
            switch column < table.alignments.count ? table.alignments[column] : .left {
            case .left: form.append("l")
            case .center: form.append("c")
            case .right: form.append("r")
            }
            guard let boxes = table.boxes else { continue }
            // Thick lines at both sides of a box.
            let isThick = boxes.contains(column) || boxes.contains(column + 1)
            form.append(isThick ? "@{\\hskip\\tabcolsep\\vrule width1.2pt" : "|")
            if isThick { form.append(column < columns - 1 ? "\\hskip\\tabcolsep}" : "}") }
        }
        form.append("}\n")
        if table.boxes != nil { form.append("\\hline\n") }
        for row in (table.header.isEmpty ? [] : [table.header]) + table.rows {
            form.append(table.boxes == nil ? "\\strut " : "\\cellstrut ")
            writePaddedCells(row, boxes: table.boxes)
            form.append("\\\\\\hline\n")
        }
        form.append("\\end{tabular}}\n")
    }

    /// Writes the cells of a row between lines: what is high keeps away from them, and a box has room to write in.
    private mutating func writePaddedCells(_ cells: [[Inline]], boxes: Range<Int>?) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { form.append("&") }
            if cell.isEmpty, boxes?.contains(column) == true { form.append("\\kern3.4em ") }
            guard cell.contains(where: \.isTall) else {
                write(cell)
                continue
            }
            form.append("\\padded{")
            write(cell)
            form.append("}")
        }
    }
}

extension Inline {
    fileprivate var isTall: Bool {
        if case .maths(let maths) = self { maths.isTall } else { false }
    }
}

extension Maths {
    /// How many letters the longest name or text in the formula has.
    fileprivate var longestWord: Int {
        var longest = 0
        _ = replacing { piece in
            switch piece {
            case .identifier(let text, _), .text(let text): longest = max(longest, text.count)
            default: break
            }
            return piece
        }
        return longest
    }
}
