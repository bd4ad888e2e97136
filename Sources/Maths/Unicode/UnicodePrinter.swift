import Exact

/// Writes a formula as lines of text.
struct UnicodePrinter {
    let value: (ValueID) -> Number
    /// Whether matrices are written in one line too.
    let isFlat: Bool

    /// The formula, in parentheses where its place asks for more than its precedence.
    func block(_ maths: Maths, asking minimum: Precedence = .list, isFollowed: Bool = false) -> TextBlock {
        switch maths {
        case .number(let number): return TextBlock(text(.exact(number), .exact, NumberPosition(asking: minimum)))
        case .value(let id, let rounding): return TextBlock(text(value(id), rounding, NumberPosition(asking: minimum)))
        case .alternatives(let id, let choices):
            let place = value(id).place
            guard choices.indices.contains(place) else { return TextBlock("") }
            return block(choices[place], asking: minimum, isFollowed: isFollowed)
        default:
            // On one line a fraction is a quotient.
            let isQuotient = if case .fraction = maths { minimum > .tall } else { false }
            if isQuotient || maths.needsParentheses(asking: minimum, isFollowed: isFollowed) {
                return fenced(.parentheses, bare(maths, asking: .list))
            }
            return bare(maths, asking: minimum)
        }
    }

    private func bare(_ maths: Maths, asking minimum: Precedence) -> TextBlock {
        switch maths {
        case .number, .value, .alternatives: TextBlock("")
        case .identifier(let name, _): TextBlock(name)
        case .text(let text): TextBlock(String(text.map { $0.isNewline ? " " : $0 }))
        case .sign(let text, .prefix): TextBlock(text)
        case .sign(let text, .infix): TextBlock(" \(text) ")
        case .sign(let text, .separator): TextBlock("\(text) ")
        case .room: TextBlock("____")
        case .list(let items): listed(items, asking: .relation)
        case .row(let pieces): .joined(pieces.map { block($0) })
        case .sum(let terms): sum(terms, asking: minimum)
        case .product(let factors, let sign): product(factors, sign, asking: minimum)
        case .negation(let operand): TextBlock("\u{2212}").beside(block(operand, asking: .product))
        case .quotient(let above, let below), .fraction(let above, let below):
            numerator(above, asking: max(minimum, .negation)).beside(TextBlock("/")).beside(
                block(below, asking: .postfix))
        case .power(let base, let exponent): scripts(base, sub: nil, sup: exponent, isExponent: true)
        case .transpose(let base): scripts(base, sub: nil, sup: .text("T"), isExponent: true)
        case .scripts(let base, let sub, let sup): scripts(base, sub: sub, sup: sup, isExponent: false)
        case .accent(let accent, let base): accented(accent, base)
        case .root(let radicand, let degree): root(radicand, degree: degree)
        case .matrix(let rows): isFlat ? TextBlock(flat(rows)) : matrix(rows)
        case .function(let name, let arguments):
            block(name, asking: .postfix).beside(
                fenced(.parentheses, listed(arguments, asking: arguments.count == 1 ? .list : .relation)))
        case .derivative(let quantity, let variables): derivative(of: quantity, by: variables)
        case .large(let sign, let from, let to, let body): large(sign, from: from, to: to, body)
        case .relation(let first, let links):
            .joined([block(first, asking: .cases, isFollowed: true)] + links.compactMap(side))
        case .cases(let cases): self.cases(cases)
        case .fenced(let fence, let inner): fenced(fence, block(inner))
        }
    }

    /// A number; its text decides its shape, since rounding may take away a sign.
    private func text(_ number: Number, _ rounding: Rounding, _ position: NumberPosition) -> String {
        let text = number.text(rounding)
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? "\u{2212}" + text.dropFirst() : text
        let isFraction = text.utf8.contains(UInt8(ascii: "/"))
        return position != .alone && isNegative || position == .base && isFraction ? "(\(digits))" : digits
    }

    /// What stands before an equation's first sign of relation, and each further side with its sign.
    func sides(_ equation: Maths) -> (left: TextBlock, sides: [TextBlock]) {
        guard case .relation(let first, let links) = equation else { return (TextBlock(""), [block(equation)]) }
        return (block(first, asking: .cases), links.compactMap(side))
    }

    /// Nil where this sheet leaves the side out.
    private func side(_ link: Link) -> TextBlock? {
        if let (id, links) = link.choices {
            let place = value(id).place
            return links.indices.contains(place) ? links[place].flatMap(side) : nil
        }
        let quotients = link.quotients
        if !quotients.isEmpty, quotients.allSatisfy({ $0.isWrittenAlike(value: value) }) { return nil }
        return TextBlock(" \(link.relation.sign) ").beside(block(link.maths, asking: .cases))
    }

    func listed(_ items: [Maths], asking minimum: Precedence) -> TextBlock {
        .joined(
            items.enumerated().flatMap { index, item in
                (index > 0 ? [TextBlock(", ")] : []) + [block(item, asking: minimum)]
            })
    }

    private func sum(_ terms: [Term], asking minimum: Precedence) -> TextBlock {
        let places = Maths.places(ofTerms: terms, asking: minimum)
        return .joined(
            terms.indices.flatMap { index in
                let sign =
                    switch terms[index].sign {
                    case .plus: index == 0 ? "" : " + "
                    case .minus: index == 0 ? "\u{2212}" : " \u{2212} "
                    }
                let term = block(terms[index].maths, asking: places[index], isFollowed: index < terms.count - 1)
                return [TextBlock(sign), term]
            })
    }

    private func product(_ factors: [Maths], _ sign: Multiplication, asking minimum: Precedence) -> TextBlock {
        let places = Maths.places(ofFactors: factors, sign, asking: minimum)
        let blocks = factors.indices.map { index in
            block(factors[index], asking: places[index].minimum, isFollowed: index < factors.count - 1)
        }
        var result = TextBlock("")
        for (index, factor) in blocks.enumerated() {
            switch places[index].sign {
            case nil: break
            // A slash would seem to divide by all that stands behind it.
            case .juxtaposed where blocks[index - 1].hasSlash || factor.hasSlash:
                result = result.beside(TextBlock(" \u{B7} "))
            case .juxtaposed: result = result.beside(TextBlock(" "))
            case .dot: result = result.beside(TextBlock(" \u{B7} "))
            case .cross: result = result.beside(TextBlock(" \u{D7} "))
            case .elementwise: result = result.beside(TextBlock(" \u{2299} "))
            }
            result = result.beside(factor)
        }
        return result
    }

    /// A quotient of a quotient has parentheses, though it would be read alike without.
    private func numerator(_ numerator: Maths, asking minimum: Precedence) -> TextBlock {
        switch numerator {
        case .quotient, .fraction, .derivative, .number, .value: block(numerator, asking: .postfix)
        default: block(numerator, asking: minimum, isFollowed: true)
        }
    }
}

extension TextBlock {
    fileprivate var hasSlash: Bool { line?.utf8.contains(UInt8(ascii: "/")) ?? false }
}
