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
        var negative = mistaken.rules.map { _ in BitSet(size: variants.count) }
        var positive = negative
        sample.forEachBatch(variants, mistaken.program) { first, machine, lanes in
            for mistake in shows.indices {
                shows[mistake].insert(
                    mistaken.showing(mistake, in: machine, of: UInt64(lowestBits: lanes)), from: first)
            }
            for (answer, signs) in mistaken.signs(in: machine, lanes: lanes).enumerated() {
                negative[answer].insert(signs.negative, from: first)
                positive[answer].insert(signs.positive, from: first)
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
