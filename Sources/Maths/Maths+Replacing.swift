extension Maths {
    /// The formula with pieces replaced: `body` sees each piece after the pieces in it, and gives what stands in its place.
    package func replacing(_ body: (Maths) -> Maths) -> Maths {
        body(mapPieces { $0.replacing(body) })
    }

    /// The formula with each of the pieces that it is made of, but not those in them, replaced.
    func mapPieces(_ body: (Maths) -> Maths) -> Maths {
        switch self {
        case .number, .value, .identifier, .text, .sign, .room: self
        case .list(let items): .list(items.map(body))
        case .row(let pieces): .row(pieces.map(body))
        case .sum(let terms): .sum(terms.map { Term($0.sign, body($0.maths)) })
        case .product(let factors, let sign): .product(factors.map(body), sign)
        case .negation(let operand): .negation(body(operand))
        case .quotient(let above, let below): .quotient(body(above), body(below))
        case .fraction(let above, let below): .fraction(body(above), body(below))
        case .power(let base, let exponent): .power(body(base), body(exponent))
        case .scripts(let base, let sub, let sup): .scripts(body(base), sub: sub.map(body), sup: sup.map(body))
        case .transpose(let base): .transpose(body(base))
        case .accent(let accent, let base): .accent(accent, body(base))
        case .root(let radicand, let degree): .root(body(radicand), degree: degree.map(body))
        case .matrix(let rows): .matrix(rows.map { $0.map(body) })
        case .function(let name, let arguments): .function(body(name), arguments.map(body))
        case .derivative(let quantity, let variables): .derivative(of: body(quantity), by: variables.map(body))
        case .large(let sign, let from, let to, let operand):
            .large(sign, from: from.map(body), to: to.map(body), body(operand))
        case .relation(let first, let links):
            .relation(body(first), links.map { Link($0.relation, body($0.maths), after: $0.before.map(body)) })
        case .cases(let cases): .cases(cases.map { Case(body($0.value), if: body($0.condition)) })
        case .fenced(let fence, let operand): .fenced(fence, body(operand))
        case .alternatives(let id, let choices): .alternatives(id, choices.map(body))
        }
    }
}
