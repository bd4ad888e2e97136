import Exact
import TestSupport
import Testing

@testable import Maths

struct MathMLTests {
    private let a = Maths.variable("a")
    private let b = Maths.variable("b")
    private let x = Maths.variable("x")
    private let drawn = Maths.value(ValueID(0), .exact)
    private var layer: Maths { .scripts(.variable("w"), sub: nil, sup: .fenced(.parentheses, .integer(1))) }

    private var formulas: [(String, Maths)] {
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
            ("nothing", .row([])),
        ]
    }

    @Test("Every shape is printed as it was when a person looked at it")
    func shapes() throws {
        var text = ""
        for (name, maths) in formulas {
            text += "\(name)\n\(MathML.form(maths).text { _ in .exact(Rational(-2)) })\n\n"
        }
        text += "displayed\n\(MathML.form(a, isDisplayed: true).text { _ in .exact(.zero) })\n\n"
        text += "aligned\n\(MathML.form(aligned: [.equation(a, b, x), x]).text { _ in .exact(.zero) })\n"
        try expectSnapshot(text, named: "shapes.txt")
    }

    @Test("Every shape is well formed")
    func wellFormed() {
        for (name, maths) in formulas {
            #expect(Markup.read(MathML.form(maths).text { _ in .exact(.one) })?.count == 1, "\(name)")
        }
    }

    @Test("A number after a name without a sign between gets a dot")
    func runningTogether() {
        let text = { (maths: Maths) in MathML.form(maths).text { _ in .exact(Rational(3)) } }
        #expect(text(.product([a, drawn], .juxtaposed)).contains("\u{22C5}"))
        #expect(text(.product([drawn, a], .juxtaposed)).contains("\u{2062}"))
        #expect(text(.product([a, .power(.integer(2), b)], .juxtaposed)).contains("\u{22C5}"))
    }

    @Test("A function's word stands apart from the factor before it, a letter does not")
    func wordAfterFactor() {
        let product = { (name: Maths) in
            MathML.form(.product([a, .function(name, [x])], .juxtaposed)).text { _ in .exact(.zero) }
        }
        #expect(product(.identifier("ln", .upright)).contains("<mo lspace="))
        #expect(!product(.variable("σ")).contains("<mo lspace="))
    }

    @Test("The style loads nothing")
    func style() {
        #expect(!MathML.style.contains("url("))
        #expect(!MathML.style.contains("@"))
    }
}
