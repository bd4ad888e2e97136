import Solver
import Template

/// What the sheets of a set ask of students, side by side.
package struct SetFigures: Sendable {
    /// What the variants of each template ask.
    package let templates: [VariantFigures]
    /// The work of each sheet, all of its problems together.
    package let sheets: [Work]
}

extension SetGenerator {
    /// What so many sheets ask of students.
    package func figures(sheets count: Int) throws(SetGeneratorError) -> SetFigures {
        var templates: [VariantFigures] = []
        for (template, draws) in draws(sheets: count).enumerated() {
            let variants = try variants(ofTemplate: template, draws: 0..<draws)
            do throws(GeneratorError) {
                templates.append(try generators[template].figures(of: variants))
            } catch {
                throw SetGeneratorError(template: template, error: error)
            }
        }
        let sheets = (0..<count).map { sheet in
            plan.problems.indices.reduce(into: Work()) { sum, problem in
                let (template, draw) = plan.choice(ofProblem: problem, onSheet: sheet)
                let works = templates[template].works
                sum.add(works[draw % works.count])
            }
        }
        return SetFigures(templates: templates, sheets: sheets)
    }

    /// For each template, how many different draws a set of so many sheets takes.
    func draws(sheets count: Int) -> [Int] {
        generators.indices.map { template in
            let needed =
                plan.problems.indices.filter { plan.problems[$0].templates.contains(template) }
                .map { plan.draws(ofProblem: $0, sheets: count) }.max() ?? 0
            return Int(clamping: min(UInt128(needed), generators[template].capacity ?? 1))
        }
    }
}
