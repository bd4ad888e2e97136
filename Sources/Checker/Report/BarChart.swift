import Document
import Maths

/// Rows of bars, each with its label at the left and its value at the right, in one panel or several beside one another.
struct BarChart {
    /// One value a row.
    struct Panel {
        let title: String
        /// What a bar can show; it begins at 0.
        let range: ClosedRange<Double>
        /// How wide the bars can be, in millimetres, and how wide the values are.
        let width: Double
        let valueWidth: Double
        /// Nil where there is no bar to be drawn.
        let cells: [(value: Double?, text: String)]
    }

    let labels: [String]
    /// The rows before which there is a little more room.
    var groups: Set<Int> = []
    let panels: [Panel]
    /// What the chart shows, in words.
    let alternative: String

    private static let rowHeight = 5.6
    private static let groupGap = 1.6
    private static let top = 8.5

    /// The chart.
    var picture: Picture {
        var (bars, lines): ([PictureBar], [PictureLine]) = ([], [])
        let names = labels.map { Maths.text($0) }
        // Fonts differ, and what is wider than this would be cut.
        let labelWidth = 1 + 1.1 * (names.map { PictureLabel($0, at: PicturePoint(0, 0)).width }.max() ?? 0)
        var middles: [Double] = []
        var bottom = Self.top
        for row in labels.indices {
            if groups.contains(row) && row > 0 { bottom += Self.groupGap }
            middles.append(bottom + Self.rowHeight / 2)
            bottom += Self.rowHeight
        }
        var texts = zip(names, middles).map { name, middle in
            PictureLabel(name, at: PicturePoint(labelWidth, middle), anchor: .end)
        }
        var left = labelWidth + 3
        for panel in panels {
            let scale = panel.width / (panel.range.upperBound - panel.range.lowerBound)
            let zero = left - panel.range.lowerBound * scale
            texts.append(
                PictureLabel(.text(panel.title), at: PicturePoint(left, Self.top - 4.5), anchor: .start))
            lines.append(PictureLine(PicturePoint(zero, Self.top - 1), PicturePoint(zero, bottom + 1)))
            for (middle, cell) in zip(middles, panel.cells) {
                let end = left + panel.width + panel.valueWidth
                texts.append(
                    PictureLabel(.text(cell.text), at: PicturePoint(end, middle), anchor: .end))
                guard let value = cell.value, value != 0 else { continue }
                let tip = zero + max(panel.range.lowerBound, min(panel.range.upperBound, value)) * scale
                bars.append(PictureBar(PicturePoint(zero, middle - 1.7), PicturePoint(tip, middle + 1.7)))
            }
            left += panel.width + panel.valueWidth + 5
        }
        return Picture(
            width: left - 4, height: bottom + 2, alternative: alternative, bars: bars, lines: lines, labels: texts)
    }
}
