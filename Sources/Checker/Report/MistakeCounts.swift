import Solver

/// How often each known mistake explains an answer.
struct MistakeCounts: Sendable {
    /// A mistake's counts.
    struct Count: Sendable {
        /// On how many sheets it was made.
        var sheets = 0
        /// How many answers it explains, by item.
        var answers: [Int: Int] = [:]
        /// What the first student was told of it.
        var example = ""
    }

    private(set) var counts: [Mistake: Count] = [:]

    /// Counts the mistakes on a sheet: at which item each explains an answer, and the note there.
    mutating func add(_ found: [(item: Int, mark: Mark)]) {
        var seen: Set<Mistake> = []
        for (item, mark) in found {
            for mistake in mark.mistakes {
                counts[mistake, default: Count(example: mark.note)].answers[item, default: 0] += 1
                if seen.insert(mistake).inserted { counts[mistake]?.sheets += 1 }
            }
        }
    }

    /// Adds the sheets of others, which come later.
    mutating func add(_ other: MistakeCounts) {
        for (mistake, count) in other.counts {
            guard var own = counts[mistake] else {
                counts[mistake] = count
                continue
            }
            own.sheets += count.sheets
            own.answers.merge(count.answers, uniquingKeysWith: +)
            counts[mistake] = own
        }
    }

    /// The mistakes, those on most sheets first, then in the catalogue's order.
    var sorted: [(mistake: Mistake, count: Count)] {
        Mistake.allCases.enumerated().compactMap { place, mistake in
            counts[mistake].map { (place, mistake, $0) }
        }.sorted { ($1.2.sheets, $0.0) < ($0.2.sheets, $1.0) }.map { ($0.1, $0.2) }
    }
}
