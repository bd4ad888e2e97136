import Maths

extension LaTeX {
    /// A sheet of pieces that are printed already, with its code, which begins a page of its own.
    package static func sheet(of pieces: [Form], code: TextSlot) -> Form {
        var sheet = Form()
        sheet.append("\\sheet{")
        sheet.append(.text(code, .latex))
        sheet.append("}\n")
        for piece in pieces { sheet.append(piece) }
        sheet.append("\\finishsheet\n")
        return sheet
    }

    /// Blocks alone, as a piece of a sheet. Their numbers have places as wide as `bounds` says.
    package static func form(_ blocks: [Block], bounds: @escaping Bounds = { _ in [] }) -> Form {
        var printer = LaTeXBlockPrinter(bounds: bounds)
        printer.write(blocks)
        return printer.form
    }

    /// A heading and a table whose rows are to be repeated, on pages of its own before all sheets: all before the rows,
    /// the rows, all after them.
    package static func repeating(
        _ table: Table, under heading: String
    ) -> (opening: Form, row: Form, closing: Form) {
        var opening = LaTeXBlockPrinter()
        opening.form.append("\\repeating{")
        opening.form.append(escapingLaTeX: heading)
        opening.form.append("}{")
        opening.writeCells(table.header)
        opening.form.append("\\cr\n")
        var row = LaTeXBlockPrinter()
        for cells in table.rows {
            row.writeCells(cells)
            row.form.append("\\cr\n")
        }
        var closing = Form()
        closing.append("}\n")
        return (opening.form, row.form, closing)
    }

    /// The characters of blocks' texts that the fonts lack, each once.
    package static func missing(in blocks: [Block]) -> [Unicode.Scalar] {
        var missing: [Unicode.Scalar] = []
        for block in blocks {
            for text in block.texts {
                missing += LaTeX.missing(in: text).filter { !missing.contains($0) }
            }
        }
        return missing
    }
}
