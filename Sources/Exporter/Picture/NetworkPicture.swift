import Document
import Maths
import Solver
import Template

/// Draws a network: a column of units a layer, lines for weights, the loss at the end.
struct NetworkPicture {
    let network: Network
    let formulas: Formulas
    /// Whether units show their values instead of their names.
    let isKey: Bool
    /// By layer, a number a unit that is 0 where the unit is switched off; none where it never is.
    let masks: [[ValueID]]

    /// The picture.
    var picture: Picture {
        var drawing = NetworkDrawing()
        var columns: [NetworkColumn] = []
        for (index, layer) in network.layers.enumerated() {
            let column = column(layer.quantities, count: layer.count, behind: columns.last, gap: NetworkSizes.gap)
            drawUnits(layer.quantities, in: column, masks[index], hasBias: arrives(layer.bias), &drawing)
            drawing.name(index == 0 ? .text("input") : layer.activation ?? .text("linear"), column.middle, foot)
            if let before = columns.last { drawWeights(of: layer, from: before, to: column, &drawing) }
            columns.append(column)
        }
        if let loss = network.loss, let last = columns.last { columns += draw(loss, behind: last, &drawing) }
        return drawing.picture(
            width: (columns.last?.right ?? 0) + 0.5, height: foot + 2.5,
            alternative: "The network: \(network.summary)" + (network.loss == nil ? "." : ", and the loss."))
    }

    // MARK: Heights

    private var rows: Int { network.layers.map(\.count).max() ?? 1 }
    private var pitch: Double { NetworkSizes.pitch(rows: rows) }
    private var center: Double {
        let arrows = network.layers.contains { arrives($0.bias) } ? NetworkSizes.bias : 0
        return 2 + NetworkSizes.above + arrows + (NetworkSizes.unit + Double(rows - 1) * pitch) / 2
    }
    private var foot: Double { center + (NetworkSizes.unit + Double(rows - 1) * pitch) / 2 + 3 }

    /// Whether a bias is drawn: an arrow from above, where there is room.
    private func arrives(_ bias: String?) -> Bool { bias != nil && rows <= 4 }

    // MARK: Units

    /// A column as wide as the widest name or number in it.
    private func column(
        _ quantities: [String], count: Int, behind before: NetworkColumn?, gap: Double
    ) -> NetworkColumn {
        let half = max(NetworkSizes.unit, (quantities.map(width).max() ?? 0) + 2)
        let left = before.map { $0.right + gap } ?? 0.5
        let top = center - Double(count - 1) / 2 * pitch
        return NetworkColumn(
            heights: (0..<count).map { top + Double($0) * pitch }, left: left,
            right: left + half * Double(quantities.count), isSplit: quantities.count > 1)
    }

    private func drawUnits(
        _ quantities: [String], in column: NetworkColumn, _ masks: [ValueID], hasBias: Bool,
        _ drawing: inout NetworkDrawing
    ) {
        let half = NetworkSizes.unit / 2
        for (unit, y) in column.heights.enumerated() {
            drawing.boxes.append(
                PictureBox(
                    center: PicturePoint(column.middle, y), width: column.right - column.left, height: 2 * half,
                    greyUnless: isKey && unit < masks.count ? masks[unit] : nil))
            if column.isSplit { drawing.line(from: column.middle, y - half, to: column.middle, y + half) }
        }
        for (place, name) in quantities.enumerated() {
            let x = column.middle(ofHalf: place)
            for (y, label) in zip(column.heights, isKey ? formulas.numbers(of: name) : notation.entries(of: name)) {
                drawing.name(label, x, y)
            }
            guard isKey else { continue }
            let arrow = hasBias ? NetworkSizes.bias : 0
            drawing.name(notation.name(name), x, column.top - NetworkSizes.above - arrow)
        }
    }

    // MARK: Weights

    private func drawWeights(
        of layer: Network.Layer, from before: NetworkColumn, to column: NetworkColumn, _ drawing: inout NetworkDrawing
    ) {
        guard let weights = layer.weights else { return }
        let numbers = self.numbers(ofGiven: weights.name)
        let sources = before.heights.count
        // At this share of the way the numbers of all lines stand below one another at equal distances.
        let share = Double(sources) / Double(sources + 1)
        let hasNumbers = !numbers.isEmpty && pitch / Double(sources + 1) >= NetworkSizes.leastDistance
        for (source, start) in before.heights.enumerated() {
            for (target, end) in column.heights.enumerated() {
                drawing.line(from: before.right, start, to: column.left, end)
                guard hasNumbers else { continue }
                drawing.number(
                    numbers[weights.entry(from: source, to: target)], onLine: before.right + share * NetworkSizes.gap,
                    start + share * (end - start))
            }
        }
        let symbols = [weights.name, layer.bias].compactMap { $0 }.map(notation.name)
        drawing.name(
            .list(symbols), (before.right + column.left) / 2, min(before.top, column.top) - NetworkSizes.above)
        guard let bias = layer.bias, arrives(bias) else { return }
        for (y, number) in zip(column.heights, self.numbers(ofGiven: bias)) {
            let (x, top) = (column.middle(ofHalf: 0), y - NetworkSizes.unit / 2)
            drawing.line(from: x, top - NetworkSizes.bias, to: x, top, hasHead: true)
            drawing.number(number, behind: x + 1, top - NetworkSizes.bias / 2)
        }
    }

    // MARK: Loss

    /// The loss between the outputs and the target.
    private func draw(
        _ loss: Network.Loss, behind outputs: NetworkColumn, _ drawing: inout NetworkDrawing
    ) -> [NetworkColumn] {
        let own = column([loss.name], count: 1, behind: outputs, gap: NetworkSizes.lossGap)
        for y in outputs.heights { drawing.line(from: outputs.right, y, to: own.left, center, hasHead: true) }
        drawUnits([loss.name], in: own, [], hasBias: false, &drawing)
        drawing.name(.text("loss"), own.middle, foot)
        guard let target = loss.target else { return [own] }
        let numbers = formulas.numbers(of: target)
        let label = isKey ? Maths.list(numbers) : notation.name(target)
        let left = own.right + NetworkSizes.lossGap
        let width = max(NetworkSizes.unit, Double(numbers.count) * numberWidth(of: target) + 2)
        let column = NetworkColumn(heights: [center], left: left, right: left + width, isSplit: false)
        drawing.line(from: column.left, center, to: own.right, center, hasHead: true)
        drawing.boxes.append(
            PictureBox(center: PicturePoint(column.middle, center), width: width, height: NetworkSizes.unit))
        drawing.name(label, column.middle, center)
        if isKey { drawing.name(notation.name(target), column.middle, column.top - NetworkSizes.above) }
        drawing.name(.text("target"), column.middle, foot)
        return [own, column]
    }

    // MARK: Formulas

    private var notation: Notation { formulas.calculation.template.notation }

    /// The numbers of a given quantity; none where only the key may show them.
    private func numbers(ofGiven name: String) -> [Maths] {
        let isHidden = formulas.calculation.template.given.contains { $0.name == name && !$0.isShown }
        return isHidden && !isKey ? [] : formulas.numbers(of: name)
    }

    /// About how wide the widest name or number of a quantity's entries is, in millimetres.
    private func width(of quantity: String) -> Double {
        max(notation.entries(of: quantity).map(\.labelWidth).max() ?? 0, numberWidth(of: quantity))
    }

    /// About how wide the widest number of a quantity is, in millimetres.
    private func numberWidth(of quantity: String) -> Double {
        formulas.values(of: quantity).map(formulas.labelWidth).max() ?? 0
    }
}

extension Network.Layer {
    /// The names of what its units compute, from left to right.
    fileprivate var quantities: [String] { [sum, output].compactMap { $0 } }
}
