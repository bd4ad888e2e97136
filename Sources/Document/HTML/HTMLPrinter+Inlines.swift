import Maths

extension HTMLPrinter {
    /// Writes the pieces of a line; punctuation stays on the line of the formula that it belongs to.
    mutating func write(_ inlines: [Inline]) {
        for (index, inline) in inlines.enumerated() {
            let before = index > 0 ? inlines[index - 1] : nil
            let after = index + 1 < inlines.count ? inlines[index + 1] : nil
            switch inline {
            case .maths(let maths):
                writeMaths(maths, between: before?.openingPunctuation ?? "", and: after?.closingPunctuation ?? "")
            case .text(let text):
                var rest = text[...]
                if case .maths? = before { rest = rest.dropFirst(inline.closingPunctuation.count) }
                if case .maths? = after { rest = rest.dropLast(inline.openingPunctuation.count) }
                form.append(escaping: String(rest))
            default: write(inline)
            }
        }
    }

    private mutating func writeMaths(_ maths: Maths, between opening: Substring, and closing: Substring) {
        if opening.isEmpty && closing.isEmpty { return form.append(MathML.form(maths)) }
        form.append("<span class=\"j\">")
        form.append(escaping: String(opening))
        form.append(MathML.form(maths))
        form.append(escaping: String(closing))
        form.append("</span>")
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text, .maths: write([inline])
        case .slot(let slot): form.append(.text(slot))
        case .emphasis(let inner): element("em") { $0.write(inner) }
        case .strong(let inner): element("strong") { $0.write(inner) }
        case .code(let text): element("code") { $0.form.append(escaping: text) }
        case .link(let inner, let address):
            form.append("<a href=\"")
            form.append(escaping: address)
            form.append("\">")
            write(inner)
            form.append("</a>")
        case .lineBreak: form.append("<br>\n")
        }
    }
}

extension Inline {
    /// The marks that a text begins with, such as a full stop.
    fileprivate var closingPunctuation: Substring {
        guard case .text(let text) = self else { return "" }
        return text.prefix { ".,;:!?)]".contains($0) }
    }

    /// The marks that a text ends with, such as a parenthesis.
    fileprivate var openingPunctuation: Substring {
        guard case .text(let text) = self else { return "" }
        let marks = text.reversed().prefix { "([".contains($0) }.count
        return text.suffix(marks)
    }
}
