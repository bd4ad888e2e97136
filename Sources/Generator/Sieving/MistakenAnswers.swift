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
    /// How each asked number is compared.
    let rules: [AnswerRule]

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

    /// Of some lanes of a machine that has run the program, those in which a mistake makes an asked number wrong.
    func showing(_ mistake: Int, in machine: Machine, of lanes: UInt64) -> UInt64 {
        var shown = 0 as UInt64
        for answer in wrong[mistake].indices where shown != lanes {
            shown |= differing(mistake, answer, machine, lanes & ~shown)
        }
        return shown
    }

    /// Of some lanes, those in which a mistake makes each asked number wrong, by the numbers' places among all.
    func wrongAnswers(_ mistake: Int, in machine: Machine, of lanes: UInt64) -> [(answer: Int, lanes: UInt64)] {
        wrong[mistake].indices.map { (wrong[mistake][$0].answer, differing(mistake, $0, machine, lanes)) }
    }

    /// Of some lanes, those in which two mistakes lead to different answers.
    func apart(_ first: Int, _ second: Int, in machine: Machine, of lanes: UInt64) -> UInt64 {
        var apart = 0 as UInt64
        func compare(_ answer: Int, _ first: Location, _ second: Location) {
            if apart == lanes || first == second { return }
            apart |= comparisons[answer].telling(first, second, in: machine, of: lanes & ~apart)
        }
        // Both lists are in the order of the answers.
        var others = wrong[second][...]
        for (answer, location) in wrong[first] {
            while let other = others.first, other.answer < answer {
                compare(other.answer, other.location, right[other.answer])
                others.removeFirst()
            }
            if let other = others.first, other.answer == answer {
                compare(answer, location, other.location)
                others.removeFirst()
            } else {
                compare(answer, location, right[answer])
            }
        }
        for other in others { compare(other.answer, other.location, right[other.answer]) }
        return apart
    }

    /// Of some lanes, those in which a mistake makes a single asked number wrong, and gives there what a mere slip would.
    func likeSlips(_ mistake: Int, in machine: Machine, of lanes: UInt64) -> UInt64 {
        let changed = wrong[mistake].indices.map { differing(mistake, $0, machine, lanes) }
        var (once, twice) = (0 as UInt64, 0 as UInt64)
        for lanes in changed {
            twice |= once & lanes
            once |= lanes
        }
        let single = once & ~twice
        var alike = 0 as UInt64
        for ((answer, location), lanes) in zip(wrong[mistake], changed) {
            alike |= (lanes & single).keepingBits { looksLikeSlip(answer, location, machine, $0) }
        }
        return alike
    }

    private func looksLikeSlip(_ answer: Int, _ location: Location, _ machine: Machine, _ lane: Int) -> Bool {
        guard let number = machine.number(at: location, lane: lane).rational else { return false }
        return Slip.isLikely(number, for: machine.number(at: right[answer], lane: lane), rules[answer].rounding)
    }

    /// The lanes in which each of the right numbers is negative, and positive.
    func signs(in machine: Machine, lanes: Int) -> [(negative: UInt64, positive: UInt64)] {
        right.map { machine.signs(at: $0, of: lanes) }
    }

    private func differing(_ mistake: Int, _ place: Int, _ machine: Machine, _ lanes: UInt64) -> UInt64 {
        let (answer, location) = wrong[mistake][place]
        if location == right[answer] { return 0 }
        return comparisons[answer].telling(location, right[answer], in: machine, of: lanes)
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

    /// Of some lanes, those in which two numbers are told apart.
    func telling(_ first: Location, _ second: Location, in machine: Machine, of lanes: UInt64) -> UInt64 {
        if isExact, let differing = machine.lanes(whereDiffer: first, second, of: Machine.width) {
            return differing & lanes
        }
        return lanes.keepingBits { tellsApart(first, second, machine, $0) }
    }

    private func tellsApart(_ first: Location, _ second: Location, _ machine: Machine, _ lane: Int) -> Bool {
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
