import Exact
import TestSupport
import Testing

@testable import Maths

struct MathMLTests {
    private let a = Maths.variable("a")
    private let b = Maths.variable("b")
    private let x = Maths.variable("x")
    private let drawn = Maths.value(ValueID(0), .exact)

    @Test("Every shape is printed as it was when a person looked at it")
    func shapes() throws {
        var text = ""
        for (name, maths) in Shapes().all {
            text += "\(name)\n\(MathML.form(maths).text { _ in .exact(Rational(-2)) })\n\n"
        }
        text += "displayed\n\(MathML.form(a, isDisplayed: true).text { _ in .exact(.zero) })\n\n"
        text +=
            "further side\n\(MathML.form(Link(.less, .sum([Term(.plus, a), Term(.plus, b)]))).text { _ in .exact(.zero) })\n"
        try expectSnapshot(text, named: "shapes.txt")
    }

    @Test("Every shape is well formed")
    func wellFormed() {
        for (name, maths) in Shapes().all {
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
