import Exact
import Solver
import YAML

/// A given quantity that is worked out from others.
struct ComputedGiven {
    let name: String
    let node: Node
    let shape: (shape: Shape, node: Node)?
    let decimals: Int?
    let isShown: Bool
}

extension TemplateReader {
    /// Whether a value is an expression rather than a number: it has a word, which a number has not.
    func isExpression(_ node: Node) -> Bool {
        guard let scalar = node.scalar, Rational(reading: scalar.text) == nil else { return false }
        var isInWord = false
        for byte in scalar.text.utf8 {
            let isLetter = (byte | 32) >= 97 && (byte | 32) <= 122
            if isLetter && !isInWord { return true }
            isInWord = isLetter || (48...57).contains(byte) || byte == UInt8(ascii: ".")
        }
        return false
    }

    /// Reads `{ value: 'softmax(s)', decimals: 2 }`; nil where that is something else.
    mutating func computedValue(_ entry: Entry) -> ComputedGiven? {
        guard case .mapping(let entries) = entry.value.kind,
            let value = entries.first(where: { $0.name == "value" })?.value, isExpression(value)
        else { return nil }
        // Keys were checked when the quantity was not found to be one of numbers.
        var silent = self
        let fields = Fields(entries, of: GivenKey.self, in: &silent)
        let shape = fields[.shape].flatMap { node in readShape(node).map { ($0, node) } }
        let decimals = fields[.decimals].flatMap { whole($0, in: 0...12) }
        let isShown = fields[.show].flatMap { flag($0) } ?? true
        return ComputedGiven(name: entry.name, node: value, shape: shape, decimals: decimals, isShown: isShown)
    }

    /// Works computed quantities out, each when those that it uses are there.
    mutating func giveComputed(_ values: [ComputedGiven]) {
        var waiting: [(value: ComputedGiven, expression: Expression, names: [String])] = []
        for value in values {
            if let expression = expression(value.node) {
                waiting.append((value, expression, expression.names))
            } else {
                broken.insert(value.name)
            }
        }
        while !waiting.isEmpty {
            let left = Set(waiting.map(\.value.name))
            let ready = waiting.filter { left.isDisjoint(with: $0.names) }
            if ready.isEmpty {
                let way = waiting.map(\.value.name).joined(separator: ", ")
                report("these values are worked out from one another in a circle: \(way)", at: waiting[0].value.node)
                broken.formUnion(left)
                return
            }
            for (value, expression, _) in ready { give(value, expression) }
            waiting.removeAll { left.isDisjoint(with: $0.names) }
        }
    }

    private mutating func give(_ value: ComputedGiven, _ expression: Expression) {
        guard var node = node(for: expression, in: value.node) else {
            broken.insert(value.name)
            return
        }
        do throws(ShapeError) {
            if let decimals = value.decimals {
                node = try elaboration.graph.append(Rounded(decimals: decimals), node)
            }
            let shape = elaboration.graph[node].shape
            if let stated = value.shape, stated.shape != shape {
                report("this value has the shape \(shape), not \(stated.shape)", at: stated.node)
            }
            elaboration.quantities[value.name] = try elaboration.graph.append(
                Quantity(value.name, hidesCalculation: true), node)
            guard let place = given.firstIndex(where: { $0.name == value.name }) else { return }
            given[place] = GivenQuantity(name: value.name, shape: shape, entries: [], isShown: value.isShown)
        } catch {
            report(error.message, at: value.node)
            broken.insert(value.name)
        }
    }
}
