import Maths

/// Prints blocks as HTML. The classes in the markup have their look from ``HTMLPage``'s style.
package enum HTML {
    /// A sheet, which begins a page of its own.
    package static func sheet(_ blocks: [Block]) -> Form { sheet(of: [form(blocks)]) }

    /// A sheet of pieces that are printed already.
    package static func sheet(of pieces: [Form]) -> Form {
        var sheet = Form()
        sheet.append("<article>\n")
        for piece in pieces { sheet.append(piece) }
        sheet.append("</article>\n")
        return sheet
    }

    /// Blocks alone, as a piece of a page.
    package static func form(_ blocks: [Block]) -> Form {
        var printer = HTMLPrinter()
        printer.write(blocks)
        return printer.form
    }

    /// A page with a heading and a table whose rows are to be repeated: all before the rows, the rows, all after them.
    ///
    /// A table of many columns is printed on the paper's long side.
    package static func repeating(
        _ table: Table, under heading: String
    ) -> (opening: Form, row: Form, closing: Form) {
        var opening = HTMLPrinter()
        opening.form.append(table.header.count > 8 ? "<article class=\"w l\">" : "<article class=\"w\">")
        opening.form.append("\n<header>\n<h1>")
        opening.form.append(escaping: heading)
        opening.form.append("</h1>\n</header>\n")
        opening.openTable(table)
        var row = HTMLPrinter()
        row.writeRows(of: table)
        var closing = HTMLPrinter()
        closing.closeTable()
        closing.form.append("</article>\n")
        return (opening.form, row.form, closing.form)
    }
}
