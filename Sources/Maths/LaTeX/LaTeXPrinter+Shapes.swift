import Exact

extension LaTeXPrinter {
    /// Writes a base with labels or an exponent. A base that has a label below and nothing above takes what comes above
    /// over its own label; any other base with scripts is put in parentheses.
    mutating func writeScripts(_ base: Maths, sub: Maths?, sup: ((inout LaTeXPrinter) -> Void)?) {
        if case .scripts(let inner, let label?, nil) = base, sub == nil {
            return writeScripts(inner, sub: label, sup: sup)
        }
        if case .scripts = base, sub != nil || sup != nil {
            writeFenced(.parentheses, [base], asking: .list)
        } else if case .identifier = base {
            write(base)
        } else {
            group { $0.write(base, asking: .atom) }
        }
        if let sub {
            form.append("_")
            smallGroup { $0.write(sub) }
        }
        if let sup {
            form.append("^")
            smallGroup(sup)
        }
    }

    /// Writes a name with a mark over it, letters i and j without their dots.
    mutating func writeAccent(_ accent: Accent, _ base: Maths) {
        let isLetter = if case .identifier(let name, _) = base { name.count == 1 } else { false }
        switch accent {
        case .hat: form.append(isLetter ? "\\hat" : "\\widehat")
        case .bar: form.append(isLetter ? "\\bar" : "\\overline")
        case .tilde: form.append(isLetter ? "\\tilde" : "\\widetilde")
        }
        switch base {
        case .identifier("i", .italic): form.append("{\\imath}")
        case .identifier("j", .italic): form.append("{\\jmath}")
        default: group { $0.write(base, asking: .atom) }
        }
    }

    /// Writes a root.
    mutating func writeRoot(_ radicand: Maths, degree: Maths?) {
        form.append("\\sqrt")
        if let degree {
            form.append("[")
            smallGroup { $0.write(degree) }
            form.append("]")
        }
        group { $0.write(radicand) }
    }

    /// Writes a matrix, a row a line.
    mutating func writeMatrix(_ rows: [[Maths]]) {
        form.append("\\entries{")
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column > 0 { form.append("&") }
                write(cell)
            }
            form.append("\\cr\n")
        }
        form.append("}")
    }

    /// Writes a function's name and its arguments.
    mutating func writeFunction(_ name: Maths, _ arguments: [Maths]) {
        if name.isWord {
            form.append("\\mathop")
            group { $0.write(name, asking: .postfix) }
            form.append("\\nolimits ")
        } else {
            write(name, asking: .postfix)
        }
        writeFenced(.parentheses, arguments, asking: arguments.count == 1 ? .list : .relation)
    }

    /// Writes ∂a over ∂b, of second order ∂²a over ∂b ∂c.
    mutating func writeDerivative(of quantity: Maths, by variables: [Maths]) {
        let order = variables.count
        form.append("\\frac")
        smallGroup {
            $0.form.append(order > 1 ? "\\partial^{" : "\\partial ")
            if order > 1 {
                $0.form.append(raw: order.description.utf8)
                $0.form.append("}")
            }
            $0.write(quantity, asking: .postfix)
        }
        smallGroup {
            if order > 1, variables.allSatisfy({ $0 == variables[0] }) {
                $0.form.append("\\partial ")
                $0.write(.power(variables[0], .integer(order)))
            } else {
                for (index, variable) in variables.enumerated() {
                    $0.form.append(index > 0 ? "\\,\\partial " : "\\partial ")
                    $0.write(variable, asking: .postfix)
                }
            }
        }
    }

    /// Writes an operator with its bounds before what it runs over.
    mutating func writeLarge(_ sign: LargeOperator, from: Maths?, to: Maths?, _ body: Maths) {
        switch sign {
        case .sum: form.append("\\sum")
        case .product: form.append("\\prod")
        case .maximum: form.append("\\max")
        case .minimum: form.append("\\min")
        }
        form.append("\\limits ")
        if let from {
            form.append("_")
            smallGroup { $0.write(from) }
        }
        if let to {
            form.append("^")
            smallGroup { $0.write(to) }
        }
        write(body, asking: .product)
    }

    /// Writes a value a row with its condition beside it, after a brace.
    mutating func writeCases(_ cases: [Case]) {
        form.append("\\begin{cases}")
        for (index, item) in cases.enumerated() {
            write(item.value)
            form.append("&")
            write(item.condition)
            // Matrices in two rows would touch.
            let isTall = item.value.isTall && index < cases.count - 1
            form.append(isTall ? "\\\\[.4em]\n" : "\\\\\n")
        }
        form.append("\\end{cases}")
    }

    /// Writes items with commas between them inside marks, which grow with what is tall.
    mutating func writeFenced(_ fence: Fence, _ items: [Maths], asking minimum: Precedence) {
        let (opening, closing): (StaticString, StaticString) =
            switch fence {
            case .parentheses: ("(", ")")
            case .brackets: ("[", "]")
            case .braces: ("\\{", "\\}")
            case .bars: ("\\lvert ", "\\rvert ")
            case .doubleBars: ("\\lVert ", "\\rVert ")
            case .floor: ("\\lfloor ", "\\rfloor ")
            case .ceiling: ("\\lceil ", "\\rceil ")
            }
        let isTall = items.contains(where: \.isTall)
        // Without the empty opening, TeX would put a space between a function and what it is applied to.
        if isTall { form.append("\\mathopen{}\\left") }
        form.append(opening)
        writeItems(items, asking: minimum)
        if isTall { form.append("\\right") }
        form.append(closing)
    }

    /// Writes a name: letters in maths, several of them upright, and what maths has no letters for as text.
    mutating func writeIdentifier(_ name: String, _ style: IdentifierStyle) {
        let isLetter = name.count == 1
        if isLetter, let first = name.first, let command = LaTeX.symbol(for: first) {
            form.append(style == .bold ? "\\boldsymbol" : "")
            return group { $0.form.append(raw: command.utf8) }
        }
        guard name.utf8.allSatisfy(\.isLetterOrDigit), name.utf8.count <= Self.longestWord else {
            writeWords(
                name, style == .bold ? "\\bfseries " : isLetter && style == .italic ? "\\itshape " : "\\upshape ")
            return
        }
        switch style {
        case .bold: form.append("\\mathbf{")
        case .italic where isLetter: form.append("")
        case .italic, .upright: form.append("\\mathrm{")
        }
        form.append(raw: name.utf8)
        if !(isLetter && style == .italic) { form.append("}") }
    }

    /// Writes words as text, a sign or digits as maths.
    mutating func writeText(_ text: String) {
        if let first = text.first, text.count == 1, let command = LaTeX.sign(for: first) {
            form.append(raw: command.utf8)
        } else if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            form.append(raw: text.utf8)
        } else {
            writeWords(text, "")
        }
    }

    /// Longer texts are broken into lines.
    private static let longestWord = 60

    private mutating func writeWords(_ words: String, _ shape: StaticString) {
        form.append(words.utf8.count <= Self.longestWord ? "\\text{" : "\\longword{")
        form.append(shape)
        form.append(escapingLaTeX: words)
        form.append("}")
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 32)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
