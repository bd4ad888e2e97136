import Solver
import Template

/// Draws the sheets of a set; each template draws with a key of its own, and of several problems one is different on
/// every sheet.
package struct SetGenerator: Sendable {
    /// What each sheet is made of.
    package let plan: SetPlan
    /// What draws each template's variants.
    package let generators: [Generator]

    /// Prepares to draw with a seed; throws where a template has no variant.
    ///
    /// With `mayBreakRules`, templates without draws may break theirs.
    package init(
        _ problems: [SetProblem], _ templates: [Template], seed: UInt64, versions: Int? = nil,
        mayBreakRules: Bool = false
    ) throws(SetGeneratorError) {
        var generators: [Generator] = []
        for (index, template) in templates.enumerated() {
            do throws(GeneratorError) {
                let seed = Self.seed(ofTemplate: index, inSet: seed)
                generators.append(try Generator(template, seed: seed, mayBreakRules: mayBreakRules))
            } catch {
                throw SetGeneratorError(template: index, error: error)
            }
        }
        self.generators = generators
        plan = SetPlan(problems, generators.map(\.calculation), seed: seed, versions: versions)
    }

    /// A set of one problem from one template.
    package init(_ generator: Generator) {
        generators = [generator]
        plan = SetPlan(generator.calculation)
    }

    /// The first template draws as it does alone.
    private static func seed(ofTemplate index: Int, inSet seed: UInt64) -> UInt64 {
        index == 0 ? seed : SipHash(key: seed, 0x7072_6F62)("problem \(index)".utf8)
    }

    /// Whether nothing is drawn, so that all sheets are the same.
    package var isFixed: Bool {
        generators.allSatisfy { $0.capacity == nil } && plan.problems.allSatisfy { $0.templates.count == $0.sharing }
    }

    /// Throws where no problem can be different on every sheet.
    package func check(count: Int) throws(SetGeneratorError) {
        let isEnough = plan.problems.indices.contains { problem in
            let needed = UInt128(plan.draws(ofProblem: problem, sheets: count))
            return plan.problems[problem].templates.allSatisfy { (generators[$0].capacity ?? 1) >= needed }
        }
        if isEnough || isFixed { return }
        // The one that comes nearest is easiest to mend.
        let capacities = generators.map { $0.capacity ?? 1 }
        let largest = capacities.indices.max { capacities[$0] < capacities[$1] } ?? 0
        let problem = plan.problems.firstIndex { $0.templates.contains(largest) } ?? 0
        do throws(GeneratorError) {
            try generators[largest].check(count: plan.draws(ofProblem: problem, sheets: count))
        } catch {
            throw SetGeneratorError(template: largest, error: error)
        }
        throw SetGeneratorError(
            template: largest, error: .tooFew(available: capacities[largest], count: count, []))
    }

    /// What draws, with memory of its own; one a thread.
    package func drawer() -> SetDrawer { SetDrawer(self) }
}

/// Why the sheets of a set cannot be drawn.
package struct SetGeneratorError: Error, Hashable, Sendable {
    /// The template that cannot be drawn, by its place in the set.
    package let template: Int
    /// What is wrong with it.
    package let error: GeneratorError
}
