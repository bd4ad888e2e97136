import TestSupport
import Testing

@testable import Maths

struct LaTeXTextTests {
    private func text(_ text: String) -> String {
        var form = Form()
        form.append(escapingLaTeX: text)
        return form.text { _ in .exact(.zero) }
    }

    @Test(
        "Nothing in a text is a command, a comment or a ligature",
        arguments: [
            ("\\input{/etc/passwd}", "$\\backslash$input$\\{$/etc/passwd$\\}$"), ("100%", "100\\%"), ("$x$", "\\$x\\$"),
            ("a_b^c~d", "a\\_b\\char94{}c$\\sim$d"), ("a & b # c", "a \\& b \\# c"), ("<|>", "$<$$|$$>$"),
            ("?`!`", "?\\char18{}!\\char18{}"), ("a---b", "a-{}-{}-b"), ("O'Brien''s", "O'Brien'{}'s"),
            (",,", "{},{},"),
            ("\"a\"", "\\textquotedblleft{}a\\textquotedblright{}"), ("a\n\n b\tc", "a b c"), ("", ""),
            ("\0\u{1B}", "\\missing{0000}\\missing{001B}"),
        ])
    func escaping(source: String, escaped: String) {
        #expect(text(source) == escaped)
    }

    @Test(
        "Latin letters keep their marks, in whatever scalars these are written",
        arguments: [
            ("Zoë", "Zo\\\"{e}"), ("Zoe\u{308}", "Zo\\\"{e}"), ("Łukasz", "\\L{}ukasz"), ("Şule", "\\c{S}ule"),
            ("Nguyễn", "Nguy\\marked{\\char126}{\\^{e}}n"), ("Åse Þór", "\\r{A}se \\Thorn{}\\'{o}r"),
            ("Dvořák", "Dvo\\v{r}\\'{a}k"),
            ("Í\u{ED}", "\\'{I}\\'{\\i}"), ("Știr", "\\commabelow{S}tir"), ("Ģirts", "\\commabelow{G}irts"),
        ])
    func letters(source: String, escaped: String) {
        #expect(text(source) == escaped)
        #expect(LaTeX.missing(in: source).isEmpty)
    }

    @Test("Signs of maths and Greek letters are found")
    func signs() {
        #expect(text("σ ≤ 1") == "$\\sigma $ $\\leq $ 1")
        #expect(LaTeX.missing(in: "αβγδ ŷ − ∂ ∇ → ⊙ ½ x² “a” – …").isEmpty)
    }

    @Test("What the fonts lack is shown by code point and named once")
    func missing() {
        #expect(text("中a") == "\\missing{4E2D}a")
        #expect(text("\u{1F468}\u{200D}\u{1F680}\u{FE0F}") == "\\missing{1F468}\\missing{1F680}")
        #expect(LaTeX.missing(in: "中a中\u{1F468}\u{200D}") == ["中", "\u{1F468}"])
        #expect(LaTeX.missing(in: "שלום").count == 4)
    }

    @Test("A long word may be broken; no line of the file is too long for TeX, and none is empty")
    func long() {
        let word = text(String(repeating: "\u{1F468}", count: 10_000))
        #expect(word.ranges(of: "\\allowbreak\n").count > 9000)
        let words = text(String(repeating: "ab ", count: 10_000))
        #expect(words.split(separator: "\n").allSatisfy { $0.utf8.count < 300 })
        #expect(!words.contains("\n\n") && !words.contains("\n \n"))
    }

    @Test("Any bytes become ASCII without a command of their own", arguments: 0..<200 as Range<UInt64>)
    func random(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
        let escaped = text(String(decoding: bytes, as: UTF8.self))
        #expect(escaped.utf8.allSatisfy { $0 < 127 && ($0 >= 32 || $0 == 10) }, "seed \(seed)")
    }
}
