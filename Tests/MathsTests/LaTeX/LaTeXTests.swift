import Exact
import TestSupport
import Testing

@testable import Maths

struct LaTeXTests {
    private func text(_ maths: Maths) -> String { LaTeX.form(maths).text { _ in .exact(Rational(-2)) } }

    @Test("Every shape is printed as it was when a person looked at it")
    func shapes() throws {
        var printed = ""
        for (name, maths) in Shapes().all { printed += "\(name)\n\(text(maths))\n\n" }
        let a = Maths.variable("a")
        printed += LaTeX.form(aligned: [.equation(a, .variable("b"), .variable("x")), a]).text { _ in .exact(.zero) }
        try expectSnapshot(printed, named: "shapes.tex")
    }

    @Test("Braces are balanced, and nothing but ASCII is printed", arguments: 0..<500 as Range<UInt64>)
    func balanced(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let maths = RandomFormula.anyShape(depth: 3, from: &random)
        let printed = LaTeX.form(maths).text { .exact(Rational(Int($0.index) - 1)) }
        var depth = 0
        var isEscaped = false
        for character in printed {
            if !isEscaped { depth += character == "{" ? 1 : character == "}" ? -1 : 0 }
            isEscaped = character == "\\" && !isEscaped
            #expect(depth >= 0, "seed \(seed)")
        }
        #expect(depth == 0 && printed.utf8.allSatisfy { $0 < 128 }, "seed \(seed): \(printed)")
    }

    @Test("A place has room for the numbers that it may hold, but not in an index")
    func places() {
        let value = Maths.value(ValueID(0), .exact)
        let bounds: LaTeX.Bounds = { _ in [.exact(Rational(-2)), .exact(Rational(3))] }
        let form = LaTeX.form(.scripts(value, sub: value, sup: nil), bounds: bounds)
        #expect(form.text { _ in .exact(.one) } == "\\({\\fixed{\\of{(-2)}\\of{3}}{1}}_{1}\\)")
    }

    @Test("A number chooses among formulas, with room for each of them")
    func alternatives() {
        let maths = Maths.alternatives(ValueID(0), [.variable("a"), .variable("b")])
        #expect(LaTeX.form(maths).text { _ in .exact(.one) } == "\\({b}\\)")
        let form = LaTeX.form(maths) { _ in [.exact(.zero)] }
        #expect(form.text { _ in .exact(.one) } == "\\(\\oneof{\\of{a}\\of{b}}{{b}}\\)")
    }

    @Test("Numbers have parentheses where their position needs them")
    func numbers() {
        func text(_ number: Rational, _ position: NumberPosition) -> String {
            var bytes = Array("x".utf8)
            LaTeX.write(.exact(number), .exact, at: position, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(text(Rational(-2), .alone) == "x{-2}")
        #expect(text(Rational(-2), .operand) == "x(-2)")
        #expect(text(Rational(2), .base) == "x2")
        #expect(text(Rational(-49, 3), .alone) == "x{-\\frac{49}{3}}")
        #expect(text(Rational(49, 3), .operand) == "x{\\frac{49}{3}}")
        #expect(text(Rational(49, 3), .base) == "x\\left(\\frac{49}{3}\\right)")
        #expect(text(.undefined, .base) == "x\\text{undefined}")
    }

    @Test("Tall values of cases keep their distance")
    func tallCases() {
        func printed(_ value: Maths) -> String {
            let cases = [Case(value, if: .text("0")), Case(value, if: .text("otherwise"))]
            return LaTeX.form(.cases(cases)).text { _ in .exact(.zero) }
        }
        #expect(printed(.column([.room, .room])).ranges(of: "\\\\[.4em]\n").count == 1)
        #expect(!printed(.variable("a")).contains("["))
    }
}
