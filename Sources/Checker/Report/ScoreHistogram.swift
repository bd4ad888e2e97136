import Document
import Maths

/// How many students have which score: a bar each whole point where there are few of them, else each tenth of the points.
struct ScoreHistogram {
    let scores: ScoreCounts
    /// What every sheet is worth, where that is a whole number and the same for all.
    let points: Int?

    private static let (left, width, top, height) = (10.0, 108.0, 9.0, 42.0)
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
        let counts = scores.bins(wholePoints ?? 10)
        let most = Double(max(1, counts.max() ?? 1))
        let step = Self.width / Double(counts.count)
        let base = Self.top + Self.height
        var bars: [PictureBar] = []
        var texts = [
            PictureLabel(.text("students"), at: PicturePoint(Self.left, 2.5), anchor: .start),
            PictureLabel(.text(unit), at: PicturePoint(Self.left + Self.width / 2, base + 9.5)),
        ]
        for (index, (count, label)) in zip(counts, labels).enumerated() {
            let middle = Self.left + (Double(index) + 0.5) * step
            texts.append(PictureLabel(.text(label), at: PicturePoint(middle, base + 3.5)))
            guard count > 0 else { continue }
            let tip = base - Self.height * Double(count) / most
            let half = step * 0.4
            bars.append(PictureBar(PicturePoint(middle - half, tip), PicturePoint(middle + half, base)))
            texts.append(PictureLabel(.text("\(count)"), at: PicturePoint(middle, tip - 2.2)))
        }
        let axis = PictureLine(PicturePoint(Self.left, base), PicturePoint(Self.left + Self.width, base))
        let words = zip(labels, counts).map { "\($0): \($1)" }.joined(separator: ", ")
        return Picture(
            width: Self.left + Self.width + 2, height: base + 12,
            alternative: "How many students have how many \(unit): \(words)",
            bars: bars, lines: [axis], labels: texts)
    }
}
