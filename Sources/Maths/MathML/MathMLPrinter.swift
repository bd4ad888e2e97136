import Exact

/// Writes a formula's elements; every call of `write` appends exactly one.
struct MathMLPrinter {
    var form = Form()

    /// Writes the formula, with parentheses where its place asks for more than its precedence.
    mutating func write(_ maths: Maths, asking minimum: Precedence = .list, isFollowed: Bool = false) {
        if case .number(let number) = maths {
            var bytes: [UInt8] = []
            MathML.write(.exact(number), .exact, at: NumberPosition(asking: minimum), to: &bytes)
            form.append(raw: bytes)
        } else if case .alternatives(let id, let choices) = maths {
            let forms = choices.map { choice in
                var printer = MathMLPrinter()
                printer.write(choice, asking: minimum, isFollowed: isFollowed)
                return printer.form
            }
            form.append(.alternatives(id, forms))
        } else if maths.needsParentheses(asking: minimum, isFollowed: isFollowed) {
            writeFenced(.parentheses, [maths], asking: .list)
        } else {
            writeBare(maths, asking: minimum)
        }
    }

    private mutating func writeBare(_ maths: Maths, asking minimum: Precedence) {
        switch maths {
        case .number, .alternatives: break
        case .value(let id, let rounding):
            form.append(.value(id, rounding, .mathML(NumberPosition(asking: minimum))))
        case .identifier(let name, let style): writeIdentifier(name, style)
        case .text(let text):
            form.append("<mtext>")
            form.append(escaping: text)
            form.append("</mtext>")
        case .sign(let text, let place):
            form.append(place == .prefix ? "<mo form=\"prefix\">" : "<mo>")
            form.append(escaping: text)
            form.append("</mo>")
        case .room: form.append("<mspace width=\"3em\" height=\"1.3em\" depth=\".4em\"></mspace>")
        case .list(let items): row { $0.writeItems(items, asking: .relation) }
        case .row(let pieces): row { for piece in pieces { $0.write(piece) } }
        case .sum(let terms): writeSum(terms, asking: minimum)
        case .product(let factors, let sign): writeProduct(factors, sign, asking: minimum)
        case .negation(let operand):
            row {
                $0.form.append("<mo form=\"prefix\">\u{2212}</mo>")
                $0.write(operand, asking: .product)
            }
        case .quotient(let numerator, let denominator):
            row {
                $0.writeNumerator(numerator, asking: max(minimum, .negation))
                $0.form.append("<mo lspace=\"0\" rspace=\"0\">/</mo>")
                $0.write(denominator, asking: .postfix)
            }
        case .fraction(let numerator, let denominator):
            element("mfrac") {
                $0.write(numerator)
                $0.write(denominator)
            }
        case .power(let base, let exponent): writeScripts(base, sub: nil, sup: { $0.write(exponent) })
        case .transpose(let base): writeScripts(base, sub: nil, sup: { $0.form.append("<mo>\u{22A4}</mo>") })
        case .scripts(let base, let sub, let sup):
            writeScripts(base, sub: sub, sup: sup.map { label in { $0.write(label) } })
        case .accent(let accent, let base): writeAccent(accent, base)
        case .root(let radicand, let degree): writeRoot(radicand, degree: degree)
        case .matrix(let rows): writeMatrix(rows)
        case .function(let name, let arguments): writeFunction(name, arguments)
        case .derivative(let quantity, let variables): writeDerivative(of: quantity, by: variables)
        case .large(let sign, let from, let to, let body): writeLarge(sign, from: from, to: to, body)
        case .relation(let first, let links): row { $0.writeRelation(first, links) }
        case .cases(let cases): writeCases(cases)
        case .fenced(let fence, let inner): writeFenced(fence, [inner], asking: .list)
        }
    }

    /// Writes pieces as one element.
    mutating func row(_ pieces: (inout MathMLPrinter) -> Void) { element("mrow", pieces) }

    /// Writes pieces as children of an element.
    mutating func element(_ name: StaticString, _ pieces: (inout MathMLPrinter) -> Void) {
        form.append("<")
        form.append(name)
        form.append(">")
        pieces(&self)
        form.append("</")
        form.append(name)
        form.append(">")
    }

    /// Writes an operator without markup of its own.
    mutating func sign(_ text: StaticString) { element("mo") { $0.form.append(text) } }

    /// Writes items with commas between them.
    mutating func writeItems(_ items: [Maths], asking minimum: Precedence) {
        for (index, item) in items.enumerated() {
            if index > 0 { sign(",") }
            write(item, asking: minimum)
        }
    }

    private mutating func writeIdentifier(_ name: String, _ style: IdentifierStyle) {
        let isLetter = name.count == 1
        switch style {
        case .bold: form.append(isLetter ? "<mi class=\"b\" mathvariant=\"normal\">" : "<mi class=\"b\">")
        case .italic where isLetter: form.append("<mi>")
        case .italic, .upright: form.append(isLetter ? "<mi class=\"u\" mathvariant=\"normal\">" : "<mi class=\"u\">")
        }
        form.append(escaping: name)
        form.append("</mi>")
    }

    private mutating func writeSum(_ terms: [Term], asking minimum: Precedence) {
        let places = Maths.places(ofTerms: terms, asking: minimum)
        row {
            for (index, term) in terms.enumerated() {
                switch term.sign {
                case .plus where index == 0: break
                case .plus: $0.sign("+")
                case .minus where index == 0: $0.form.append("<mo form=\"prefix\">\u{2212}</mo>")
                case .minus: $0.sign("\u{2212}")
                }
                $0.write(term.maths, asking: places[index], isFollowed: index < terms.count - 1)
            }
        }
    }

    private mutating func writeProduct(_ factors: [Maths], _ multiplication: Multiplication, asking minimum: Precedence)
    {
        let places = Maths.places(ofFactors: factors, multiplication, asking: minimum)
        row {
            for (index, factor) in factors.enumerated() {
                switch places[index].sign {
                case nil: break
                // A word such as ln would run into the name before it, a bracket into a bracket.
                case .juxtaposed where factor.isCallOfWord || factor.isMatrix && factors[index - 1].isMatrix:
                    $0.form.append("<mo lspace=\".17em\">\u{2062}</mo>")
                case .juxtaposed: $0.sign("\u{2062}")
                case .dot: $0.sign("\u{22C5}")
                case .cross: $0.sign("\u{00D7}")
                case .elementwise: $0.sign("\u{2299}")
                }
                $0.write(factor, asking: places[index].minimum, isFollowed: index < factors.count - 1)
            }
        }
    }

    /// A quotient of a quotient has parentheses, though it would be read alike without.
    private mutating func writeNumerator(_ numerator: Maths, asking minimum: Precedence) {
        switch numerator {
        case .quotient, .number, .value: write(numerator, asking: .postfix)
        default: write(numerator, asking: minimum, isFollowed: true)
        }
    }

    private mutating func writeRelation(_ first: Maths, _ links: [Link]) {
        write(first, asking: .cases, isFollowed: true)
        for link in links { write(link) }
    }

    /// Writes a sign of relation and what stands behind it; nothing on the sheets that leave the side out.
    mutating func write(_ link: Link) {
        if let (id, links) = link.choices {
            let forms = links.map { link in
                var printer = MathMLPrinter()
                if let link { printer.write(link) }
                return printer.form
            }
            return form.append(.alternatives(id, forms))
        }
        let quotients = link.quotients
        if !quotients.isEmpty {
            var printer = MathMLPrinter()
            printer.write(Link(link.relation, link.maths))
            return form.append(.step(printer.form, after: quotients))
        }
        element("mo") { $0.form.append(escaping: link.relation.sign) }
        write(link.maths, asking: .cases)
    }
}
