import Maths
import TestSupport
import Testing

@testable import Document

struct CommonMarkTests {
    private func blocks(_ text: String) -> [Block] {
        CommonMark.blocks(from: text) { $0.hasPrefix("z") ? .variable($0) : nil }
    }

    @Test("Paragraphs, emphasis, code and maths")
    func inlines() {
        #expect(
            blocks("Find *all* of **them**,\n`z1` not `x < 1`.\n\nThen\\\nstop.") == [
                .paragraph([
                    .text("Find "), .emphasis([.text("all")]), .text(" of "), .strong([.text("them")]), .text(", "),
                    .maths(.variable("z1")), .text(" not "), .code("x < 1"), .text("."),
                ]),
                .paragraph([.text("Then"), .lineBreak, .text("stop.")]),
            ])
    }

    @Test("Headings, quotes, lists, code blocks and rules")
    func containers() {
        #expect(
            blocks("## A\n\n> b\n\n3. c\n4. d\n\n   e\n\n- f\n\n```\ng\n```\n\n---") == [
                .heading([.text("A")], level: 2),
                .quote([.paragraph([.text("b")])]),
                .list(
                    List(
                        start: 3,
                        [[.paragraph([.text("c")])], [.paragraph([.text("d")]), .paragraph([.text("e")])]])),
                .list(List([[.paragraph([.text("f")])]])),
                .code("g\n"),
                .thematicBreak,
            ])
    }

    @Test("HTML stays text")
    func markup() {
        #expect(blocks("a <b>c</b>") == [.paragraph([.text("a <b>c</b>")])])
        #expect(blocks("<script>x</script>\n") == [.paragraph([.text("<script>x</script>\n")])])
    }

    @Test("An image leaves its description")
    func images() {
        #expect(blocks("a ![*b*](c.png) d") == [.paragraph([.text("a "), .emphasis([.text("b")]), .text(" d")])])
    }

    @Test(
        "Only web pages and mail addresses are linked",
        arguments: [
            ("https://a.example", true), ("HTTP://a.example", true), ("mailto:a@b.example", true),
            ("javascript:alert(1)", false), ("JaVaScript:alert(1)", false), ("data:text/html,x", false),
            ("file:///x", false), ("page.html", false), ("//a.example", false), ("https:a", false),
        ])
    func links(address: String, isLinked: Bool) {
        let expected: Inline = isLinked ? .link([.text("w")], to: address) : .text("w")
        #expect(blocks("[w](<\(address)>)") == [.paragraph([expected])])
    }

    @Test("What the closure throws is passed on")
    func failing() {
        struct Unknown: Error, Equatable { let name: String }
        #expect(throws: Unknown(name: "b")) {
            try CommonMark.blocks(from: "a `b` c `d`") { throw Unknown(name: $0) }
        }
    }

    @Test("A text of one line")
    func oneLine() {
        #expect(
            CommonMark.inlines(from: "A *b*\n\nc") { _ in nil } == [
                .text("A "), .emphasis([.text("b")]), .text(" "), .text("c"),
            ])
        #expect(CommonMark.inlines(from: "") { _ in nil } == [])
    }

    @Test(
        "Deep nesting is read as if it were less deep, and loses no words", arguments: ["> ", "- ", "*a ", "[", "1. "])
    func depth(opening: String) {
        let closing = opening == "*a " ? "*" : opening == "[" ? "](https://a.example)" : ""
        for depth in [20, 40, 3000] {
            let text = String(repeating: opening, count: depth) + "word" + String(repeating: closing, count: depth)
            let html = HTML.form(blocks(text)).text { _ in .exact(.zero) }
            #expect(html.contains("word"), "\(depth)")
            #expect(Markup.read(html) != nil)
        }
    }

    @Test("Quotes in quotes are kept down to the limit, and no further")
    func depthLimit() {
        var level = 0
        var inner = blocks(String(repeating: "> ", count: 3000) + "word")
        while case .quote(let next)? = inner.first {
            level += 1
            inner = next
        }
        #expect(level == CommonMark.maximumDepth)
        #expect(inner == [.paragraph([.text("word")])])
    }

    @Test("Any bytes are read, and printed as well-formed HTML", arguments: 0..<400 as Range<UInt64>)
    func anyBytes(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let pieces = [
            "<b>", "</p>", "<!--", "&lt;", "&", "\"", "`", "```\n", "*", "**", "_", "[", "](", ")", "![", "> ", "- ",
            "1. ", "\n", "\n\n", "    ", "\t", "#", "---\n", "\\", "z1", "ŷ", "\0", "\u{FFFD}", "javascript:",
            "<a@b.cc>",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            if Int.random(in: 0..<8, using: &random) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &random))
            } else {
                bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
            }
        }
        let html = HTML.form(blocks(String(decoding: bytes, as: UTF8.self))).text { _ in .exact(.zero) }
        #expect(Markup.read(html) != nil, "seed \(seed): \(html)")
        #expect(!html.contains("href=\"javascript"), "seed \(seed)")
        #expect(!html.utf8.contains(0), "seed \(seed)")
    }
}
