import Maths
import Testing

@testable import Document

struct TeXTests {
    @Test func readsSymbols() throws {
        let one = Maths.text("1")
        #expect(
            try TeX.maths("w^{(1)}") == .scripts(.variable("w"), sub: nil, sup: .row([.text("("), one, .text(")")])))
        #expect(try TeX.maths("z_1") == .scripts(.variable("z"), sub: one, sup: nil))
        #expect(try TeX.maths("\\eta") == .variable("η"))
        #expect(try TeX.maths("\\hat{y}") == .accent(.hat, .variable("y")))
        #expect(
            try TeX.maths("\\mathbf{W}_{ij}")
                == .scripts(
                    .identifier("W", .bold), sub: .row([.variable("i"), .variable("j")]), sup: nil))
        #expect(try TeX.maths("x_i^2") == .scripts(.variable("x"), sub: .variable("i"), sup: .text("2")))
        #expect(try TeX.maths("\\text{new}") == .text("new"))
    }

    @Test(arguments: [
        ("\\foo", "the command \\foo is not known", 0..<4), ("w^{(1)", "a closing } is missing", 3..<6),
        ("}", "this } closes nothing", 0..<1), ("x^2^3", "there are two ^ here", 3..<4),
        ("^2", "nothing stands before this sign", 0..<1), ("x_", "something is missing at the end", 2..<2),
        ("a & b", "'&' has no meaning here", 2..<3),
        ("\\input{/etc/passwd}", "the command \\input is not known", 0..<6),
    ])
    func refuses(text: String, message: String, range: Range<Int>) {
        do {
            _ = try TeX.maths(text)
            Issue.record("\(text) was read")
        } catch {
            #expect(error.message == message)
            #expect(error.range == range)
        }
    }

    @Test func neverCrashesOnAnyBytes() {
        let pieces = [
            "\\", "{", "}", "^", "_", "a", "1", " ", "\\frac", "\\hat", "é", "$", "\\text{", "(", "\\sqrt", "\\sum",
            "+",
        ]
        for seed in 0..<2000 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            _ = try? TeX.maths(text)
        }
        #expect(throws: TeXError.self) { try TeX.maths(String(repeating: "{", count: 100_000)) }
        #expect(throws: Never.self) { try TeX.maths(String(repeating: "\\sum", count: 10_000)) }
        #expect(throws: TeXError.self) { try TeX.maths(String(repeating: "\\hat", count: 100_000)) }
    }

    /// The formula as text shows the spaces.
    @Test(arguments: [
        ("v_k = \\rho v_{k-1} + (1-\\rho) g_k^2", "vₖ = ρvₖ₋₁ + (1 − ρ)gₖ²"), ("-x", "−x"), ("a=-b", "a = −b"),
        ("(-1,+1]", "(−1, +1]"), ("2\\cdot-3", "2 · −3"), ("x^+ - y^-", "x⁺ − y⁻"), ("w^*", "w^(*)"),
        ("f:\\mathbb{R}\\to\\mathbb{R}", "f : ℝ → ℝ"), ("p(y\\mid x)", "p(y ∣ x)"), ("a\\ll b", "a ≪ b"),
        ("L=-\\sum_i t_i\\ln p_i+1", "L = −∑ᵢ tᵢ\u{2009}ln\u{2009}pᵢ + 1"), ("\\max(0,z)", "max(0, z)"),
        ("\\max_j(z_j-1)-z", "maxⱼ (zⱼ − 1) − z"), ("\\sum", "∑ "), ("(\\prod_k a_k)b", "(∏ₖ aₖ)b"),
        ("a\\quad=\\;b", "a\u{2003} = \u{2005}b"),
    ])
    func signsHaveTheirSpaces(text: String, expected: String) throws {
        #expect(UnicodeText.line(try TeX.maths(text)) { _ in .exact(.zero) } == expected)
    }
}
