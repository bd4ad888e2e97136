import Document
import Maths

/// Sizes of networks, in millimetres.
enum NetworkSizes {
    /// How high a unit is.
    static let unit = 8.0
    /// The room between two layers.
    static let gap = 19.0
    /// The room around the loss.
    static let lossGap = 7.0
    /// From a unit's upper edge to the middle of what is written above it.
    static let above = 2.6
    /// How long the arrow of a bias is.
    static let bias = 3.4
    /// The least distance of small numbers that stand below one another.
    static let leastDistance = 3.2

    /// From the middle of a unit to that of the next in a layer.
    static func pitch(rows: Int) -> Double { rows > 4 ? 10 : 14 }
}

/// A layer's place: its units below one another, each in two halves where they have a sum and an output.
struct NetworkColumn {
    /// The heights of the units' middles.
    let heights: [Double]
    let left: Double
    let right: Double
    let isSplit: Bool

    var middle: Double { (left + right) / 2 }
    /// The height of the first unit's upper edge.
    var top: Double { heights[0] - NetworkSizes.unit / 2 }

    /// The middle of the left or the right half; of the whole unit where it is not split.
    func middle(ofHalf half: Int) -> Double {
        isSplit ? left + (right - left) * (half == 0 ? 0.26 : 0.74) : middle
    }
}

/// What is drawn of a network so far.
struct NetworkDrawing {
    private var lines: [PictureLine] = []
    var boxes: [PictureBox] = []
    private var names: [PictureLabel] = []
    private var numbers: [PictureLabel] = []

    mutating func line(from x: Double, _ y: Double, to endX: Double, _ endY: Double, hasHead: Bool = false) {
        lines.append(PictureLine(PicturePoint(x, y), PicturePoint(endX, endY), hasHead: hasHead))
    }

    mutating func name(_ maths: Maths, _ x: Double, _ y: Double) {
        names.append(PictureLabel(maths, at: PicturePoint(x, y)))
    }

    /// Writes on a line.
    mutating func number(_ maths: Maths, onLine x: Double, _ y: Double) {
        numbers.append(PictureLabel(maths, at: PicturePoint(x, y), size: .small, interruptsLines: true))
    }

    /// Writes to the right of a point.
    mutating func number(_ maths: Maths, behind x: Double, _ y: Double) {
        numbers.append(PictureLabel(maths, at: PicturePoint(x, y), anchor: .start, size: .small))
    }

    func picture(width: Double, height: Double, alternative: String) -> Picture {
        Picture(
            width: width, height: height, alternative: alternative, lines: lines, boxes: boxes,
            labels: names + numbers)
    }
}
