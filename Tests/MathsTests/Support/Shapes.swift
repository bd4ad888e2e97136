import Exact

@testable import Maths

/// A formula of each shape, with its name.
struct Shapes {
    private let a = Maths.variable("a")
    private let b = Maths.variable("b")
    private let x = Maths.variable("x")
    private let drawn = Maths.value(ValueID(0), .exact)
    private var layer: Maths { .scripts(.variable("w"), sub: nil, sup: .fenced(.parentheses, .integer(1))) }

    var all: [(String, Maths)] {
        [
            ("numbers", .list([.integer(3), .integer(-3), .number(Rational(49, 8)), .number(Rational(-1, 3))])),
            (
                "identifiers",
                .row([a, .identifier("W", .bold), .identifier("T", .upright), .variable("loss"), .text("if a<b")])
            ),
            (
                "layer",
                .equation(.variable("z"), .sum([Term(.plus, .product([layer, x], .juxtaposed)), Term(.minus, b)]))
            ),
            (
                "entry",
                .scripts(
                    .variable("w"), sub: .indices([.integer(2), .integer(1)]), sup: .fenced(.parentheses, .integer(1)))
            ),
            (
                "entry of an entry",
                .scripts(.scripts(.variable("z"), sub: .integer(1), sup: nil), sub: .integer(2), sup: nil)
            ),
            ("power of an entry", .power(.scripts(x, sub: .integer(1), sup: nil), .integer(2))),
            (
                "loss",
                .quotient(.power(.sum([Term(.plus, a), Term(.minus, .accent(.hat, a))]), .integer(2)), .integer(2))
            ),
            ("accents", .row([.accent(.hat, a), .accent(.bar, a), .accent(.tilde, a)])),
            ("negative factor", .product([.integer(2), .integer(-3)], .dot)),
            ("drawn factors", .product([drawn, drawn], .juxtaposed)),
            ("drawn terms", .sum([Term(.plus, drawn), Term(.minus, drawn), Term(.plus, .power(drawn, .integer(2)))])),
            ("elementwise", .product([.sum([Term(.plus, a), Term(.plus, b)]), x], .elementwise)),
            ("mixed products", .product([.product([a, b], .elementwise), x], .juxtaposed)),
            ("derivative", .derivative(of: .variable("L"), by: [layer])),
            ("second derivative", .derivative(of: .variable("L"), by: [a, b])),
            ("derivative twice", .derivative(of: .variable("L"), by: [a, a])),
            ("regularised", .product([b, .large(.sum, from: .variable("i"), to: nil, x)], .juxtaposed)),
            ("function", .function(.identifier("ReLU", .upright), [a, .list([b, x])])),
            ("matrix", .transpose(.matrix([[drawn, .integer(1)], [.integer(-1), a]]))),
            (
                "roots",
                .sum([Term(.minus, .root(a, degree: nil)), Term(.plus, .root(.fraction(a, b), degree: .integer(3)))])
            ),
            ("large", .sum([Term(.plus, .large(.sum, from: .variable("i"), to: .variable("n"), a)), Term(.plus, b)])),
            (
                "extremes",
                .product([.large(.maximum, from: a, to: nil, x), .large(.minimum, from: nil, to: nil, x)], .dot)
            ),
            ("product of many", .large(.product, from: nil, to: a, .sum([Term(.plus, b), Term(.plus, x)]))),
            (
                "cases",
                .cases([
                    Case(a, if: .relation(a, [Link(.greater, .integer(0))])), Case(.integer(0), if: .text("otherwise")),
                ])
            ),
            ("relations", .relation(a, Relation.allCases.map { Link($0, b) })),
            ("fences", .row([.bars, .doubleBars, .floor, .ceiling, .braces, .brackets].map { .fenced($0, a) })),
            (
                "signs",
                .row([
                    a, .sign("<", .infix), .sign("\u{2212}", .prefix), b, .sign("\u{2212}", .infix), x,
                    .sign(",", .separator), .scripts(x, sub: .row([a, .sign("+", .infix), b]), sup: nil),
                ])
            ),
            ("nothing", .row([])),
        ]
    }
}
