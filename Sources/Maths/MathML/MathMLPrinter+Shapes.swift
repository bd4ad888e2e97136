import Exact

extension MathMLPrinter {
    /// Writes a base with labels or an exponent. A base that has a label below and nothing above takes what comes above
    /// over its own label; any other base with scripts is put in parentheses.
    mutating func writeScripts(_ base: Maths, sub: Maths?, sup: ((inout MathMLPrinter) -> Void)?) {
        if case .scripts(let inner, let label?, nil) = base, sub == nil {
            return writeScripts(inner, sub: label, sup: sup)
        }
        guard sub != nil || sup != nil else { return write(base, asking: .atom) }
        element(sup == nil ? "msub" : sub == nil ? "msup" : "msubsup") {
            if case .scripts = base {
                $0.writeFenced(.parentheses, [base], asking: .list)
            } else {
                $0.write(base, asking: .atom)
            }
            if let sub { $0.write(sub) }
            sup?(&$0)
        }
    }

    /// Writes a name with a mark over it.
    mutating func writeAccent(_ accent: Accent, _ base: Maths) {
        form.append("<mover accent=\"true\">")
        write(base, asking: .atom)
        switch accent {
        case .hat: form.append("<mo>\u{02C6}</mo>")
        case .bar: form.append("<mo>\u{00AF}</mo>")
        case .tilde: form.append("<mo>\u{02DC}</mo>")
        }
        form.append("</mover>")
    }

    /// Writes a root.
    mutating func writeRoot(_ radicand: Maths, degree: Maths?) {
        guard let degree else { return element("msqrt") { $0.write(radicand) } }
        element("mroot") {
            $0.write(radicand)
            $0.write(degree)
        }
    }

    /// Writes a matrix; the brackets that a reader sees are drawn by style, those in the markup are for reading aloud.
    mutating func writeMatrix(_ rows: [[Maths]]) {
        form.append("<mrow><mo class=\"f\">[</mo><mtable class=\"m\">")
        for row in rows {
            element("mtr") {
                for cell in row { $0.element("mtd") { $0.write(cell) } }
            }
        }
        form.append("</mtable><mo class=\"f\">]</mo></mrow>")
    }

    /// Writes a function's name and its arguments.
    mutating func writeFunction(_ name: Maths, _ arguments: [Maths]) {
        row {
            $0.write(name, asking: .postfix)
            $0.sign("\u{2061}")
            $0.writeFenced(.parentheses, arguments, asking: arguments.count == 1 ? .list : .relation)
        }
    }

    /// Writes ∂a over ∂b, of second order ∂²a over ∂b ∂c.
    mutating func writeDerivative(of quantity: Maths, by variables: [Maths]) {
        let order = variables.count
        element("mfrac") {
            $0.row {
                if order > 1 {
                    $0.form.append("<msup><mo>\u{2202}</mo><mn>")
                    $0.form.append(raw: order.description.utf8)
                    $0.form.append("</mn></msup>")
                } else {
                    $0.sign("\u{2202}")
                }
                $0.write(quantity, asking: .postfix)
            }
            $0.row {
                if order > 1, variables.allSatisfy({ $0 == variables[0] }) {
                    $0.sign("\u{2202}")
                    $0.write(.power(variables[0], .integer(order)))
                } else {
                    for variable in variables {
                        $0.sign("\u{2202}")
                        $0.write(variable, asking: .postfix)
                    }
                }
            }
        }
    }

    /// Writes an operator with its bounds before what it runs over.
    mutating func writeLarge(_ sign: LargeOperator, from: Maths?, to: Maths?, _ body: Maths) {
        row {
            switch (from, to) {
            case (nil, nil): $0.writeSign(sign)
            case (let from?, nil):
                $0.element("munder") {
                    $0.writeSign(sign)
                    $0.write(from)
                }
            case (nil, let to?):
                $0.element("mover") {
                    $0.writeSign(sign)
                    $0.write(to)
                }
            case (let from?, let to?):
                $0.element("munderover") {
                    $0.writeSign(sign)
                    $0.write(from)
                    $0.write(to)
                }
            }
            $0.write(body, asking: .product)
        }
    }

    /// Signs that grow come from a mathematical font, which alone has them in several sizes.
    private mutating func stretchingSign(_ text: StaticString, _ isTall: Bool) {
        form.append(isTall ? "<mo class=\"t\">" : "<mo>")
        form.append(text)
        form.append("</mo>")
    }

    private mutating func writeSign(_ sign: LargeOperator) {
        switch sign {
        case .sum: stretchingSign("\u{2211}", true)
        case .product: stretchingSign("\u{220F}", true)
        case .maximum: form.append("<mo movablelimits=\"true\">max</mo>")
        case .minimum: form.append("<mo movablelimits=\"true\">min</mo>")
        }
    }

    /// Writes a value a row with its condition beside it; the brace that a reader sees is drawn by style.
    mutating func writeCases(_ cases: [Case]) {
        form.append("<mrow><mo class=\"f\">{</mo><mtable class=\"c\">")
        for item in cases {
            element("mtr") {
                $0.element("mtd") { $0.write(item.value) }
                $0.element("mtd") { $0.write(item.condition) }
            }
        }
        form.append("</mtable></mrow>")
    }

    /// Writes items with commas between them inside marks.
    mutating func writeFenced(_ fence: Fence, _ items: [Maths], asking minimum: Precedence) {
        let (opening, closing) = fence.signs
        let isTall = items.contains(where: \.isTall)
        row {
            $0.stretchingSign(opening, isTall)
            $0.writeItems(items, asking: minimum)
            $0.stretchingSign(closing, isTall)
        }
    }
}
