import Maths
import Solver
import Template

/// The quantities of a calculation with vectors as a graph: what is given, and what each equation makes of others.
struct QuantityGraph: Hashable, Sendable {
    /// A quantity.
    struct Node: Hashable, Sendable {
        /// What the template calls it, or what it is an entry of.
        let name: String
        /// The place of a given vector's entry, from 0; nil for whole quantities.
        var entry: Int?
        /// How it is written.
        let symbol: Maths
        /// The function that its equation applies last, such as an activation.
        let function: Maths?
        /// What its equation uses.
        let inputs: [Input]
    }

    /// A quantity that an equation uses.
    struct Input: Hashable, Sendable {
        /// The quantity's place.
        let node: Int
        /// What it is multiplied by, where that is given.
        let weights: Maths?
    }

    /// Each stands behind its inputs; the last is the result.
    let nodes: [Node]

    /// The quantities that a result is made of; nil where there are matrices among them, or no weights.
    init?(_ template: Template, endingIn root: String) {
        var reader = QuantityGraphReader(template)
        guard reader.node(ofQuantity: root, depth: 0) != nil,
            reader.nodes.contains(where: { $0.inputs.contains { $0.weights != nil } })
        else { return nil }
        nodes = reader.nodes
    }
}

/// Puts the nodes of a graph of quantities together.
private struct QuantityGraphReader {
    private let template: Template
    private let equations: [String: Expression]
    private let given: [String: Shape]
    private(set) var nodes: [QuantityGraph.Node] = []
    private var places: [Maths: Int] = [:]

    /// More than a picture holds.
    private static let mostNodes = 18

    init(_ template: Template) {
        self.template = template
        equations = template.shownExpressions
        given = Dictionary(template.given.map { ($0.name, $0.shape) }) { first, _ in first }
    }

    /// The place of a quantity's node; a quantity that only has another one's value shares its node.
    mutating func node(ofQuantity name: String, depth: Int) -> Int? {
        let symbol = template.notation.name(name)
        if let place = places[symbol] { return place }
        guard let shape = template.shape(of: name), shape.rank <= 1 || shape.isRowOrColumn, depth < Self.mostNodes
        else { return nil }
        if given[name] != nil {
            places[symbol] = append(QuantityGraph.Node(name: name, symbol: symbol, function: nil, inputs: []))
        } else if case .name(let other)? = equations[name]?.kind {
            places[symbol] = node(ofQuantity: other, depth: depth + 1)
        } else if let expression = equations[name], let (function, inputs) = step(expression, depth: depth) {
            places[symbol] = append(QuantityGraph.Node(name: name, symbol: symbol, function: function, inputs: inputs))
        }
        return places[symbol]
    }

    private mutating func append(_ node: QuantityGraph.Node) -> Int? {
        guard nodes.count < Self.mostNodes else { return nil }
        nodes.append(node)
        return nodes.count - 1
    }

    /// What an equation applies last, and what it uses; a sum that only this function is applied to counts with it.
    private mutating func step(
        _ expression: Expression, depth: Int
    ) -> (function: Maths?, inputs: [QuantityGraph.Input])? {
        var (function, body): (Maths?, Expression) = (nil, expression)
        if case .call(_, let arguments, _) = expression.kind, arguments.count == 1 {
            function = template.notation.written(expression).maths.functionName
            body = arguments[0]
            if case .name(let sum) = body.kind, let inner = equations[sum], isUsedOnce(sum) { body = inner }
        }
        var inputs: [QuantityGraph.Input] = []
        let terms = body.terms
        let products = terms.map(weighted)
        let isWeighted = zip(terms, products).contains { $0.isMatrixProduct && $1 != nil }
        for (term, product) in zip(terms, products) {
            if isWeighted, case .name(let bias) = term.kind, given[bias] != nil { continue }
            let product = isWeighted ? product : nil
            for reference in product.map({ [$0.of] }) ?? term.references {
                guard let place = node(of: reference, depth: depth + 1) else { return nil }
                let input = QuantityGraph.Input(node: place, weights: product?.weights)
                if !inputs.contains(where: { $0.node == place }) { inputs.append(input) }
            }
        }
        return (function, inputs)
    }

    private mutating func node(of reference: Expression, depth: Int) -> Int? {
        if case .name(let name) = reference.kind { return node(ofQuantity: name, depth: depth) }
        guard case .selection(let whole, let subscripts) = reference.kind, case .name(let name) = whole.kind else {
            return nil
        }
        guard given[name]?.rank == 1, case .index(let index)? = subscripts.first else {
            return node(ofQuantity: name, depth: depth)
        }
        let symbol = template.notation.written(reference).maths
        if let place = places[symbol] { return place }
        places[symbol] = append(
            QuantityGraph.Node(name: name, entry: index - 1, symbol: symbol, function: nil, inputs: []))
        return places[symbol]
    }

    private func isUsedOnce(_ name: String) -> Bool {
        equations.values.reduce(0) { $0 + $1.all.count { $0.kind == .name(name) } } == 1
    }

    /// A given quantity times another one; of two given ones the matrix, else the first, is what is multiplied by.
    private func weighted(_ term: Expression) -> (weights: Maths, of: Expression)? {
        guard case .binary(let sign, let left, let right) = term.kind, sign == .matrixProduct || sign == .multiply
        else { return nil }
        let (first, second) = (isWeights(left), isWeights(right))
        guard first || second else { return nil }
        let isFirst = first && (!second || rank(left) >= rank(right))
        let (weights, other) = isFirst ? (left, right) : (right, left)
        guard other.isReference else { return nil }
        return (template.notation.written(weights).maths, other)
    }

    private func isWeights(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .name(let name):
            if case .name(let other)? = equations[name]?.kind { return given[other] != nil }
            return given[name] != nil
        case .transpose(let operand): return isWeights(operand)
        default: return expression.isReference && expression.names.allSatisfy { given[$0] != nil }
        }
    }

    private func rank(_ expression: Expression) -> Int { template.notation.written(expression).shape.rank }
}

extension Expression {
    /// Whether it is a quantity, or a part of one.
    fileprivate var isReference: Bool {
        switch kind {
        case .name: true
        case .selection(let whole, _): if case .name = whole.kind { true } else { false }
        default: false
        }
    }

    fileprivate var isMatrixProduct: Bool {
        if case .binary(.matrixProduct, _, _) = kind { true } else { false }
    }

    /// The quantities in it, and the parts of quantities, from left to right.
    fileprivate var references: [Expression] { isReference ? [self] : operands.flatMap(\.references) }
}
