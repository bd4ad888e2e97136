import Document
import Maths
import Solver
import Template

/// Draws a circuit: a circle an operation, an arrow for each number that it takes.
struct CircuitPicture {
    let circuit: Circuit
    let formulas: Formulas
    /// Whether values stand with the names, and derivatives below them where they are asked.
    let isKey: Bool

    /// In millimetres: a circle, and from its edge to the middle of what is written above and below.
    private static let (unit, label) = (8.0, 2.4)
    /// The room between circles, of which the largest is taken that fits, and the least between what is written.
    private static let (gaps, labelGap) = ([11.0, 8.5, 6.5], 2.5)
    /// What paper has room for.
    private static let (mostWidth, mostHeight) = (172.0, 75.0)

    /// What is written in and around a node.
    private struct Labels {
        let inside: Maths
        let above: Maths?
        let below: Maths?
        let width: Double
        let insideWidth: Double
    }

    /// The picture; nil where it would not fit.
    var picture: Picture? { Self.gaps.lazy.compactMap(picture(gap:)).first }

    private func picture(gap: Double) -> Picture? {
        let graph = LayeredGraph(inputs: circuit.nodes.map { $0.inputs.map(\.node) })
        let labels = circuit.nodes.map(labels)
        let xs = columns(graph, labels, gap)
        let hasBelow = labels.contains { $0.below != nil }
        let margin = Self.label + 1.6
        let pitch = Self.unit + (hasBelow ? 2 : 1) * margin + 1
        let top = Self.unit / 2 + margin
        let centers = graph.vertices.map { PicturePoint(xs[$0.column], top + $0.height * pitch) }
        let bottom = (centers.map(\.y).max() ?? 0) + Self.unit / 2 + (hasBelow ? margin : 0.5)
        var written: [PictureLabel] = []
        var marks: [PictureLabel] = []
        var lines: [PictureLine] = []
        for (node, own) in labels.enumerated() {
            let center = centers[node]
            written.append(PictureLabel(own.inside, at: center))
            if let above = own.above {
                written.append(
                    PictureLabel(
                        above, at: PicturePoint(center.x, center.y - Self.unit / 2 - Self.label), interruptsLines: true)
                )
            }
            if let below = own.below {
                marks.append(
                    PictureLabel(
                        below, at: PicturePoint(center.x, center.y + Self.unit / 2 + Self.label), size: .small,
                        interruptsLines: true))
            }
            for (input, way) in zip(circuit.nodes[node].inputs, graph.ways[node]) {
                let points = Self.line(
                    way.map { centers[$0] }, from: labels[input.node].insideWidth, to: own.insideWidth)
                lines.append(PictureLine(points, hasHead: true))
                if let mark = input.mark { marks.append(Self.label(mark, at: points)) }
            }
        }
        let width = zip(graph.vertices, labels).map { xs[$0.column] + $1.width / 2 }.max() ?? 0
        guard width <= Self.mostWidth, bottom <= Self.mostHeight else { return nil }
        return Picture(
            width: width + 0.5, height: bottom, alternative: alternative, lines: lines,
            boxes: zip(centers, labels).map { PictureBox(center: $0, width: $1.insideWidth, height: Self.unit) },
            labels: written + marks)
    }

    private var alternative: String {
        let equations = circuit.nodes.compactMap { node in
            formulas.calculation.template.definitions.first { $0.name == node.name }.map { "\($0.name) = \($0.text)" }
        }
        return "The graph of the calculation: " + equations.joined(separator: "; ") + "."
    }

    // MARK: Labels

    private func labels(_ node: Circuit.Node) -> Labels {
        let notation = formulas.calculation.template.notation
        let name = node.name.map(notation.name)
        let value = isKey ? node.name.flatMap { formulas.numbers(of: $0).first } : nil
        var (inside, above) = (node.sign ?? name ?? .text(""), node.sign == nil ? nil : name)
        if let value, let name {
            (inside, above) = node.sign.map { ($0, .equation(name, value)) } ?? (value, name)
        }
        let below = isKey ? node.name.flatMap(derivative) : nil
        let insideWidth = max(Self.unit, PictureLabel(inside, at: PicturePoint(0, 0)).width + 1.6)
        let widths =
            [above.map { PictureLabel($0, at: PicturePoint(0, 0)).width } ?? 0]
            + [below.map { PictureLabel($0, at: PicturePoint(0, 0), size: .small).width } ?? 0]
        return Labels(
            inside: inside, above: above, below: below, width: max(insideWidth, widths[0], widths[1]),
            insideWidth: insideWidth)
    }

    /// `∂f/∂a = 3`, where a part asks for it.
    private func derivative(by name: String) -> Maths? {
        guard let root = circuit.nodes.last?.name else { return nil }
        for (part, asked) in formulas.calculation.template.parts.enumerated() {
            for (index, quantity) in asked.quantities.enumerated() {
                guard case .derivative(let top, let bottom) = quantity.expression.kind, top.kind == .name(root),
                    bottom.kind == .name(name)
                else { continue }
                return formulas.answer(quantity, part: part, index: index)
            }
        }
        return nil
    }

    // MARK: Places

    /// The middle of each column.
    private func columns(_ graph: LayeredGraph, _ labels: [Labels], _ gap: Double) -> [Double] {
        var xs: [Double] = []
        var (before, inside) = (0.0, 0.0)
        for column in graph.columns {
            let own = column.compactMap { graph.vertices[$0].node }.map { labels[$0] }
            let (half, halfInside) = ((own.map(\.width).max() ?? 0) / 2, (own.map(\.insideWidth).max() ?? 0) / 2)
            let apart = max(before + half + Self.labelGap, inside + halfInside + gap)
            xs.append(xs.last.map { $0 + apart } ?? half + 0.5)
            (before, inside) = (half, halfInside)
        }
        return xs
    }

    /// A line through the middles of its vertices, from the right end of the first circle to the edge of the last.
    private static func line(_ centers: [PicturePoint], from first: Double, to last: Double) -> [PicturePoint] {
        guard centers.count > 1, let end = centers.last else { return centers }
        let start = PicturePoint(centers[0].x + first / 2, centers[0].y)
        let inner = Array(centers.dropFirst().dropLast())
        let from = inner.last ?? start
        // On a wide box, the edge of its left round end.
        let middle = PicturePoint(end.x - (last - unit) / 2, end.y)
        let (dx, dy) = (middle.x - from.x, middle.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let tip = PicturePoint(middle.x - dx / length * unit / 2, middle.y - dy / length * unit / 2)
        return [start] + inner + [tip]
    }

    /// A mark beside the end of a line: below it where it comes from below, otherwise above it.
    private static func label(_ mark: Maths, at points: [PicturePoint]) -> PictureLabel {
        let (from, tip) = (points[points.count - 2], points[points.count - 1])
        let (dx, dy) = (tip.x - from.x, tip.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let (along, side) = (2.8 / length, (dy < -0.1 ? 1.7 : -1.7) / length)
        let point = PicturePoint(tip.x - along * dx - side * dy, tip.y - along * dy + side * dx)
        return PictureLabel(mark, at: point, size: .small)
    }
}
