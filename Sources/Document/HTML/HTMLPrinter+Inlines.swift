import Maths

extension HTMLPrinter {
    /// Writes the pieces of a line.
    mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): form.append(escaping: text)
        case .slot(let slot): form.append(.text(slot))
        case .emphasis(let inner): element("em") { $0.write(inner) }
        case .strong(let inner): element("strong") { $0.write(inner) }
        case .code(let text): element("code") { $0.form.append(escaping: text) }
        case .maths(let maths): form.append(MathML.form(maths))
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
