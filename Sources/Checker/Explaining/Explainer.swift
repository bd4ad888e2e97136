import Exact
import Solver
import Synchronization
import Template

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the mistakes that most likely led to a student's numbers.
final class Explainer: Sendable {
    /// What can go wrong.
    let catalogue: MistakeCatalogue
    /// The asked entries.
    let pins: [Pin]
    /// How each asked number is written.
    let roundings: [Rounding]
    /// Values that nobody asks for and that answers follow from.
    let unasked: UnaskedValues
    private let calculation: Calculation
    private let bounds: RoundingBounds?
    private let origins: AnswerOrigins
    /// By mistake, how unlikely it is at its place.
    private let priors: [Double]
    /// The least of these.
    let leastPrior: Double
    /// By mistake, whether each other one cannot be made together with it.
    private let exclusions: [[Bool]]
    /// The answers for which not all sets of mistakes were looked at.
    private let cut = Mutex<Set<Int>>([])
    private let nearest = Cache<Set<Int>, [[Int]]>(limit: Explainer.cachedAnswers) { nearest in
        nearest.reduce(0) { $0 + $1.count + 8 }
    }
    private let predictions = Cache<Before, Predictions>(limit: Explainer.cachedSteps) { $0.code.count + $0.sets.count }
    private let reaches = Cache<Set<Int>, [UnaskedReach]>(limit: Explainer.cachedSteps) { reaches in
        reaches.reduce(0) { $0 + $1.code.count + $1.value.count }
    }

    /// An answer, the given answers that it is worked out from, and how many mistakes are made at most: what none leads
    /// to is asked far more often than what three do, and must not take as long.
    private struct Before: Hashable {
        let answer: Int
        let given: [Int]
        let size: Int
    }

    /// Instructions that are kept of each kind at most, of some 32 bytes each: a few times what the rows of a template
    /// with a hundred places for mistakes need, since a cache that is too small makes all anew for each row.
    private static let cachedSteps = 1_000_000
    /// Places of answers that are kept at most, of eight bytes each.
    private static let cachedAnswers = 200_000

    /// Nil for a calculation in which no known mistake can be made.
    init?(_ calculation: Calculation, bounds: RoundingBounds?) {
        let template = calculation.template
        pins = Calculation.pins(of: template)
        catalogue = MistakeCatalogue(template.graph, asked: pins, symbols: template.plainSymbols)
        if catalogue.mistakes.isEmpty { return nil }
        self.calculation = calculation
        self.bounds = bounds
        roundings = calculation.asked.map { calculation.roundings[$0.value] }
        origins = AnswerOrigins(catalogue, asked: pins)
        unasked = UnaskedValues(catalogue, asked: pins)
        var families: [Mistake: Int] = [:]
        for mistake in catalogue.mistakes { families[mistake.mistake, default: 0] += 1 }
        priors = catalogue.mistakes.map { ExplanationCost.mistake + log2(Double(families[$0.mistake] ?? 1)) }
        leastPrior = priors.min() ?? ExplanationCost.mistake
        let mistakes = catalogue.mistakes
        exclusions = mistakes.map { mistake in mistakes.map { mistake.excludes($0) } }
    }

    /// What explains a row's answers best; nil where nothing is likely enough to be claimed.
    ///
    /// - Parameters:
    ///   - answers: The student's numbers; nil for a blank or unreadable one.
    ///   - given: A machine that has run, with the sheet's numbers in lane 0.
    func explain(_ answers: [Rational?], given: Machine) -> Explanation? {
        var row = row(answers, given: given)
        if row.wrong.isEmpty { return nil }
        let search = ExplanationSearch(self)
        var best = search.best(&row)
        // An exchange costs something, too.
        let exchanges = best.cost > ExplanationCost.exchange ? search.exchanges(&row) : []
        for (first, second) in exchanges {
            var exchanged = answers
            exchanged.swapAt(first, second)
            var other = self.row(exchanged, given: given)
            let found = search.best(&other, exchanged: (first, second), original: row, below: best.cost)
            if found.cost < best.cost { best = found }
        }
        let none = search.none(&row)
        if let rival = unasked.best(&row, self), rival.cost <= best.cost { return rival.cost < none ? rival : nil }
        best.gain = none - best.cost
        guard best.isClaimed else { return nil }
        for index in best.explained.keys { best.rights[index] = row.prediction(index, .none)?[0] }
        return best
    }

    /// The answers, so far, for which not all sets of mistakes were looked at.
    var cutAnswers: Set<Int> { cut.withLock { $0 } }

    /// How unlikely a set of mistakes is by itself.
    func prior(_ set: MistakeSet) -> Double { set.places.reduce(0) { $0 + priors[$1] } }

    /// The mistakes of both sets; nil where they are too many or cannot be made together.
    func union(_ one: MistakeSet, _ other: MistakeSet) -> MistakeSet? {
        guard let union = one.union(other) else { return nil }
        if union == one || union == other { return union }
        let isImpossible = one.contains { place in other.contains { $0 != place && exclusions[place][$0] } }
        return isImpossible ? nil : union
    }

    /// By answer, the given ones that it is worked out from.
    func nearest(given answers: [Rational?]) -> [[Int]] {
        let given = Set(answers.indices.filter { answers[$0] != nil })
        return nearest.value(given) { origins.nearest(given: given) }
    }

    /// What an answer is after up to so many mistakes, worked out from these answers.
    func predictions(of index: Int, from nearest: [Int], upTo size: Int) -> Predictions {
        predictions.value(Before(answer: index, given: nearest, size: size)) {
            let made = Predictions(
                of: index, asked: pins, from: nearest, upTo: size, catalogue, inputCount: inputCount)
            if !made.isComplete { cut.withLock { _ = $0.insert(index) } }
            return made
        }
    }

    /// What follows from each unasked entry, where these answers were given.
    func reaches(given answers: [Rational?]) -> [UnaskedReach] {
        let known = Set(answers.indices.filter { answers[$0] != nil })
        return reaches.value(known) {
            unasked.reaches(asked: pins, given: known, inputCount: inputCount)
        }
    }

    private var inputCount: Int { calculation.program.inputs.count }

    private func row(_ answers: [Rational?], given: Machine) -> AnsweredRow {
        let right = calculation.asked.map { given.number(at: calculation.location(ofValue: $0.value), lane: 0).double }
        let draws = given.program.inputs.map { $0.map { given.number(at: $0, lane: 0).double } ?? 0 }
        let tolerances = calculation.asked.indices.map { index in
            tolerance(index, at: max(right[index].magnitude, answers[index]?.double.magnitude ?? 0), given)
        }
        return AnsweredRow(answers, right: right, tolerances: tolerances, draws: draws, self)
    }

    /// How far an answer may be from a number that it is meant to be: as far as rounding on the way may lead.
    private func tolerance(_ index: Int, at magnitude: Double, _ given: Machine) -> Double {
        let exact = 1e-9 * max(1, magnitude)
        let rule = calculation.asked[index].rule
        guard rule.isRounded, let reach = bounds?.bounds(of: index, given: given) else {
            return rule.width(at: magnitude) + exact
        }
        return max(rule.width(at: magnitude), (reach.high - reach.low) / 2) + exact
    }
}
