import Exact
import Maths
import Testing

@testable import Document

@Suite struct PlainTextTests {
    private func text(_ blocks: [Block], width: Int = 80, isStyled: Bool = false) -> String {
        PlainText.text(blocks, width: width, isStyled: isStyled, value: { .exact(Rational($0.index)) })
    }

    @Test func everyBlock() {
        #expect(
            text(EveryBlock().blocks) == """
                a < b

                a < b

                a < b

                a < b

                a < b
                <x>a < b (https://a.example/?a&b)

                • a < b
                • a < b

                    a < b

                1. a < b

                if a < b {
                }

                ────────────────────────────────────────

                0

                0    0

                a < b  a < b  a < b
                ───────────────────
                a < b      0  a < b
                a < b  a < b  a < b

                (<)
                  a < b

                a < b:
                (a) a < b: 0

                a < b

                """)
    }

    @Test func paragraphsAreBrokenBetweenWords() {
        let words: [Inline] = [
            .text("one two three "), .maths(.variable("x")), .text(" four"), .lineBreak, .text("five"),
        ]
        #expect(text([.paragraph(words)], width: 13) == "one two three\nx four\nfive\n")
    }

    @Test func formulasStandBesideOneAnotherWhereTheyFit() {
        let column = Maths.matrix([[.value(ValueID(1), .exact)], [.value(ValueID(2), .exact)]])
        #expect(text([.formulas([column, column, column])], width: 12) == "⎡1⎤    ⎡1⎤\n⎣2⎦    ⎣2⎦\n\n⎡1⎤\n⎣2⎦\n")
    }

    @Test func partsAreIndentedAndTheirHeadsBold() {
        let part = Part(label: "b", points: [.text("2 points")], [.paragraph([.text("Why?")]), .code("a\nb")])
        #expect(text([.part(part)]) == "(b) 2 points\n  Why?\n\n  a\n  b\n")
        #expect(text([.part(part)], isStyled: true).hasPrefix("\u{1B}[1m(b) 2 points\u{1B}[0m\n"))
    }

    @Test func noTextCommandsTheTerminal() {
        let text = text([.paragraph([.text("a\u{1B}[31mb\u{7}c\u{9B}d")]), .code("\u{1B}c")])
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }
}
