import Document
import Maths

/// Draws a graph from left to right: a box a node, an arrow for each value that it takes.
struct GraphPicture {
    /// What is written in and around a box.
    struct Node {
        let inside: Maths
        /// About how wide that is at most, in millimetres.
        let insideWidth: Double
        let above: Maths?
        let below: Maths?
        let inputs: [Input]
    }

    /// An arrow from another node.
    struct Input {
        /// The other node's place.
        let node: Int
        /// What is written on the arrow.
        var name: Maths?
        /// What is written beside its head.
        var mark: Maths?
    }

    /// Each stands behind those that it takes values from.
    let nodes: [Node]
    /// What the picture shows, in words.
    let alternative: String

    /// In millimetres: a box's height, and from its edge to the middle of what is written above and below.
    fileprivate static let (unit, label) = (8.0, 2.4)
    /// The room between boxes, of which the largest is taken that fits.
    private static let gaps = [11.0, 8.5, 6.5]
    /// The least room between labels, beside and below one another, and around a label on an arrow.
    private static let (labelGap, labelPitch, nameGap) = (2.5, 3.6, 2.4)
    /// What paper has room for.
    private static let (mostWidth, mostHeight) = (172.0, 84.0)

    /// The picture; nil where it would not fit.
    var picture: Picture? {
        let graph = LayeredGraph(inputs: nodes.map { $0.inputs.map(\.node) })
        return Self.gaps.lazy.compactMap { picture(graph, gap: $0) }.first
    }

    private func picture(_ graph: LayeredGraph, gap: Double) -> Picture? {
        let xs = columns(graph, gap)
        let hasBelow = nodes.contains { $0.below != nil }
        let margin = Self.label + 1.6
        let pitch = Self.unit + Self.label + (hasBelow ? Self.label + Self.labelPitch : Self.labelPitch)
        let top = Self.unit / 2 + margin
        let centers = graph.vertices.map { PicturePoint(xs[$0.column], top + $0.height * pitch) }
        let height = (centers.map(\.y).max() ?? 0) + Self.unit / 2 + (hasBelow ? margin : 0.5)
        let width = zip(graph.vertices, nodes).map { xs[$0.column] + $1.width / 2 }.max() ?? 0
        guard width <= Self.mostWidth, height <= Self.mostHeight else { return nil }
        var (labels, lines): ([PictureLabel], [PictureLine]) = ([], [])
        for (index, node) in nodes.enumerated() {
            let center = centers[index]
            labels.append(PictureLabel(node.inside, at: center))
            let distance = Self.unit / 2 + Self.label
            for (maths, y) in [(node.above, center.y - distance), (node.below, center.y + distance)] {
                guard let maths else { continue }
                labels.append(
                    PictureLabel(
                        maths, at: PicturePoint(center.x, y), size: y < center.y ? .normal : .small,
                        interruptsLines: true))
            }
            for (input, way) in zip(node.inputs, graph.ways[index]) {
                let points = Self.line(
                    way.map { centers[$0] }, from: nodes[input.node].boxWidth, to: node.boxWidth)
                lines.append(PictureLine(points, hasHead: true))
                if let name = input.name { labels.append(Self.label(name, on: points)) }
                if let mark = input.mark { labels.append(Self.label(mark, atEndOf: points)) }
            }
        }
        return Picture(
            width: width + 0.5, height: height, alternative: alternative, lines: lines,
            boxes: zip(centers, nodes).map { PictureBox(center: $0, width: $1.boxWidth, height: Self.unit) },
            labels: labels)
    }

    /// The middle of each column.
    private func columns(_ graph: LayeredGraph, _ gap: Double) -> [Double] {
        var xs: [Double] = []
        var (before, boxBefore) = (0.0, 0.0)
        for (index, column) in graph.columns.enumerated() {
            let own = column.compactMap { graph.vertices[$0].node }.map { nodes[$0] }
            let (half, box) = ((own.map(\.width).max() ?? 0) / 2, (own.map(\.boxWidth).max() ?? 0) / 2)
            let names = nodes.indices.flatMap { node in
                zip(nodes[node].inputs, graph.ways[node]).filter { graph.vertices[$1[1]].column == index }
                    .compactMap { $0.0.name?.smallWidth }
            }
            // Of a long name, more than half of the arrow's piece stays free, where others may cross it.
            let room = max(gap, names.max().map { 1.4 * $0 + 2 * Self.nameGap } ?? 0)
            xs.append(xs.last.map { $0 + max(before + half + Self.labelGap, boxBefore + box + room) } ?? half + 0.5)
            (before, boxBefore) = (half, box)
        }
        return xs
    }

    /// A line through the middles of its vertices, from the right end of the first box to the edge of the last.
    private static func line(_ centers: [PicturePoint], from first: Double, to last: Double) -> [PicturePoint] {
        guard centers.count > 1, let end = centers.last else { return centers }
        let start = PicturePoint(centers[0].x + first / 2, centers[0].y)
        let inner = Array(centers.dropFirst().dropLast())
        let from = inner.last ?? start
        // On a wide box, the edge of its left round end.
        let middle = PicturePoint(end.x - (last - unit) / 2, end.y)
        let (dx, dy) = (middle.x - from.x, middle.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        return [start] + inner + [
            PicturePoint(middle.x - dx / length * unit / 2, middle.y - dy / length * unit / 2)
        ]
    }

    /// A name in the middle of a line's first piece, as far as its head does not count.
    private static func label(_ name: Maths, on points: [PicturePoint]) -> PictureLabel {
        let (start, end) = (points[0], points[1])
        let share = points.count == 2 ? 0.44 : 0.5
        let point = PicturePoint(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
        return PictureLabel(name, at: point, size: .small, interruptsLines: true)
    }

    /// A mark beside the end of a line: below it where it comes from below, otherwise above it.
    private static func label(_ mark: Maths, atEndOf points: [PicturePoint]) -> PictureLabel {
        let (from, tip) = (points[points.count - 2], points[points.count - 1])
        let (dx, dy) = (tip.x - from.x, tip.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let (along, side) = (2.8 / length, (dy < -0.1 ? 1.7 : -1.7) / length)
        let point = PicturePoint(tip.x - along * dx - side * dy, tip.y - along * dy + side * dx)
        return PictureLabel(mark, at: point, size: .small)
    }
}

extension GraphPicture.Node {
    /// How wide its box is, in millimetres.
    fileprivate var boxWidth: Double { max(GraphPicture.unit, insideWidth + 1.6) }

    /// How wide it is with its labels, in millimetres.
    fileprivate var width: Double {
        max(boxWidth, above?.labelWidth ?? 0, below?.smallWidth ?? 0)
    }
}
