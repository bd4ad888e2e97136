import Exact
import Solver
import Template

/// Draws the variants of a template: sheet i is a function of the seed and i, and no two sheets are the same.
package struct Generator: Sendable {
    /// What is drawn.
    package let template: Template
    /// What computes all numbers of a sheet.
    package let calculation: Calculation
    /// What all sheets have in common.
    package let standards: Standards
    /// What mistakes lead to; nil where the rules need not know it.
    let mistaken: MistakenAnswers?
    /// What is known of all variants; nil where nothing is drawn.
    package let findings: SurveyFindings?
    let screening: Screening
    let source: VariantSource
    /// What variants pass.
    let stages: [SieveStage]
    private(set) var way: Way
    /// How many different sheets can be made; nil where a template without draws is repeated.
    package let capacity: UInt128?

    /// How sheets get their variants.
    enum Way: Sendable {
        /// Nothing is drawn.
        case fixed
        /// The acceptable variants of each entry are known; the i-th sheet with an entry takes the π(i)-th.
        case enumerated(EntryTurns, [(acceptable: [UInt32], order: KeyedPermutation)])
        /// The i-th sheet with an entry takes the first acceptable of the i-th block.
        case blocks(EntryTurns, attempts: UInt128, order: KeyedPermutation)
        /// The variants of the first sheets were chosen before.
        case chosen([UInt128])
    }

    /// Spaces up to this size are enumerated.
    static let largestEnumeration: UInt128 = 1 << 20
    /// The expected number of acceptable variants in a block: the chance that there is none is e^−48.
    static let acceptablePerBlock = 48.0

    /// Prepares to draw with a seed; throws where no variant satisfies the template's rules.
    ///
    /// With `mayBreakRules`, a template without draws may break them; ``brokenRules()`` says which.
    package init(_ template: Template, seed: UInt64, mayBreakRules: Bool = false) throws(GeneratorError) {
        do throws(CalculationError) {
            calculation = try Calculation(template)
            screening = try Screening(template)
        } catch {
            throw .calculation(error)
        }
        self.template = template
        source = VariantSource(template, seed: seed)
        if template.isFixed {
            way = .fixed
            capacity = nil
            stages = []
            standards = Standards()
            findings = nil
            mistaken = nil
            try check(mayBreakRules: mayBreakRules)
            return
        }
        let survey = try Survey(calculation, screening, VariantSource(template, seed: 0))
        stages = survey.stages
        standards = survey.standards
        findings = survey.findings
        mistaken = survey.mistaken
        (way, capacity) =
            source.space.size <= Self.largestEnumeration
            ? Self.enumerated(source.space, stages, seed: seed) : Self.blocks(source.space, survey, seed: seed)
    }

    private static func enumerated(
        _ space: VariantSpace, _ stages: [SieveStage], seed: UInt64
    ) -> (Way, capacity: UInt128) {
        var groups = [[UInt32]](repeating: [], count: Int(space.entries))
        func append(_ variant: UInt128) { groups[Int(variant % space.entries)].append(UInt32(variant)) }
        let sieve = Sieve(stages)
        for variant in 0..<space.size { sieve.add(variant) { variant, _ in append(variant) } }
        sieve.flush { variant, _ in append(variant) }
        let entries = groups.indices.filter { !groups[$0].isEmpty }
        let turns = EntryTurns(entries.map { UInt128($0) }, of: space.entries, seed: seed)
        let lists = entries.map { entry in
            let size = UInt128(groups[entry].count)
            let purpose = entries.count == 1 ? "order" : "order \(entry)"
            return (groups[entry], KeyedPermutation(size: size, seed: seed, purpose: purpose))
        }
        let least = lists.map(\.0.count).min() ?? 0
        return (.enumerated(turns, lists), UInt128(least * lists.count))
    }

    private static func blocks(
        _ space: VariantSpace, _ survey: Survey, seed: UInt64
    ) -> (Way, capacity: UInt128) {
        var counts: [UInt128: Int] = [:]
        for variant in survey.variants { counts[variant % space.entries, default: 0] += 1 }
        let entries = counts.keys.sorted()
        // Each entry's blocks are as large as those of the entry with the fewest acceptable variants.
        let least = Double(counts.values.min() ?? 1) / Double(survey.variants.count)
        let attempts = UInt128((acceptablePerBlock / (survey.share * least * Double(space.entries))).rounded(.up))
        let rest = space.size / space.entries
        let turns = EntryTurns(entries, of: space.entries, seed: seed)
        let order = KeyedPermutation(size: rest, seed: seed, purpose: "order")
        return (.blocks(turns, attempts: attempts, order: order), UInt128(entries.count) * (rest / attempts))
    }

    /// The known mistakes at their places, as the standards name them; none where the rules need not know them.
    package var mistakes: [PlacedMistake] { mistaken?.mistakes ?? [] }

    /// Whether all acceptable variants were counted, so that the capacity is no estimate.
    package var isCounted: Bool { if case .enumerated = way { true } else { false } }

    /// Whether choosing variants takes long enough to be done once for all that is written of a sheet.
    var isSlowToChoose: Bool { if case .blocks = way { true } else { false } }

    /// The same with the variants of the first sheets known.
    func choosing(_ variants: [UInt128]) -> Generator {
        var generator = self
        generator.way = .chosen(variants)
        return generator
    }

    /// Throws where there are fewer variants than sheets.
    package func check(count: Int) throws(GeneratorError) {
        guard let capacity, UInt128(count) > capacity, !template.variants.isRepeating else { return }
        throw .tooFew(available: capacity, count: count, rejections(), rest: laterRejections)
    }

    /// What share of the draws each rule rejects by itself, the greatest first.
    package func rejections() -> [Rejection] { screening.rejections(calculation, source) }

    /// What the rules for work and mistakes reject of the draws that are left to them.
    private var laterRejections: [Rejection] {
        guard let steps = findings?.steps else { return [] }
        return zip(steps, steps.dropFirst()).compactMap { before, step in
            let share = 1 - step.share / before.share
            return share < 0.005 ? nil : Rejection(rule: step.rule, share: share, others: 0)
        }
    }

    /// What draws, with memory of its own; one a thread.
    package func drawer() -> Drawer { Drawer(self) }
}
