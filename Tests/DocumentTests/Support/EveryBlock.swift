import Exact
import Maths

@testable import Document

/// A block of each kind.
struct EveryBlock {
    var blocks: [Block] {
        let text: [Inline] = [.text("a < b")]
        let value = Maths.value(ValueID(0), .exact)
        return [
            .title(text, aside: []), .heading(text, level: 1), .heading(text, level: 2), .heading(text, level: 6),
            .paragraph([.strong(text), .lineBreak, .code("<x>"), .link(text, to: "https://a.example/?a&b")]),
            .list(List([[.paragraph(text)], [.paragraph(text), .quote([.paragraph(text)])]])),
            .list(List(start: 1, [[.paragraph(text)]])), .list(List(start: 3, [[]])),
            .code("if a < b {\n}\n"), .thematicBreak, .display(value), .formulas([value, value]),
            .table(
                Table(
                    alignments: [.left, .right, .center], header: [text, text, text],
                    rows: [[text, [.maths(value)], text], [text, text, text, text]])),
            .table(Table(rows: [])),
            .part(Part(label: "<", [.paragraph(text)])),
            .answers([AnswerBox(label: text), AnswerBox(part: "a", label: text, content: [.maths(value)])]),
            .workspace(millimetres: 40), .workspace(millimetres: -1), .group([.paragraph(text)]), .pageBreak,
        ]
    }
}
