import Solver
import Template

/// Draws the sheets of a set; each template draws with a key of its own, and of several problems one is different on
/// every sheet.
package struct SetGenerator: Sendable {
    /// What each sheet is made of.
    package let plan: SetPlan
    /// What draws each template's variants.
    package private(set) var generators: [Generator]

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
            return plan.problems[problem].templates.allSatisfy { template in
                (generators[template].capacity ?? 1) >= needed || generators[template].template.variants.isRepeating
            }
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

    /// For each template whose variants take long to choose, how many a set of so many sheets needs.
    package func choices(sheets count: Int) -> [(template: Int, draws: Int)] {
        draws(sheets: count).enumerated().filter { generators[$0.offset].isSlowToChoose }
            .map { (template: $0.offset, draws: $0.element) }
    }

    /// The variants of some of a template's draws.
    package func variants(ofTemplate template: Int, draws: Range<Int>) throws(SetGeneratorError) -> [UInt128] {
        let drawer = generators[template].drawer()
        do throws(GeneratorError) {
            return try drawer.variants(ofSheets: Array(draws), from: generators[template])
        } catch {
            throw SetGeneratorError(template: template, error: error)
        }
    }

    /// The same with the variants of a template's first draws known.
    package func choosing(_ variants: [UInt128], ofTemplate template: Int) -> SetGenerator {
        var set = self
        set.generators[template] = generators[template].choosing(variants)
        return set
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
