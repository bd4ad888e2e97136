import Exact

/// Writes a formula's commands in maths mode.
struct LaTeXPrinter {
    var form = Form()
    let bounds: LaTeX.Bounds
    /// Whether numbers stand where no room is kept for others, as in an index.
    private var isSmall = false

    init(bounds: @escaping LaTeX.Bounds) { self.bounds = bounds }

    /// Writes the formula, with parentheses where its place asks for more than its precedence.
    mutating func write(_ maths: Maths, asking minimum: Precedence = .list, isFollowed: Bool = false) {
        if case .number(let number) = maths {
            writeNumber(.exact(number), .exact, NumberPosition(asking: minimum))
        } else if case .alternatives(let id, let choices) = maths {
            writeAlternatives(id, choices) { $0.write($1, asking: minimum, isFollowed: isFollowed) }
        } else if maths.needsParentheses(asking: minimum, isFollowed: isFollowed) {
            writeFenced(.parentheses, [maths], asking: .list)
        } else {
            writeBare(maths, asking: minimum)
        }
    }

    private mutating func writeBare(_ maths: Maths, asking minimum: Precedence) {
        switch maths {
        case .number, .alternatives: break
        case .value(let id, let rounding): writeValue(id, rounding, NumberPosition(asking: minimum))
        case .identifier(let name, let style): writeIdentifier(name, style)
        case .text(let text), .sign(let text, _): writeText(text)
        case .room: form.append("\\blank ")
        case .list(let items): writeItems(items, asking: .relation)
        case .row(let pieces): for piece in pieces { write(piece) }
        case .sum(let terms): writeSum(terms, asking: minimum)
        case .product(let factors, let sign): writeProduct(factors, sign, asking: minimum)
        case .negation(let operand):
            form.append("-")
            write(operand, asking: .product)
        case .quotient(let numerator, let denominator):
            writeNumerator(numerator, asking: max(minimum, .negation))
            form.append("/")
            write(denominator, asking: .postfix)
        case .fraction(let numerator, let denominator):
            form.append(numerator.holdsMatrix || denominator.holdsMatrix ? "\\tallfrac" : "\\frac")
            smallGroup { $0.write(numerator) }
            smallGroup { $0.write(denominator) }
        case .power(let base, let exponent): writeScripts(base, sub: nil, sup: { $0.write(exponent) })
        case .transpose(let base): writeScripts(base, sub: nil, sup: { $0.form.append("\\top ") })
        case .scripts(let base, let sub, let sup):
            writeScripts(base, sub: sub, sup: sup.map { label in { $0.write(label) } })
        case .accent(let accent, let base): writeAccent(accent, base)
        case .root(let radicand, let degree): writeRoot(radicand, degree: degree)
        case .matrix(let rows): writeMatrix(rows)
        case .function(let name, let arguments): writeFunction(name, arguments)
        case .derivative(let quantity, let variables): writeDerivative(of: quantity, by: variables)
        case .large(let sign, let from, let to, let body): writeLarge(sign, from: from, to: to, body)
        case .relation(let first, let links):
            write(first, asking: .cases, isFollowed: true)
            for link in links { writeSide(link) { $0.writeLink($1) } }
        case .cases(let cases): writeCases(cases)
        case .fenced(let fence, let inner): writeFenced(fence, [inner], asking: .list)
        }
    }

    /// Writes a row of aligned equations: what stands before the first sign of relation, and each further side.
    mutating func writeAligned(_ equation: Maths) {
        form.append("\\row")
        guard case .relation(let first, let links) = equation else {
            form.append("{}{\\side")
            group { $0.write(equation) }
            return form.append("}\n")
        }
        group { $0.write(first, asking: .cases) }
        group {
            for link in links {
                $0.writeSide(link) { printer, link in
                    printer.form.append("\\side")
                    printer.group {
                        $0.form.append("{}")
                        $0.writeLink(link)
                    }
                }
            }
        }
        form.append("\n")
    }

    /// Writes pieces as one argument.
    mutating func group(_ pieces: (inout LaTeXPrinter) -> Void) {
        form.append("{")
        pieces(&self)
        form.append("}")
    }

    /// Writes pieces as one argument that is set in small letters.
    mutating func smallGroup(_ pieces: (inout LaTeXPrinter) -> Void) {
        let before = isSmall
        isSmall = true
        group(pieces)
        isSmall = before
    }

    /// Writes items with commas between them.
    mutating func writeItems(_ items: [Maths], asking minimum: Precedence) {
        for (index, item) in items.enumerated() {
            if index > 0 { form.append(",") }
            write(item, asking: minimum)
        }
    }

    private mutating func writeNumber(_ number: Number, _ rounding: Rounding, _ position: NumberPosition) {
        var bytes: [UInt8] = []
        LaTeX.write(number, rounding, at: position, to: &bytes)
        form.append(raw: bytes)
    }

    private mutating func writeValue(_ id: ValueID, _ rounding: Rounding, _ position: NumberPosition) {
        let numbers = isSmall ? [] : bounds(id)
        if numbers.isEmpty { return form.append(.value(id, rounding, .latex(position))) }
        form.append("\\fixed")
        group {
            for number in numbers {
                $0.form.append("\\of")
                $0.group { $0.writeNumber(number, rounding, position) }
            }
        }
        group { $0.form.append(.value(id, rounding, .latex(position))) }
    }

    private mutating func writeAlternatives(
        _ id: ValueID, _ choices: [Maths], _ body: (inout LaTeXPrinter, Maths) -> Void
    ) {
        let forms = choices.map { choice in
            var printer = self
            printer.form = Form()
            printer.group { body(&$0, choice) }
            return printer.form
        }
        if isSmall || bounds(id).isEmpty { return form.append(.alternatives(id, forms)) }
        form.append("\\oneof")
        group {
            for form in forms {
                $0.form.append("\\of")
                $0.form.append(form)
            }
        }
        group { $0.form.append(.alternatives(id, forms)) }
    }

    private mutating func writeSum(_ terms: [Term], asking minimum: Precedence) {
        let places = Maths.places(ofTerms: terms, asking: minimum)
        for (index, term) in terms.enumerated() {
            switch term.sign {
            case .plus where index == 0: break
            case .plus: form.append("+")
            case .minus: form.append("-")
            }
            write(term.maths, asking: places[index], isFollowed: index < terms.count - 1)
        }
    }

    private mutating func writeProduct(_ factors: [Maths], _ sign: Multiplication, asking minimum: Precedence) {
        let places = Maths.places(ofFactors: factors, sign, asking: minimum)
        for (index, factor) in factors.enumerated() {
            switch places[index].sign {
            case nil: break
            // A word would run into a name before it.
            case .juxtaposed: if factor.isWord || factors[index - 1].isWord { form.append("\\,") }
            case .dot: form.append("\\cdot ")
            case .cross: form.append("\\times ")
            case .elementwise: form.append("\\odot ")
            }
            write(factor, asking: places[index].minimum, isFollowed: index < factors.count - 1)
        }
    }

    /// A quotient of a quotient has parentheses, though it would be read alike without.
    private mutating func writeNumerator(_ numerator: Maths, asking minimum: Precedence) {
        switch numerator {
        case .quotient, .number, .value: write(numerator, asking: .postfix)
        default: write(numerator, asking: minimum, isFollowed: true)
        }
    }

    /// Writes a side as `body` does; leaves it out on the sheets that have none of several, or one that repeats the side
    /// before.
    private mutating func writeSide(_ link: Link, _ body: (inout LaTeXPrinter, Link) -> Void) {
        func separate(_ write: (inout LaTeXPrinter) -> Void) -> Form {
            var printer = self
            printer.form = Form()
            write(&printer)
            return printer.form
        }
        if let (id, links) = link.choices {
            let forms = links.map { link in separate { if let link { $0.writeSide(link, body) } } }
            return form.append(.alternatives(id, forms))
        }
        let quotients = link.quotients
        if quotients.isEmpty { return body(&self, link) }
        form.append(.step(separate { body(&$0, link) }, after: quotients))
    }

    /// Writes a sign of relation and the side behind it.
    mutating func writeLink(_ link: Link) {
        switch link.relation {
        case .equal: form.append("=")
        case .notEqual: form.append("\\neq ")
        case .approximatelyEqual: form.append("\\approx ")
        case .less: form.append("<")
        case .lessOrEqual: form.append("\\leq ")
        case .greater: form.append(">")
        case .greaterOrEqual: form.append("\\geq ")
        case .becomes: form.append("\\leftarrow ")
        case .isElement: form.append("\\in ")
        }
        write(link.maths, asking: .cases)
    }
}

extension Maths {
    /// Whether a matrix stands in the formula.
    fileprivate var holdsMatrix: Bool {
        var isFound = false
        _ = replacing { piece in
            if case .matrix = piece { isFound = true }
            return piece
        }
        return isFound
    }
}
