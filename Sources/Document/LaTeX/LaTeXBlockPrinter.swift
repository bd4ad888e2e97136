import Maths

/// Writes the commands of blocks.
struct LaTeXBlockPrinter {
    var form = Form()
    var bounds: LaTeX.Bounds = { _ in [] }

    init(bounds: @escaping LaTeX.Bounds = { _ in [] }) { self.bounds = bounds }

    mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .title(let title, let aside): command("\\sheettitle", { $0.write(title) }, { $0.write(aside) })
        case .fields(let fields): writeFields(fields)
        case .heading(let content, let level):
            command("\\heading", { $0.form.append(level <= 1 ? "\\large" : "\\normalsize") }, { $0.write(content) })
        case .paragraph(let content):
            write(content)
            form.append("\\par\n")
        case .list(let list): writeList(list)
        case .quote(let blocks):
            form.append("\\openquote\n")
            write(blocks)
            form.append("\\closeinset\n")
        case .code(let text): writeCode(text)
        case .thematicBreak: form.append("\\subjectbreak\n")
        case .display(let maths): command("\\centred", { $0.writeDisplayed(maths) })
        case .formulas(let formulas):
            command(
                "\\formulas", { for formula in formulas { $0.command("\\formula", { $0.writeDisplayed(formula) }) } })
        case .equations(let equations): form.append(LaTeX.form(aligned: equations, bounds: bounds))
        case .table(let table): writeTable(table)
        case .part(let part): writePart(part)
        case .answers(let boxes): writeAnswers(boxes)
        case .workspace(let millimetres):
            command("\\workspace", { $0.form.append(raw: min(max(0, millimetres), Self.mostRoom).description.utf8) })
        case .group(let blocks): command("\\together", { $0.write(blocks) })
        case .picture(let picture): writePicture(picture)
        case .pageBreak: form.append("\\par\\penalty-10000\n")
        }
    }

    /// The greatest height of empty room, in millimetres: that of a page.
    private static let mostRoom = 220

    /// Writes a command and its arguments on one line.
    private mutating func command(_ name: StaticString, _ arguments: ((inout LaTeXBlockPrinter) -> Void)...) {
        form.append(name)
        for argument in arguments {
            form.append("{")
            argument(&self)
            form.append("}")
        }
        form.append("\n")
    }

    private mutating func writeDisplayed(_ maths: Maths) {
        form.append(LaTeX.form(maths, isDisplayed: true, bounds: bounds))
    }

    /// The first line is twice as long as each of the others.
    private mutating func writeFields(_ fields: [Field]) {
        form.append("\\fields{")
        for (index, field) in fields.enumerated() {
            let hundredths = 100 * (index == 0 ? 2 : 1) / (fields.count + 1)
            command(
                "\\field", { $0.form.append(raw: ".\(hundredths < 10 ? "0" : "")\(min(hundredths, 99))".utf8) },
                { $0.form.append(escapingLaTeX: field.label) }, { $0.write(field.content) })
        }
        form.append("}\n")
    }

    private mutating func writeList(_ list: List) {
        for (index, item) in list.items.enumerated() {
            form.append(list.start == nil ? "\\openinset{1.6em}{$\\bullet$}\n" : "\\openinset{2.1em}{")
            if let start = list.start { form.append(raw: "\(start &+ index).}\n".utf8) }
            write(item)
            form.append("\\closeinset\n")
        }
    }

    private mutating func writeCode(_ text: String) {
        form.append("\\codelines{")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            var bytes: [UInt8] = []
            LaTeX.writeCode(String(line), to: &bytes)
            command("\\codeline", { $0.form.append(raw: bytes) })
        }
        form.append("}\n")
    }

    private mutating func writePart(_ part: Part) {
        command(
            part.hasRoom ? "\\openroompart" : "\\openpart",
            { printer in
                printer.form.append("(")
                printer.form.append(escapingLaTeX: part.label)
                printer.form.append(")")
            }, { $0.write(part.points) })
        write(part.blocks)
        form.append("\\closeinset\n")
    }

    private mutating func writeAnswers(_ boxes: [AnswerBox]) {
        form.append("\\answers{")
        for box in boxes {
            command(
                "\\answer",
                { printer in
                    if !box.part.isEmpty {
                        printer.form.append("(")
                        printer.form.append(escapingLaTeX: box.part)
                        printer.form.append(")~")
                    }
                    printer.writeInBox(box.label)
                }, { $0.writeInBox(box.content) })
        }
        form.append("}\n")
    }

    /// Formulas in boxes have their full size.
    private mutating func writeInBox(_ inlines: [Inline]) {
        for inline in inlines {
            if case .maths(let maths) = inline { writeDisplayed(maths) } else { write([inline]) }
        }
    }
}

extension Part {
    /// Whether something is to be written in it by hand.
    fileprivate var hasRoom: Bool {
        blocks.contains { block in
            switch block {
            case .workspace: true
            case .answers(let boxes): boxes.allSatisfy(\.content.isEmpty)
            default: false
            }
        }
    }
}
