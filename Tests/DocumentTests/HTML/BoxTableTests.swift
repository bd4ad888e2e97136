import Maths
import Testing

@testable import Document

struct BoxTableTests {
    private let table = Table(
        alignments: [.center, .left, .center], header: [[.text("k")], [.text("s")], [.text("w")]],
        rows: [[[.text("1")], [.text("2")], [.maths(.column([.room, .room]))]]], boxes: 1..<3)

    @Test("Boxes are marked, and a vector has room for each entry between its brackets")
    func boxes() {
        let html = HTML.form([.table(table)]).text { _ in .exact(.zero) }
        #expect(html.contains("<table class=\"q\">"))
        #expect(html.contains("<th class=\"ac\">k</th><th class=\"b\">s</th><th class=\"ac b\">w</th>"))
        #expect(html.contains("<td class=\"ac\">1</td><td class=\"b\">2</td><td class=\"ac b\">"))
        #expect(html.ranges(of: "<mspace ").count == 2)
    }

    @Test("Only pages with boxes, or with cases, have their style")
    func style() {
        let part = Part(label: "a", [.group([.table(table)])])
        #expect([Block.part(part)].ownStyle == HTMLPage.boxStyle)
        #expect([Block.table(Table(rows: table.rows)), .paragraph([])].ownStyle == "")
        let cases = Maths.power(.cases([Case(.room, if: .text("otherwise"))]), .integer(2))
        #expect([Block.group([.paragraph([.strong([.maths(cases)])])])].ownStyle == MathML.caseStyle)
        #expect([Block.equations([.equation(.room, cases)])].ownStyle == MathML.caseStyle)
    }
}
