import Maths

/// How often each of some values occurs: a bar each, with its number above it.
package struct Histogram {
    /// What stands below each bar.
    let labels: [String]
    /// One a label.
    let counts: [Int]
    /// What is counted, and what the labels are.
    let counted: String
    let unit: String
    /// How high the highest bar is, in millimetres.
    let height: Double

    private static let (left, width, top) = (10.0, 108.0, 9.0)

    /// A histogram; the highest bar is so many millimetres high.
    package init(_ labels: [String], _ counts: [Int], counted: String, unit: String, height: Double = 42) {
        self.labels = labels
        self.counts = counts
        self.counted = counted
        self.unit = unit
        self.height = height
    }

    /// The drawing.
    package var picture: Picture {
        let most = Double(max(1, counts.max() ?? 1))
        let step = Self.width / Double(max(1, counts.count))
        let base = Self.top + height
        var bars: [PictureBar] = []
        var texts = [
            PictureLabel(.text(counted), at: PicturePoint(Self.left, 2.5), anchor: .start),
            PictureLabel(.text(unit), at: PicturePoint(Self.left + Self.width / 2, base + 9.5)),
        ]
        for (index, (count, label)) in zip(counts, labels).enumerated() {
            let middle = Self.left + (Double(index) + 0.5) * step
            texts.append(PictureLabel(.text(label), at: PicturePoint(middle, base + 3.5)))
            guard count > 0 else { continue }
            let tip = base - height * Double(count) / most
            let half = step * 0.4
            bars.append(PictureBar(PicturePoint(middle - half, tip), PicturePoint(middle + half, base)))
            texts.append(PictureLabel(.text("\(count)"), at: PicturePoint(middle, tip - 2.2)))
        }
        let axis = PictureLine(PicturePoint(Self.left, base), PicturePoint(Self.left + Self.width, base))
        let words = zip(labels, counts).map { "\($0): \($1)" }.joined(separator: ", ")
        return Picture(
            width: Self.left + Self.width + 2, height: base + 12,
            alternative: "How many \(counted) have how many \(unit): \(words)",
            bars: bars, lines: [axis], labels: texts)
    }
}
