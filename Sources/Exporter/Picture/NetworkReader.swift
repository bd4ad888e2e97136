import Maths
import Solver
import Template

/// Finds the layers of a network in a template's equations.
struct NetworkReader {
    private let template: Template
    private let equations: [String: Expression]
    private let given: [String: Shape]

    /// Of more layers or units no picture is readable.
    private static let mostLayers = 7
    private static let mostUnits = 8

    init(_ template: Template) {
        self.template = template
        equations = template.shownExpressions
        given = Dictionary(template.given.map { ($0.name, $0.shape) }) { first, _ in first }
    }

    /// The network that ends in a quantity; nil where its equations are not those of layers one after another.
    func network(endingIn root: String) -> Network? {
        let network: Network
        if let layers = layers(ofQuantity: root, depth: 0) {
            network = Network(layers: layers)
        } else if let compared = comparison(root) {
            network = compared
        } else {
            return nil
        }
        let layers = network.layers
        guard (2...Self.mostLayers).contains(layers.count), layers.allSatisfy({ $0.count <= Self.mostUnits }),
            layers.contains(where: { $0.count > 1 })
        else { return nil }
        return network
    }

    /// A network whose outputs are compared with a target; without the comparison where it is made of more.
    private func comparison(_ root: String) -> Network? {
        guard let expression = equations[root] else { return nil }
        var (outputs, targets): ([String], [String]) = ([], [])
        var rest = expression.names
        var seen: Set<String> = []
        while let name = rest.popLast() {
            guard seen.insert(name).inserted else { continue }
            if given[name] != nil {
                targets.append(name)
            } else if layers(ofQuantity: name, depth: 0) != nil {
                outputs.append(name)
            } else if let inner = equations[name] {
                rest += inner.names
            } else {
                return nil
            }
        }
        guard outputs.count == 1, let layers = layers(ofQuantity: outputs[0], depth: 0), let last = layers.last,
            template.shape(of: root)?.isScalar == true
        else { return nil }
        let isComparison =
            targets.count <= 1 && targets.allSatisfy { given[$0]?.count == last.count && $0 != layers[0].output }
        return Network(layers: layers, loss: isComparison ? Network.Loss(name: root, target: targets.first) : nil)
    }

    /// The layers up to a quantity.
    private func layers(ofQuantity name: String, depth: Int) -> [Network.Layer]? {
        if let shape = given[name] {
            guard shape.rank == 1 || shape.isRowOrColumn else { return nil }
            return [Network.Layer(count: shape.count, output: name)]
        }
        guard depth < 3 * Self.mostLayers, let expression = equations[name],
            var layers = layers(expression, depth: depth + 1), let last = layers.indices.last, last > 0
        else { return nil }
        if layers[last].activation == nil { layers[last].sum = name } else { layers[last].output = name }
        return layers
    }

    private func layers(_ expression: Expression, depth: Int) -> [Network.Layer]? {
        switch expression.kind {
        case .name(let name): return layers(ofQuantity: name, depth: depth)
        case .call(let name, let arguments, _):
            guard arguments.count == 1, var layers = layers(arguments[0], depth: depth), let last = layers.indices.last,
                last > 0, layers[last].activation == nil, let activation = activation(name, expression)
            else { return nil }
            layers[last].activation = activation
            layers[last].kind = Self.words[name] ?? "nonlinear"
            layers[last].canBeOff = name == "relu"
            return layers
        case .binary(.add, _, _), .binary(.matrixProduct, _, _): return weightedSum(expression, depth: depth)
        default: return nil
        }
    }

    /// What activations are called in words.
    private static let words = [
        "relu": "ReLU", "leaky_relu": "leaky ReLU", "sigmoid": "sigmoid", "tanh": "tanh", "softmax": "softmax",
    ]

    /// The name of a function that units apply, as it is written.
    private func activation(_ name: String, _ call: Expression) -> Maths? {
        let written = template.notation.written(call).maths.functionName
        if case .alternatives? = written { return written }
        return Self.words[name] == nil ? nil : written
    }

    /// One product of weights with a layer, and at most one given quantity that is added.
    private func weightedSum(_ sum: Expression, depth: Int) -> [Network.Layer]? {
        var layers: [Network.Layer]?
        var bias: String?
        for term in sum.terms {
            if case .binary(.matrixProduct, let left, let right) = term.kind, layers == nil {
                layers = product(left, right, depth: depth)
            } else if case .name(let name) = term.kind, bias == nil, given[name] != nil {
                bias = name
            } else {
                return nil
            }
        }
        guard var layers, let last = layers.indices.last else { return nil }
        if let bias {
            guard given[bias]?.count == layers[last].count, layers[0].output != bias else { return nil }
            layers[last].bias = bias
        }
        return layers
    }

    private func product(_ left: Expression, _ right: Expression, depth: Int) -> [Network.Layer]? {
        let orders = isInput(left, beside: right) ? [true, false] : [false, true]
        for isReversed in orders {
            let (matrix, vector) = isReversed ? (right, left) : (left, right)
            guard isGiven(matrix), let layers = layers(vector, depth: depth), let sources = layers.last?.count,
                let (weights, targets) = weights(matrix, behind: isReversed, sources: sources)
            else { continue }
            return layers + [Network.Layer(count: targets, weights: weights)]
        }
        return nil
    }

    /// Whether of two given quantities the left one is what the right one weights: a row before a matrix, or a vector
    /// before one that is called w.
    private func isInput(_ left: Expression, beside right: Expression) -> Bool {
        guard case .name(let first) = left.kind, case .name(let second) = right.kind, let row = given[first],
            let other = given[second]
        else { return false }
        if row.rank == 2 && other.rank == 2 { return row.dimensions[0] == 1 }
        return row.rank == 1 && other.rank == 1 && second.lowercased().hasPrefix("w")
    }

    /// A given matrix before a column, or behind a row; or a given vector.
    private func weights(
        _ expression: Expression, behind: Bool, sources: Int
    ) -> (weights: Network.Weights, targets: Int)? {
        if case .transpose(let operand) = expression.kind {
            return weights(operand, behind: !behind, sources: sources)
        }
        guard case .name(let used) = expression.kind else { return nil }
        let name = original(of: used)
        guard let shape = given[name] else { return nil }
        if shape.rank == 1 && shape.count == sources {
            return (Network.Weights(name: name, targetStride: 0, sourceStride: 1), 1)
        }
        guard shape.rank == 2 else { return nil }
        let (rows, columns) = (shape.dimensions[0], shape.dimensions[1])
        if behind {
            guard rows == sources else { return nil }
            return (Network.Weights(name: name, targetStride: 1, sourceStride: columns), columns)
        }
        guard columns == sources else { return nil }
        return (Network.Weights(name: name, targetStride: columns, sourceStride: 1), rows)
    }

    /// Whether it is a given quantity, or one turned.
    private func isGiven(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .name(let name): given[original(of: name)] != nil
        case .transpose(let operand): isGiven(operand)
        default: false
        }
    }

    /// The given quantity that a name stands for.
    private func original(of name: String) -> String {
        guard given[name] == nil, case .name(let other)? = equations[name]?.kind else { return name }
        return other
    }
}

extension Template {
    /// The shape of a quantity.
    func shape(of name: String) -> Shape? { nodes[name].map { graph[$0].shape } }
}

extension Maths {
    /// The function of a function applied to something, also where a number of the sheet chooses it.
    var functionName: Maths? {
        switch self {
        case .function(let name, _): return name
        case .fenced(.bars, _): return .text("|\u{B7}|")
        case .alternatives(let place, let calls):
            let names = calls.compactMap(\.functionName)
            return names.count == calls.count ? .alternatives(place, names) : nil
        default: return nil
        }
    }
}

extension Expression {
    /// What is added, from left to right.
    var terms: [Expression] {
        var terms: [Expression] = []
        var rest = self
        while case .binary(.add, let left, let right) = rest.kind {
            terms.append(right)
            rest = left
        }
        return [rest] + terms.reversed()
    }
}
