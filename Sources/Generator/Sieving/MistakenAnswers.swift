import Exact
import Solver
import Template

/// Works out what each known mistake makes of the asked numbers.
package struct MistakenAnswers: Sendable {
    /// The mistakes at their places.
    package let mistakes: [PlacedMistake]
    /// Works out the right numbers and all wrong ones.
    let program: Program
    /// What is worked out, and in which slots the right numbers and each mistake's wrong ones stand.
    private let code: Code
    private let asked: [Slot]
    private let mistaken: [[(answer: Int, slot: Slot)]]
    private let ranges: [InputRange]
    /// Where the right numbers stand.
    private let right: [Location]
    /// By mistake, the answers that are worked out in another way, and where they stand.
    private let wrong: [[(answer: Int, location: Location)]]
    private let comparisons: [AnswerComparison]
    private let rules: [AnswerRule]

    init(_ calculation: Calculation) throws(CalculationError) {
        let template = calculation.template
        let pins = Calculation.pins(of: template)
        let catalogue = MistakeCatalogue(template.graph, asked: pins, symbols: template.plainSymbols)
        var lowering = Lowering(catalogue.graph)
        guard let asked = try? lowering.lower(asked: pins) else { throw .tooLong }
        var mistaken: [[(answer: Int, slot: Slot)]] = []
        for mistake in catalogue.mistakes {
            guard let other = try? lowering.lower(asked: pins, under: mistake.edits) else { throw .tooLong }
            mistaken.append(pins.indices.filter { other[$0] != asked[$0] }.map { ($0, other[$0]) })
        }
        guard !lowering.code.isFull else { throw .tooLong }
        self.init(
            catalogue.mistakes, lowering.code, asked, mistaken, template.draws.map(\.range),
            calculation.asked.map(\.rule))
    }

    private init(
        _ mistakes: [PlacedMistake], _ code: Code, _ asked: [Slot], _ mistaken: [[(answer: Int, slot: Slot)]],
        _ ranges: [InputRange], _ rules: [AnswerRule]
    ) {
        self.mistakes = mistakes
        self.code = code
        self.asked = asked
        self.mistaken = mistaken
        self.ranges = ranges
        self.rules = rules
        program = Program(code, stages: [asked, mistaken.flatMap { $0.map(\.slot) }], inputs: ranges)
        right = program.outputs[0]
        var places = program.outputs[1][...]
        wrong = mistaken.map { answers in answers.map { ($0.answer, places.removeFirst()) } }
        comparisons = rules.map(AnswerComparison.init)
    }

    /// The same for some mistakes alone: nothing is worked out for the others, which seem to change nothing.
    func restricted(to mistakes: [Int]) -> MistakenAnswers {
        let some = mistaken.indices.map { mistakes.contains($0) ? mistaken[$0] : [] }
        return MistakenAnswers(self.mistakes, code, asked, some, ranges, rules)
    }

    /// Whether a mistake makes an asked number wrong, in a lane of a machine that has run the program.
    func shows(_ mistake: Int, in machine: Machine, lane: Int) -> Bool {
        wrong[mistake].contains { differs($0.answer, $0.location, right[$0.answer], machine, lane) }
    }

    /// The answers that a mistake makes wrong, by their places.
    func shownAnswers(_ mistake: Int, in machine: Machine, lane: Int) -> [Int] {
        wrong[mistake].filter { differs($0.answer, $0.location, right[$0.answer], machine, lane) }.map(\.answer)
    }

    /// Whether two mistakes lead to different answers.
    func areApart(_ first: Int, _ second: Int, in machine: Machine, lane: Int) -> Bool {
        var others = wrong[second][...]
        for (answer, location) in wrong[first] {
            // Both lists are in the order of the answers.
            while let other = others.first, other.answer < answer {
                if differs(other.answer, other.location, right[other.answer], machine, lane) { return true }
                others = others.dropFirst()
            }
            var second = right[answer]
            if let other = others.first, other.answer == answer {
                second = other.location
                others = others.dropFirst()
            }
            if differs(answer, location, second, machine, lane) { return true }
        }
        return others.contains { differs($0.answer, $0.location, right[$0.answer], machine, lane) }
    }

    /// Whether a mistake makes a single asked number wrong, and gives there what a mere slip would.
    func looksLikeSlip(_ mistake: Int, in machine: Machine, lane: Int) -> Bool {
        var single: (answer: Int, location: Location)?
        for wrong in wrong[mistake] where differs(wrong.answer, wrong.location, right[wrong.answer], machine, lane) {
            if single != nil { return false }
            single = wrong
        }
        guard let single, let answer = machine.number(at: single.location, lane: lane).rational else { return false }
        return Slip.isLikely(
            answer, for: machine.number(at: right[single.answer], lane: lane), rules[single.answer].rounding)
    }

    /// The signs of the right numbers: −1, 0 or 1.
    func signs(in machine: Machine, lane: Int) -> [Int] {
        right.map { location in
            let number = machine.number(at: location, lane: lane).double
            return number < 0 ? -1 : number > 0 ? 1 : 0
        }
    }

    private func differs(
        _ answer: Int, _ first: Location, _ second: Location, _ machine: Machine, _ lane: Int
    ) -> Bool {
        first != second && comparisons[answer].tellsApart(first, second, in: machine, lane: lane)
    }
}

/// Tells whether a student who writes one number for another is marked wrong.
private struct AnswerComparison: Sendable {
    /// Numbers nearer than this are taken for each other; relative to the right number where that is asked to digits.
    private let width: Double
    private let isRelative: Bool
    private let isExact: Bool

    /// Rounding at each step may move a number by several units of its last place.
    private static let units = 5.0

    init(_ rule: AnswerRule) {
        isExact = rule == .exact
        isRelative = if case .significant = rule { true } else { false }
        switch rule {
        case .exact: width = 0
        case .decimals(let places): width = Self.units * Rational(10).power(-places).double
        case .significant(let digits): width = Self.units * Rational(10).power(1 - digits).double
        case .tolerance(let width): self.width = 2 * width.double
        }
    }

    func tellsApart(_ first: Location, _ second: Location, in machine: Machine, lane: Int) -> Bool {
        if isExact, let (a, b) = machine.numerators(at: first, second, lane: lane) { return a != b }
        let (first, second) = (machine.number(at: first, lane: lane), machine.number(at: second, lane: lane))
        // What cannot be worked out at all is not written for a right number.
        guard first.isDefined, second.isDefined else { return first.isDefined != second.isDefined }
        if isExact { return first != second }
        let (a, b) = (first.double, second.double)
        return (a - b).magnitude > (isRelative ? width * max(a.magnitude, b.magnitude) : width)
    }
}

extension Number {
    /// The number as a fraction; nil where it does not exist.
    fileprivate var rational: Rational? {
        switch self {
        case .exact(let number): number.isUndefined ? nil : number
        case .real(let number): number.isFinite ? Rational(near: number) : nil
        }
    }
}
