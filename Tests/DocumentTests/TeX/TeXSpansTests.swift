import Maths
import Testing

@testable import Document

/// What counts as TeX maths in a text.
struct TeXSpansTests {
    @Test(arguments: [
        ("$a_1 * b_2$", ["a_1 * b_2"]), ("it costs $5 and $6", []), ("from $5", []), ("$ a$ and $a $", []),
        ("\\$a$ b", []), ("`$a$` and $b$", ["b"]), ("``x` $a$`` $b$", ["b"]), ("$$a$$", ["a"]),
        ("$a$ $$b$$ $c$", ["a", "b", "c"]),
        ("$a\n\nb$", []), ("$a\nb$", ["a\nb"]), ("$x$1", []), ("$", []), ("$$", []), ("a $\\$$ b", ["\\$"]),
        ("`a $b$", ["b"]),
    ])
    func formulas(_ text: String, _ expected: [String]) {
        let spans = TeXSpans(text).spans
        #expect(spans.map(\.tex) == expected)
        for span in spans {
            let bytes = Array(text.utf8)[span.start..<span.start + span.tex.utf8.count]
            #expect(String(decoding: bytes, as: UTF8.self) == span.tex)
        }
    }

    @Test func aCodeSpanStandsForEachFormula() throws {
        let formulas = TeXSpans("`a`$x_1$ and *b $y*z$*")
        var codes: [String] = []
        _ = CommonMark.blocks(from: formulas.text) { code in
            codes.append(formulas.span(of: code)?.tex ?? code)
            return nil
        }
        #expect(codes == ["a", "x_1", "y*z"])
        #expect(formulas.span(of: "a") == nil)
        #expect(formulas.span(of: "\u{F8FF}9") == nil)
        #expect(formulas.span(of: "\u{F8FF}") == nil)
    }

    @Test func codeBlocksKeepTheirDollars() {
        let formulas = TeXSpans("    a $b$ c\n\n$d$")
        let blocks = CommonMark.blocks(from: formulas.text) { _ in nil }
        guard case .code(let code) = blocks[0] else { return #expect(Bool(false)) }
        #expect(formulas.restored(code).hasPrefix("a $b$ c"))
    }

    @Test func everyCommandOfTheTablesIsRead() throws {
        for name in TeX.symbols.keys { #expect(throws: Never.self) { try TeX.maths("\\\(name)") } }
        for name in TeX.functions {
            let expected = Maths.row([.identifier(name, .upright), .text("\u{2009}"), .variable("x")])
            #expect(try TeX.maths("\\\(name) x") == expected)
        }
    }

    @Test func everyCommandIsKnown() {
        for name in TeX.commands {
            do {
                _ = try TeX.maths("\\\(name) (")
            } catch {
                #expect(error.unknownCommand == nil, "\(name)")
            }
        }
        #expect(TeX.commands.isSuperset(of: ["lambda", "le", "tanh", "frac"]))
    }

    @Test(arguments: [
        ("\\left( \\frac{a}{b} \\right)", "(a/b)"), ("\\mathbb{R}", "ℝ"), ("a\\,b", "a\u{2009}b"),
        ("\\sum_{i} x_i", "∑x"),
        ("\\{ x \\}", "{x}"), ("\\left. x \\right|", "x|"),
    ])
    func subset(_ text: String, _ expected: String) throws {
        #expect(plain(try TeX.maths(text)).filter { $0 != " " } == expected.filter { $0 != " " })
    }

    @Test(arguments: [
        ("\\foo", "the command \\foo is not known"), ("\\left", "\\left needs a bracket"),
        ("\\mathbb", "needs a letter"),
    ])
    func mistakes(_ text: String, _ message: String) {
        let error = #expect(throws: TeXError.self) { try TeX.maths(text) }
        #expect(error?.message.contains(message) == true)
    }

    /// A formula's letters in order, labels left out.
    private func plain(_ maths: Maths) -> String {
        switch maths {
        case .identifier(let name, _), .text(let name): name
        case .row(let pieces): pieces.map(plain).joined()
        case .scripts(let base, _, _): plain(base)
        case .large(.sum, _, nil, let body): "∑" + plain(body)
        case .fraction(let above, let below): plain(above) + "/" + plain(below)
        default: "?"
        }
    }
}
