import Exact
import Foundation
import TestSupport
import Testing

@testable import Maths

struct LaTeXRunTests {
    @Test(
        "pdflatex sets any formula", .enabled(if: Program("pdflatex") != nil, "pdflatex is not installed"))
    func formulas() throws {
        let program = try #require(Program("pdflatex"))
        var text = "\\documentclass{article}\\usepackage{amsmath}\n" + LaTeX.definitions + "\\begin{document}\n"
        for seed in 0..<300 {
            var random = SplitMix(seed: seed)
            let maths = RandomFormula.anyShape(depth: 4, from: &random)
            let bounds: LaTeX.Bounds = { _ in [.exact(Rational(-2)), .exact(Rational(7, 3))] }
            for form in [
                LaTeX.form(maths), LaTeX.form(maths, isDisplayed: true, bounds: bounds),
                LaTeX.form(aligned: [maths, maths]),
            ] {
                text += "\\message{seed \(seed)}" + form.text { .exact(Rational($0.index - 1)) } + "\n\n"
            }
        }
        try withTemporaryFolder { folder in
            try (text + "\\end{document}\n").write(
                to: folder.appendingPathComponent("a.tex"), atomically: false, encoding: .utf8)
            let result = try program.run(["-interaction=nonstopmode", "-halt-on-error", "a.tex"], in: folder)
            #expect(result.status == 0, "\(result.output.suffix(600))")
            #expect(!result.output.contains("Missing character"))
        }
    }
}
