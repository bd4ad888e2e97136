import Exact
import Maths
import TestSupport
import Testing

@testable import Document

struct HTMLTests {
    private func html(_ blocks: [Block]) -> String { HTML.form(blocks).text { _ in .exact(Rational(-2)) } }

    @Test("A sheet and its key are printed as they were when a person looked at them")
    func foundingSheet() throws {
        let sheet = FoundingSheet()
        try expectSnapshot(sheet.file(sheet.student), named: "student.html")
        try expectSnapshot(sheet.file(sheet.key), named: "key.html")
    }

    @Test("Every block is printed as it was when a person looked at it")
    func blocks() throws {
        let printed = html(EveryBlock().blocks)
        #expect(printed.contains("a &lt; b"))
        #expect(!printed.contains("a < b"))
        try expectSnapshot(printed, named: "blocks.html")
    }

    @Test("Punctuation stays with the formula beside it, and is written once")
    func punctuation() {
        let x = Inline.maths(.variable("x"))
        let formula = "<math><mi>x</mi></math>"
        func joined(_ opening: String, _ closing: String) -> String {
            "<span class=\"j\">\(opening)\(formula)\(closing)</span>"
        }
        #expect(
            html([.paragraph([.text("a ("), x, .text("), b "), x, .text(", "), x, .text(".")])])
                == "<p>a \(joined("(", "),")) b \(joined("", ",")) \(joined("", "."))</p>\n")
        #expect(html([.paragraph([.text("a "), x, .text(" b")])]) == "<p>a \(formula) b</p>\n")
    }

    @Test("What differs from sheet to sheet is escaped where it is filled in")
    func slots() {
        let sheet = FoundingSheet()
        #expect(sheet.file(sheet.student).contains("Ada &lt;Lovelace&gt;"))
    }

    @Test("A student's sheet has no hole for an answer")
    func noAnswers() {
        let sheet = FoundingSheet()
        let shown = HTML.sheet(sheet.student).holes.compactMap { hole in
            if case .value(let id, _, _) = hole.content { id.index } else { nil }
        }
        #expect(shown.max() == sheet.numbers.count - 4)
    }
}
