import Exact
import Testing

@testable import Maths

/// Sides of a chain that are written as the side before on some sheets.
struct WorkedQuotientTests {
    private static func value(_ index: Int) -> Maths { .value(ValueID(index), .exact) }

    /// ⌊a/b⌋ = ⌊q⌋ = c.
    private static let floors: Maths = {
        let quotient = Maths.fenced(.floor, .fraction(value(0), value(1)))
        let number = Maths.fenced(.floor, value(2))
        return .relation(
            .text("f"), [Link(.equal, quotient), Link(.equal, number, after: quotient), Link(.equal, value(3))])
    }()

    @Test(
        arguments: [
            (20, 3, false), (6, 3, true), (7, 2, true), (0, 3, true), (-20, 3, true), (20, -3, true), (20, 6, true),
            (1, 1_000_001, false),
        ] as [(Int, Int, Bool)])
    func onlyWhatIsWrittenAlikeIsLeftOut(above: Int, below: Int, isShown: Bool) {
        let quotient = Rational(above) / Rational(below)
        func number(_ id: ValueID) -> Number { .exact([Rational(above), Rational(below), quotient, .one][id.index]) }
        let count = isShown ? 3 : 2
        #expect(UnicodeText.line(Self.floors, value: number).count { $0 == "=" } == count)
        #expect(MathML.form(Self.floors).text(value: number).split(separator: "<mo>=</mo>").count == count + 1)
        #expect(LaTeX.form(aligned: [Self.floors]).text(value: number).split(separator: "\\side").count == count + 1)
        let later = Self.floors.renumbered(by: 2)
        #expect(
            LaTeX.form(later).text { number(ValueID($0.index - 2)) } == LaTeX.form(Self.floors).text(value: number))
        #expect(
            MathML.form(later).text { number(ValueID($0.index - 2)) } == MathML.form(Self.floors).text(value: number))
    }

    /// Of several choices, the one that a sheet has decides.
    @Test func choicesAreLookedAtOneByOne() {
        let quotient = Maths.fraction(.integer(7), Self.value(1))
        let before = Maths.alternatives(ValueID(0), [quotient, .nothing])
        let link = Link(.equal, .alternatives(ValueID(0), [Self.value(2), .nothing]), after: before)
        let chain = Maths.relation(.text("f"), [Link(.equal, before), link])
        func line(_ choice: Int, _ below: Int) -> String {
            UnicodeText.line(chain) {
                .exact([Rational(choice), Rational(below), Rational(7, Int128(below))][$0.index])
            }
        }
        #expect([line(0, 3), line(0, 2), line(1, 3)] == ["f = 7/3", "f = 7/2 = 3.5", "f"])
    }
}
