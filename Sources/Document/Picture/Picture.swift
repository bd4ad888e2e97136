import Maths

/// A drawing of bars, lines, boxes and labels, measured in millimetres from its left top corner.
package struct Picture: Hashable, Sendable {
    /// How wide it is.
    package let width: Double
    /// How high it is.
    package let height: Double
    /// What it shows, in words for those who cannot see it.
    package let alternative: String
    /// What is drawn first.
    package let bars: [PictureBar]
    /// What is drawn over the bars.
    package let lines: [PictureLine]
    /// What is drawn over the lines.
    package let boxes: [PictureBox]
    /// What is written over all.
    package let labels: [PictureLabel]

    /// A drawing.
    package init(
        width: Double, height: Double, alternative: String, bars: [PictureBar] = [], lines: [PictureLine],
        boxes: [PictureBox] = [], labels: [PictureLabel]
    ) {
        self.width = width
        self.height = height
        self.alternative = alternative
        self.bars = bars
        self.lines = lines
        self.boxes = boxes
        self.labels = labels
    }
}

/// A place in a picture, in millimetres from its left top corner.
package struct PicturePoint: Hashable, Sendable {
    /// To the right.
    package let x: Double
    /// Downwards.
    package let y: Double

    /// A place.
    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A grey rectangle.
package struct PictureBar: Hashable, Sendable {
    /// Its left top corner.
    package let corner: PicturePoint
    /// To the right of the corner.
    package let width: Double
    /// Downwards.
    package let height: Double

    /// The rectangle between two opposite corners.
    package init(_ first: PicturePoint, _ second: PicturePoint) {
        corner = PicturePoint(min(first.x, second.x), min(first.y, second.y))
        width = max(first.x, second.x) - corner.x
        height = max(first.y, second.y) - corner.y
    }
}

/// A line from point to point.
package struct PictureLine: Hashable, Sendable {
    /// Two or more.
    package let points: [PicturePoint]
    /// Whether an arrow's head stands at its end.
    package let hasHead: Bool

    /// A line through points.
    package init(_ points: PicturePoint..., hasHead: Bool = false) { self.init(points, hasHead: hasHead) }

    /// A line through points.
    package init(_ points: [PicturePoint], hasHead: Bool = false) {
        self.points = points
        self.hasHead = hasHead
    }
}

/// A circle, or a box with round ends.
package struct PictureBox: Hashable, Sendable {
    /// Its middle.
    package let center: PicturePoint
    /// At least its height.
    package let width: Double
    /// A circle's diameter.
    package let height: Double
    /// Grey on the sheets on which this number is 0, white where it is 1.
    package let greyUnless: ValueID?

    /// A box around a point.
    package init(center: PicturePoint, width: Double, height: Double, greyUnless: ValueID? = nil) {
        self.center = center
        self.width = max(width, height)
        self.height = height
        self.greyUnless = greyUnless
    }
}

/// A short formula in a picture.
package struct PictureLabel: Hashable, Sendable {
    /// Where the label stands from its point.
    package enum Anchor: Hashable, Sendable {
        /// To the right of it.
        case start
        /// Around it.
        case middle
        /// To the left of it.
        case end
    }

    /// How large it is written.
    package enum Size: Hashable, Sendable {
        /// In boxes and beside them.
        case normal
        /// Where there is less room.
        case small
    }

    /// What is written.
    package let maths: Maths
    /// Half way up its digits.
    package let point: PicturePoint
    /// On which side of the point.
    package let anchor: Anchor
    /// How large.
    package let size: Size
    /// Whether it interrupts the lines that it stands on.
    package let interruptsLines: Bool

    /// A label at a point.
    package init(
        _ maths: Maths, at point: PicturePoint, anchor: Anchor = .middle, size: Size = .normal,
        interruptsLines: Bool = false
    ) {
        self.maths = maths
        self.point = point
        self.anchor = anchor
        self.size = size
        self.interruptsLines = interruptsLines
    }

    /// About how wide it is, in millimetres.
    package var width: Double { LabelRuns(maths).width * size.em }
}

extension PictureLabel.Size {
    /// The size of the letters, in millimetres.
    package var em: Double {
        switch self {
        case .normal: 3.3
        case .small: 2.8
        }
    }
}
