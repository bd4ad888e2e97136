import Maths
import TestSupport
import Testing

@testable import Document

/// Equations and wide formulas as HTML.
struct EquationTests {
    private func html(_ block: Block) -> String { HTML.form([block]).text { _ in .exact(.one) } }

    @Test("Each side of a chain is a formula of its own, so that lines may break between them")
    func sides() {
        let (a, b, c) = (Maths.variable("a"), Maths.variable("b"), Maths.variable("c"))
        let printed = html(.equations([.equation(a, b, c), c]))
        #expect(
            printed == """
                <div class="s e">
                <p><math><mi>a</mi></math> <span><math><mo>=</mo><mi>b</mi></math> <math><mo>=</mo><mi>c</mi></math></span></p>
                <p><span><math><mi>c</mi></math></span></p>
                </div>

                """)
    }

    @Test("What is wider than paper is written in smaller letters, as a whole or the side that is")
    func wide() {
        let (row, x) = (Maths.matrix([(0..<60).map { .variable("a\($0)") }]), Maths.variable("x"))
        let small = "<span style=\"font-size:35%\">"
        #expect(html(.formulas([row, x])).ranges(of: small).count == 1)
        #expect(html(.display(row)).contains(small) && !html(.display(x)).contains("font-size"))
        #expect(html(.equations([.equation(x, row, x)])).contains("font-size:33%\"><math><mo>=</mo>"))
    }
}
