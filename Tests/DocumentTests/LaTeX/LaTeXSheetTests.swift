import Exact
import Foundation
import Maths
import TestSupport
import Testing

@testable import Document

struct LaTeXSheetTests {
    private static let code = TextSlot("code")

    private func printed(_ blocks: [Block], bounds: @escaping LaTeX.Bounds = { _ in [] }) -> String {
        let sheet = FoundingSheet()
        return LaTeX.sheet(of: [LaTeX.form(blocks, bounds: bounds)], code: Self.code).text(
            value: { sheet.numbers[$0.index] },
            text: { $0 == Self.code ? "037-K7F3" : "Ada \\input{Lovelace}" })
    }

    @Test("A sheet and its key are printed as they were when a person looked at them")
    func foundingSheet() throws {
        let sheet = FoundingSheet()
        let bounds: [Number] = [.exact(Rational(-2)), .exact(Rational(3))]
        try expectSnapshot(printed(sheet.student) { _ in bounds }, named: "student.tex")
        try expectSnapshot(printed(sheet.key), named: "key.tex")
    }

    @Test("Every block is printed as it was when a person looked at it")
    func blocks() throws {
        try expectSnapshot(printed(EveryBlock().blocks), named: "blocks.tex")
    }

    @Test("The characters that the fonts lack are found in texts, formulas and code")
    func missing() {
        let blocks: [Block] = [
            .paragraph([.strong([.text("\u{4E2D}")]), .maths(.variable("\u{5D0}"))]), .code("a\n\u{1F680}"),
            .part(Part(label: "a", [.list(List([[.paragraph([.text("\u{4E2D}")])]]))])),
        ]
        #expect(LaTeX.missing(in: blocks) == ["\u{4E2D}", "\u{5D0}", "\u{1F680}"])
        #expect(LaTeX.missing(in: FoundingSheet().key).isEmpty)
    }
}
