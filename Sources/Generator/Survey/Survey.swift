import Exact
import Solver
import Template

/// Finds from a sample of variants what all variants of a template have to be, and how to sieve for them.
///
/// All samples are drawn with a seed of their own, so that the findings depend on the template alone.
struct Survey {
    /// What variants pass, in order.
    private(set) var stages: [SieveStage] = []
    /// What was found.
    private(set) var standards = Standards()
    /// The conditions that are asked for, by their places.
    private(set) var conditions: [Int] = []
    /// The mistakes at their places; nil where none needs to be looked at.
    private(set) var mistaken: MistakenAnswers?
    /// What share of all draws was left after each kind of rule.
    private var steps: [SurveyFindings.Step] = []
    /// The work of variants before it was kept within bands.
    private var works: [Work] = []
    /// Of the draws that were made those that pass the stages so far; at the end, what is typical.
    private(set) var variants: [UInt128] = []
    /// The draws that were made.
    private(set) var sample: VariantSample

    private let calculation: Calculation
    private let screening: Screening
    private let rules: VariantRules
    private let source: VariantSource

    /// How many draws conditions are judged by, and how many variants mistakes and work.
    private static let draws = 4096
    private static let variants = 1024
    /// How many fair variants tell which mistakes are apart.
    private static let fair = 128
    /// The most draws that are made; beyond, rules leave too little.
    static let limit = 1 << 21
    /// Rules that hardly a variant keeps are dropped where less than this share of variants does.
    private static let permitting = 0.1
    /// Mistakes that fewer variants show are no reason to reject all others.
    private static let showing = 1.0 / 64

    /// Surveys a template; throws where nothing satisfies its own rules.
    init(_ calculation: Calculation, _ screening: Screening, _ source: VariantSource) throws(GeneratorError) {
        self.calculation = calculation
        self.screening = screening
        self.source = source
        rules = calculation.template.variants
        sample = VariantSample(source, limit: Self.limit)
        try choosePleasantries()
        note(.largest)
        try chooseMistakes()
        note(.exposure)
        try chooseBands()
        note(.work)
        try chooseApart()
        note(.apart)
    }

    /// What was found.
    var findings: SurveyFindings {
        let isComplete = sample.isAtEnd && UInt128(sample.tries) == source.space.size
        return SurveyFindings(
            steps: steps, dropped: dropped, works: works, typical: variants,
            acceptable: share * Double(source.space.size),
            error: isComplete ? 0 : 1 / Double(variants.count).squareRoot())
    }

    /// The rules of which conditions were dropped.
    private var dropped: [DroppedRule] {
        let kept = Set(conditions)
        var counts: [Rule: (dropped: Int, all: Int)] = [:]
        for (index, condition) in screening.conditions.enumerated() {
            let isDropped = !kept.contains(index)
            counts[condition.rule, default: (0, 0)].dropped += isDropped ? 1 : 0
            counts[condition.rule, default: (0, 0)].all += 1
        }
        let optional: [Rule] = [.equal, .largest, .decimals]
        return optional.compactMap { rule in
            guard let counts = counts[rule], counts.dropped > 0 else { return nil }
            return DroppedRule(rule: rule, dropped: counts.dropped, all: counts.all)
        }
    }

    private mutating func note(_ rule: Rule) { steps.append(SurveyFindings.Step(rule: rule, share: share)) }

    /// About which share of all draws is acceptable.
    var share: Double { Double(variants.count) / Double(sample.tries) }

    /// Draws until so many variants pass the stages so far, if there are.
    private mutating func collect(_ count: Int) throws(GeneratorError) {
        if variants.count < count { variants += sample.variants(count - variants.count, passing: stages) }
        guard variants.isEmpty else { return }
        throw .noVariant(
            screening.rejections(calculation, source), tries: sample.tries,
            isComplete: UInt128(sample.tries) == source.space.size)
    }

    /// Lets draws pass a further stage.
    private mutating func append(_ stage: SieveStage) {
        stages.append(stage)
        variants = sample.variants(variants, passing: stage)
    }

    /// Drops the conditions that hardly a variant satisfies, and plans the order of the others.
    private mutating func choosePleasantries() throws(GeneratorError) {
        let raw = sample.variants(Self.draws, passing: [])
        let satisfied = sample.places(raw, screening.program)
        let needed = screening.conditions.indices.filter { !screening.conditions[$0].rule.isOptional }
        let optional = screening.conditions.indices.filter { screening.conditions[$0].rule.isOptional }
        conditions = needed
        stages = plan(needed, satisfied, size: raw.count)
        sample = VariantSample(source, limit: Self.limit)
        try collect(Self.variants)
        if optional.isEmpty { return }
        let pleasant = sample.places(variants, screening.program)
        let (asked, left) = narrowed(
            BitSet(all: variants.count), by: optional.map { pleasant[$0] }, leaving: least(Self.permitting))
        conditions = (needed + asked.map { optional[$0] }).sorted()
        variants = left.places.map { variants[$0] }
        stages = plan(conditions, satisfied, size: raw.count)
    }

    private func plan(_ conditions: [Int], _ satisfied: [BitSet], size: Int) -> [SieveStage] {
        let slots = conditions.map { screening.conditions[$0].slot }
        let plan = SievePlan(slots, in: screening.code, sample: conditions.map { satisfied[$0] }, size: size)
        let stages = plan.stages.map { stage in
            // One number to look at in each lane: whether all conditions hold.
            var code = screening.code
            let all = stage.reduce(code.constant(1)) { code.and($0, code.truth(slots[$1])) }
            return SieveStage(
                conditions: Program(code, stages: [[all]], inputs: source.ranges), source)
        }
        return stages + Settling(calculation).stages(calculation, source)
    }

    /// Finds which mistakes variants can show up together.
    private mutating func chooseMistakes() throws(GeneratorError) {
        mistaken = try mistakenAnswers()
        guard let mistaken else { return }
        try collect(Self.variants)
        let exposure = ExposureSample(mistaken, variants, sample)
        var open: [Int] = []
        for (mistake, placed) in mistaken.mistakes.enumerated() {
            if isExcused(placed.mistake) {
                excuse(mistake, .byAuthor)
            } else if exposure.shows[mistake].isEmpty {
                excuse(mistake, .never)
            } else if let answer = exposure.answerOfOneSign(where: mistake) {
                excuse(mistake, .fixesSign(answer: answer))
            } else {
                open.append(mistake)
            }
        }
        // What is made everywhere is made where it is excused, too.
        let partly = Set(standards.excused.map { mistaken.mistakes[$0.mistake].mistake })
        for mistake in open where mistaken.mistakes[mistake].isEverywhere {
            if partly.contains(mistaken.mistakes[mistake].mistake) { excuse(mistake, .partly) }
        }
        open.removeAll { mistake in standards.excused.contains { $0.mistake == mistake } }
        let least = least(Self.showing)
        let (asked, _) = narrowed(
            BitSet(all: variants.count), by: open.map { exposure.shows[$0] }, leaving: least)
        standards.shown = asked.map { open[$0] }
        // What shows least rejects most, and is looked at first.
        let order = standards.shown.sorted { exposure.shows[$0].count < exposure.shows[$1].count }
        standards.shown = order
        if let stage = rarest(order, exposure) { stages.append(stage) }
        for mistake in Set(open).subtracting(standards.shown) {
            let shows = exposure.shows[mistake]
            let rival = standards.shown.first { exposure.shows[$0].sharedCount(shows) < least }
            let share = Double(shows.count) / Double(variants.count)
            excuse(mistake, shows.count < least ? .rare(share) : rival.map { .conflict(with: $0) } ?? .rare(share))
        }
        standards.excused.sort { $0.mistake < $1.mistake }
        variants = sample.variants(variants, passing: mistaken.stage(standards, source))
    }

    /// A stage for those of the mistakes, the rarest first, that reject most of what all reject.
    private func rarest(_ order: [Int], _ exposure: ExposureSample) -> SieveStage? {
        guard let mistaken else { return nil }
        let all = BitSet(all: variants.count)
        let left = order.reduce(all) { $0.intersection(exposure.shows[$1]) }.count
        var some = all
        var rarest = Standards()
        for mistake in order where some.count > 2 * left {
            some = some.intersection(exposure.shows[mistake])
            rarest.shown.append(mistake)
        }
        return rarest.shown.isEmpty || rarest.shown.count == order.count
            ? nil : mistaken.restricted(to: rarest.shown).stage(rarest, source)
    }

    private mutating func excuse(_ mistake: Int, _ reason: Excused.Reason) {
        standards.excused.append(Excused(mistake: mistake, reason: reason))
    }

    private func isExcused(_ mistake: Mistake) -> Bool {
        switch rules.expose {
        case .none: true
        case .allExcept(let mistakes): mistakes.contains(mistake)
        }
    }

    /// What the mistakes lead to; nil where the rules need not know.
    private func mistakenAnswers() throws(GeneratorError) -> MistakenAnswers? {
        if rules.expose == .none && rules.apart == .no { return nil }
        do throws(CalculationError) {
            let mistaken = try MistakenAnswers(calculation)
            return mistaken.mistakes.isEmpty ? nil : mistaken
        } catch {
            throw .calculation(error)
        }
    }

    /// Finds the bands of work of the variants that show all mistakes.
    private mutating func chooseBands() throws(GeneratorError) {
        let counts = WorkCount.allCases.filter { rules.spread != nil || rules.work[$0] != nil }
        if counts.isEmpty { return }
        let conditions = stages
        stages += mistakeStages
        try collect(Self.variants)
        let gauge: WorkGauge
        do throws(CalculationError) { gauge = try WorkGauge(calculation.template) } catch { throw .calculation(error) }
        works = gauge.works(of: variants, in: sample)
        guard let bands = BandSearch(works, of: counts, spread: rules.spread ?? .one, given: rules.work).search() else {
            throw .outsideBands(rules.work, works)
        }
        standards.bands = bands
        stages = conditions
        append(gauge.stage(bands, source))
    }

    /// Nothing for templates in which no mistake can be made.
    private var mistakeStages: [SieveStage] { mistaken.map { [$0.stage(standards, source)] } ?? [] }

    /// Finds which mistakes lead to answers of their own on enough of the variants that keep to everything else.
    private mutating func chooseApart() throws(GeneratorError) {
        let conditions = stages
        stages += mistakeStages
        try collect(Self.fair)
        guard let mistaken, rules.apart != .no else { return }
        let pairs = Self.pairs(of: standards.shown)
        var apart = pairs.map { _ in BitSet(size: variants.count) }
        var clear = standards.shown.map { _ in BitSet(size: variants.count) }
        sample.forEachBatch(variants, mistaken.program) { first, machine, lanes in
            let lanes = UInt64(lowestBits: lanes)
            for (index, pair) in pairs.enumerated() {
                apart[index].insert(mistaken.apart(pair.first, pair.second, in: machine, of: lanes), from: first)
            }
            for (index, mistake) in standards.shown.enumerated() {
                clear[index].insert(lanes & ~mistaken.likeSlips(mistake, in: machine, of: lanes), from: first)
            }
        }
        let least = least(rules.apart == .yes ? Self.showing : Self.permitting)
        let (asked, left) = narrowed(BitSet(all: variants.count), by: apart + clear, leaving: least)
        standards.apart = asked.filter { $0 < pairs.count }.map { pairs[$0] }
        let chosen = Set(standards.apart)
        standards.alike = pairs.filter { !chosen.contains($0) }
        standards.clear = asked.filter { $0 >= pairs.count }.map { standards.shown[$0 - pairs.count] }
        variants = left.places.map { variants[$0] }
        stages = conditions + mistakeStages
    }

    private static func pairs(of mistakes: [Int]) -> [MistakePair] {
        mistakes.indices.flatMap { index in
            mistakes[..<index].map { MistakePair(first: $0, second: mistakes[index]) }
        }
    }

    /// So large a part of the variants, and at least one.
    private func least(_ share: Double) -> Int { max(1, Int((share * Double(variants.count)).rounded(.up))) }
}
