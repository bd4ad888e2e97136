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
    /// The known mistakes at their places, as the standards name them; none where the rules need not know them.
    package let mistakes: [PlacedMistake]
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
        /// The acceptable variants are known; sheet i takes the π(i)-th.
        case enumerated(acceptable: [UInt32], order: KeyedPermutation)
        /// Sheet i takes the first acceptable of a block of its own.
        case blocks(attempts: UInt128, order: KeyedPermutation)
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
            mistakes = []
            try check(mayBreakRules: mayBreakRules)
            return
        }
        let survey = try Survey(calculation, screening, VariantSource(template, seed: 0))
        stages = survey.stages
        standards = survey.standards
        findings = survey.findings
        mistakes = survey.mistaken?.mistakes ?? []
        let size = source.space.size
        if size <= Self.largestEnumeration {
            var acceptable: [UInt32] = []
            let sieve = Sieve(stages)
            for variant in 0..<size {
                sieve.add(variant) { variant, _ in acceptable.append(UInt32(variant)) }
            }
            sieve.flush { variant, _ in acceptable.append(UInt32(variant)) }
            capacity = UInt128(acceptable.count)
            way = .enumerated(
                acceptable: acceptable,
                order: KeyedPermutation(size: UInt128(acceptable.count), seed: seed, purpose: "order"))
        } else {
            let attempts = UInt128((Self.acceptablePerBlock / survey.share).rounded(.up))
            capacity = size / attempts
            way = .blocks(attempts: attempts, order: KeyedPermutation(size: size, seed: seed, purpose: "order"))
        }
    }

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
