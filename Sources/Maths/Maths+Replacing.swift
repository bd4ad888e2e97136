extension Maths {
    /// The formula with pieces replaced: `body` sees each piece after the pieces in it, and gives what stands in its place.
    package func replacing(_ body: (Maths) -> Maths) -> Maths {
        func all(_ pieces: [Maths]) -> [Maths] { pieces.map { $0.replacing(body) } }
        let inner: Maths
        switch self {
        case .number, .value, .identifier, .text, .sign, .room: inner = self
        case .list(let items): inner = .list(all(items))
        case .row(let pieces): inner = .row(all(pieces))
        case .sum(let terms): inner = .sum(terms.map { Term($0.sign, $0.maths.replacing(body)) })
        case .product(let factors, let sign): inner = .product(all(factors), sign)
        case .negation(let operand): inner = .negation(operand.replacing(body))
        case .quotient(let above, let below): inner = .quotient(above.replacing(body), below.replacing(body))
        case .fraction(let above, let below): inner = .fraction(above.replacing(body), below.replacing(body))
        case .power(let base, let exponent): inner = .power(base.replacing(body), exponent.replacing(body))
        case .scripts(let base, let sub, let sup):
            inner = .scripts(base.replacing(body), sub: sub?.replacing(body), sup: sup?.replacing(body))
        case .transpose(let base): inner = .transpose(base.replacing(body))
        case .accent(let accent, let base): inner = .accent(accent, base.replacing(body))
        case .root(let radicand, let degree): inner = .root(radicand.replacing(body), degree: degree?.replacing(body))
        case .matrix(let rows): inner = .matrix(rows.map(all))
        case .function(let name, let arguments): inner = .function(name.replacing(body), all(arguments))
        case .derivative(let quantity, let variables):
            inner = .derivative(of: quantity.replacing(body), by: all(variables))
        case .large(let sign, let from, let to, let operand):
            inner = .large(sign, from: from?.replacing(body), to: to?.replacing(body), operand.replacing(body))
        case .relation(let first, let links):
            inner = .relation(first.replacing(body), links.map { Link($0.relation, $0.maths.replacing(body)) })
        case .cases(let cases):
            inner = .cases(cases.map { Case($0.value.replacing(body), if: $0.condition.replacing(body)) })
        case .fenced(let fence, let operand): inner = .fenced(fence, operand.replacing(body))
        case .alternatives(let id, let choices): inner = .alternatives(id, all(choices))
        }
        return body(inner)
    }
}
