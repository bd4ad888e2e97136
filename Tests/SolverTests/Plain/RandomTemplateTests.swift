import Exact
import Generator
import Template
import Testing
import YAML

/// Random templates, read, drawn and worked out in both ways.
struct RandomTemplateTests {
    @Test(arguments: RandomStyle.allCases) func sheetsAgree(_ style: RandomStyle) throws {
        var drawn = 0
        for seed in 0..<15 {
            let text = try RandomTemplate(seed: seed, style: style).text
            let template: Template
            do {
                template = try Template(SourceFile(name: "random", bytes: Array(text.utf8)))
            } catch {
                Issue.record("seed \(seed), \(style): \(error)\n\(text)")
                continue
            }
            // Too large or undefined on every sheet, or always on a kink: nothing to compare.
            guard let generator = try? Generator(template, seed: 1) else { continue }
            drawn += 1
            var drawer = generator.drawer()
            let count = Int(min(generator.capacity ?? 1, 4))
            try drawer.draw(sheets: 0, count: count, from: generator)
            for lane in 0..<count {
                let sheet = DrawnSheet(calculation: generator.calculation, machine: drawer.machine, lane: lane)
                let wrong =
                    style == .polynomial
                    ? try sheet.wrong(Rational.self, derivatives: true, allowsKinks: true)
                    : try sheet.wrong(Double.self, derivatives: true, allowsKinks: true)
                #expect(wrong.isEmpty, "seed \(seed), \(style), sheet \(lane + 1)\n\(text)")
            }
        }
        #expect(drawn >= 10, "only \(drawn) templates of \(style) could be drawn")
    }
}
