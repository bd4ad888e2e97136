import Document

/// How many students have which score: a bar each whole point where there are few of them, else each tenth of the points.
struct ScoreHistogram {
    let scores: ScoreCounts
    /// What every sheet is worth, where that is a whole number and the same for all.
    let points: Int?

    private static let mostBars = 20

    private var wholePoints: Int? { points.flatMap { (1...Self.mostBars).contains($0) ? $0 : nil } }

    /// What stands below each bar.
    private var labels: [String] {
        if let wholePoints { return (0...wholePoints).map(\.description) }
        return (0...10).map { "\($0 * 10)" }
    }

    private var unit: String {
        wholePoints == nil
            ? "percent of the points (above 30: from 30 to less than 40)" : "points (above 3: from 3 to less than 4)"
    }

    /// The histogram.
    var picture: Picture {
        Histogram(labels, scores.bins(wholePoints ?? 10), counted: "students", unit: unit).picture
    }
}
