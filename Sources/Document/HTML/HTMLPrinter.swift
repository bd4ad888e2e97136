import Maths

/// Writes the elements of blocks.
struct HTMLPrinter {
    var form = Form()

    mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .title(let title, let aside): writeTitle(title, aside)
        case .fields(let fields): writeFields(fields)
        case .heading(let content, let level): writeHeading(content, level: level)
        case .paragraph(let content): line("p") { $0.write(content) }
        case .list(let list): writeList(list)
        case .quote(let blocks): lines("blockquote") { $0.write(blocks) }
        case .code(let text):
            form.append("<pre class=\"s\"><code>")
            form.append(escaping: text)
            form.append("</code></pre>\n")
        case .thematicBreak: form.append("<hr>\n")
        case .display(let maths): writeDisplayed(maths)
        case .formulas(let formulas):
            form.append("<div class=\"g\">\n")
            for formula in formulas { writeDisplayed(formula) }
            form.append("</div>\n")
        case .equations(let equations): writeEquations(equations)
        case .table(let table): writeTable(table)
        case .picture(let picture): writePicture(picture)
        case .part(let part): writePart(part)
        case .answers(let boxes): writeAnswers(boxes)
        case .workspace(let millimetres):
            form.append("<div style=\"height:")
            form.append(raw: max(0, millimetres).description.utf8)
            form.append("mm\"></div>\n")
        case .group(let blocks):
            form.append("<div class=\"k\">\n")
            write(blocks)
            form.append("</div>\n")
        case .pageBreak: form.append("<div class=\"n\"></div>\n")
        }
    }

    /// Writes an element on one line.
    private mutating func line(_ name: StaticString, _ content: (inout HTMLPrinter) -> Void) {
        element(name, content)
        form.append("\n")
    }

    /// Writes an element that holds lines.
    private mutating func lines(_ name: StaticString, _ content: (inout HTMLPrinter) -> Void) {
        line(name) {
            $0.form.append("\n")
            content(&$0)
        }
    }

    /// Writes a formula that may be wider than a small screen: it scrolls in a box of its own.
    private mutating func writeDisplayed(_ maths: Maths) {
        form.append("<div class=\"s\">")
        writeFitting(maths, MathML.form(maths, isDisplayed: true))
        form.append("</div>\n")
    }

    private mutating func writeTitle(_ title: [Inline], _ aside: [Inline]) {
        lines("header") {
            $0.line("h1") { $0.write(title) }
            if !aside.isEmpty { $0.line("p") { $0.write(aside) } }
        }
    }

    private mutating func writeFields(_ fields: [Field]) {
        form.append("<p class=\"i\">")
        for field in fields {
            form.append("<span>")
            form.append(escaping: field.label)
            form.append(" <b>")
            write(field.content)
            form.append("</b></span> ")
        }
        form.append("</p>\n")
    }

    private mutating func writeHeading(_ content: [Inline], level: Int) {
        switch level {
        case ...1: line("h2") { $0.write(content) }
        case 2: line("h3") { $0.write(content) }
        default: line("h4") { $0.write(content) }
        }
    }

    private mutating func writeList(_ list: List) {
        guard let start = list.start else { return lines("ul") { $0.writeItems(list.items) } }
        form.append("<ol")
        if start != 1 {
            form.append(" start=\"")
            form.append(raw: start.description.utf8)
            form.append("\"")
        }
        form.append(">\n")
        writeItems(list.items)
        form.append("</ol>\n")
    }

    private mutating func writeItems(_ items: [[Block]]) {
        for item in items {
            line("li") {
                if item.count == 1, case .paragraph(let content) = item[0] {
                    $0.write(content)
                } else {
                    $0.write(item)
                }
            }
        }
    }

    private mutating func writePart(_ part: Part) {
        form.append("<section>\n<h2>(")
        form.append(escaping: part.label)
        form.append(")</h2>\n<div>\n")
        if !part.points.isEmpty {
            form.append("<p class=\"o\">")
            write(part.points)
            form.append("</p>\n")
        }
        write(part.blocks)
        form.append("</div>\n</section>\n")
    }

    private mutating func writeAnswers(_ boxes: [AnswerBox]) {
        form.append("<ul class=\"a\">\n")
        for box in boxes {
            line("li") {
                $0.element("span") {
                    if !box.part.isEmpty {
                        $0.form.append("(")
                        $0.form.append(escaping: box.part)
                        $0.form.append(") ")
                    }
                    $0.write(box.label)
                }
                $0.element("b") { $0.write(box.content) }
            }
        }
        form.append("</ul>\n")
    }

    /// Writes an element.
    mutating func element(_ name: StaticString, _ content: (inout HTMLPrinter) -> Void) {
        form.append("<")
        form.append(name)
        form.append(">")
        content(&self)
        form.append("</")
        form.append(name)
        form.append(">")
    }
}
