extension Maths {
    /// Whether the formula is higher than a line of text, or may be on some sheet, so that what encloses it must grow.
    package var isTall: Bool {
        switch self {
        case .fraction, .derivative, .matrix, .cases, .large, .root, .room: true
        case .value(_, let rounding): rounding == .exact
        case .number: precedence == .tall
        case .identifier, .text, .sign: false
        case .list(let items), .row(let items), .product(let items, _), .alternatives(_, let items):
            items.contains(where: \.isTall)
        case .sum(let terms): terms.contains(where: \.maths.isTall)
        case .negation(let inner), .power(let inner, _), .scripts(let inner, _, _), .transpose(let inner),
            .accent(_, let inner), .fenced(_, let inner):
            inner.isTall
        case .quotient(let first, let second): first.isTall || second.isTall
        case .function(_, let arguments): arguments.contains(where: \.isTall)
        case .relation(let first, let links): first.isTall || links.contains(where: \.maths.isTall)
        }
    }
}
