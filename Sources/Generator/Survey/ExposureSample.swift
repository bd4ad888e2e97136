import Solver

/// Which mistakes the variants of a sample show, and the signs of their answers.
struct ExposureSample {
    /// By mistake, the variants that show it.
    private(set) var shows: [BitSet]
    private var negative: [BitSet]
    private var positive: [BitSet]
    private let count: Int

    /// A mistake whose variants give an answer one sign more often than this fixes it.
    private static let oneSign = 0.9

    init(_ mistaken: MistakenAnswers, _ variants: [UInt128], _ sample: VariantSample) {
        count = variants.count
        var shows = mistaken.mistakes.map { _ in BitSet(size: variants.count) }
        var negative: [BitSet] = []
        var positive: [BitSet] = []
        sample.forEach(variants, mistaken.program) { place, machine, lane in
            for mistake in shows.indices where mistaken.shows(mistake, in: machine, lane: lane) {
                shows[mistake].insert(place)
            }
            let signs = mistaken.signs(in: machine, lane: lane)
            if negative.isEmpty {
                negative = signs.map { _ in BitSet(size: variants.count) }
                positive = negative
            }
            for (answer, sign) in signs.enumerated() {
                if sign < 0 { negative[answer].insert(place) } else if sign > 0 { positive[answer].insert(place) }
            }
        }
        self.shows = shows
        self.negative = negative
        self.positive = positive
    }

    /// The answer that nearly always has one sign where a mistake shows, though not elsewhere.
    func answerOfOneSign(where mistake: Int) -> Int? {
        let shown = Double(shows[mistake].count)
        return negative.indices.first { answer in
            [negative[answer], positive[answer]].contains { sign in
                Double(sign.sharedCount(shows[mistake])) > Self.oneSign * shown
                    && Double(sign.count) <= Self.oneSign * Double(count)
            }
        }
    }
}
