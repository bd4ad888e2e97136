import Maths
import Solver
import Template

/// A calculation with single numbers as a graph: what is given, and operations.
struct Circuit: Hashable, Sendable {
    /// A number that is given or computed.
    struct Node: Hashable, Sendable {
        /// What stands in its circle: an operation's sign, or a constant; nil where a given number's name does.
        let sign: Maths?
        /// What the template calls its value.
        var name: String?
        /// What it is computed from.
        let inputs: [Input]
    }

    /// A number that an operation takes.
    struct Input: Hashable, Sendable {
        /// The node's place.
        let node: Int
        /// What the template calls this use of its value, where it has a name of its own.
        let name: String?
        /// What says which operand it is, where the operation's operands cannot be exchanged.
        let mark: Maths?
    }

    /// Each stands behind its inputs; the last is the result.
    let nodes: [Node]

    /// Of more operations or of fewer, no picture helps.
    private static let operations = 2...12

    /// The calculation of a quantity that a template differentiates; nil where arrays or other operations take part.
    init?(_ template: Template, endingIn root: String) {
        guard let node = template.nodes[root], template.graph.adjoints.contains(where: { $0.of == node }) else {
            return nil
        }
        var reader = CircuitReader(template)
        guard reader.node(ofQuantity: root, depth: 0) != nil,
            Self.operations.contains(reader.nodes.count { !$0.inputs.isEmpty })
        else { return nil }
        nodes = reader.nodes
    }
}

/// Puts the nodes of a circuit together.
private struct CircuitReader {
    private let template: Template
    private let equations: [String: Expression]
    private let given: Set<String>
    private(set) var nodes: [Circuit.Node] = []
    private var places: [String: Int] = [:]

    /// More than a picture holds.
    private static let mostNodes = 24

    init(_ template: Template) {
        self.template = template
        equations = template.shownExpressions
        given = Set(template.given.map(\.name))
    }

    /// The place of a quantity's node.
    mutating func node(ofQuantity name: String, depth: Int) -> Int? {
        if let place = places[name] { return place }
        guard template.shape(of: name)?.isScalar == true, depth < Self.mostNodes else { return nil }
        if given.contains(name) {
            places[name] = append(Circuit.Node(sign: nil, name: name, inputs: []))
        } else if let expression = equations[name], let place = node(expression, depth: depth + 1) {
            if nodes[place].name == nil { nodes[place].name = name }
            places[name] = place
        }
        return places[name]
    }

    private mutating func append(_ node: Circuit.Node) -> Int? {
        guard nodes.count < Self.mostNodes else { return nil }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func node(_ expression: Expression, depth: Int) -> Int? {
        switch expression.kind {
        case .name(let name): return node(ofQuantity: name, depth: depth)
        case .number: return append(Circuit.Node(sign: template.notation.written(expression).maths, inputs: []))
        case .negation(let operand):
            return node(.row([.text("\u{D7}("), .integer(-1), .text(")")]), [operand], depth: depth)
        case .binary(let sign, let left, let right): return binary(sign, left, right, depth: depth)
        case .call(let name, let arguments, _):
            let written = template.notation.written(expression).maths.functionName
            return node(written ?? .identifier(name, .upright), arguments, depth: depth)
        default: return nil
        }
    }

    private mutating func node(_ sign: Maths, _ operands: [Expression], marks: [Maths?] = [], depth: Int) -> Int? {
        var inputs: [Circuit.Input] = []
        for (index, operand) in operands.enumerated() {
            guard let place = node(operand, depth: depth + 1) else { return nil }
            inputs.append(
                Circuit.Input(
                    node: place, name: use(operand, of: place), mark: index < marks.count ? marks[index] : nil))
        }
        return append(Circuit.Node(sign: sign, inputs: inputs))
    }

    /// The name of a quantity that has another one's value, or of one that is given.
    private func use(_ operand: Expression, of place: Int) -> String? {
        guard case .name(let name) = operand.kind, nodes[place].name != name else { return nil }
        return name
    }

    /// A constant operand stands in the circle with the sign.
    private mutating func binary(_ sign: BinaryOperator, _ left: Expression, _ right: Expression, depth: Int) -> Int? {
        guard let text = sign.circuitText else { return nil }
        let operand = Maths.text("(\u{B7})")
        if right.isNumber {
            let number = template.notation.written(right).maths
            let label = sign == .power ? Maths.power(operand, number) : .row([.text(text), number])
            return node(label, [left], depth: depth)
        }
        if left.isNumber {
            let number = template.notation.written(left).maths
            let label: Maths =
                switch sign {
                case .power: .power(number, operand)
                case .subtract, .divide: .row([number, .text(text), operand])
                default: .row([.text(text), number])
                }
            return node(label, [right], depth: depth)
        }
        let marks: [Maths?] =
            switch sign {
            case .subtract: [.text("+"), .text("\u{2212}")]
            case .divide: [nil, .text("\u{F7}")]
            case .power: [nil, .text("^")]
            default: []
            }
        return node(.text(text), [left, right], marks: marks, depth: depth)
    }
}

extension BinaryOperator {
    /// The sign in a circle; nil where there is none.
    fileprivate var circuitText: String? {
        switch self {
        case .add: "+"
        case .subtract: "\u{2212}"
        case .multiply: "\u{D7}"
        case .divide: "\u{F7}"
        case .power: "^"
        case .matrixProduct: nil
        }
    }
}

extension Expression {
    fileprivate var isNumber: Bool {
        switch kind {
        case .number: true
        case .negation(let operand): operand.isNumber
        case .binary(.divide, let above, let below): above.isNumber && below.isNumber
        default: false
        }
    }
}
