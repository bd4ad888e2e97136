import Exact

/// A node's place in a ``Graph``.
package struct NodeID: Hashable, Comparable, Sendable {
    package let index: Int
    package static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// A pull's place in a ``Graph``.
package struct PullID: Hashable, Sendable { package let index: Int }

/// An adjoint's place in a ``Graph``.
package struct AdjointID: Hashable, Sendable { package let index: Int }

/// What backpropagation carries through one use of a value: the derivative that arrives at the node that uses it, times
/// that node's own derivative with respect to this operand.
package struct Pull: Sendable {
    /// The node that uses the value.
    package let node: NodeID
    /// As which of its inputs.
    package let operand: Int
    /// The derivative with respect to `node`.
    package let upstream: NodeID
    /// The product, unsimplified; a node of its own.
    package let value: NodeID
}

/// A derivative: the sum of the pulls of every use of a value.
package struct Adjoint: Sendable {
    /// What is differentiated; a scalar.
    package let of: NodeID
    /// With respect to what.
    package let withRespectTo: NodeID
    /// One a use.
    package let pulls: [PullID]
    /// The sum, a node of its own even where there is one pull; shaped as `withRespectTo`.
    package let sum: NodeID
}

/// The equations of a problem and their derivatives as operations on operations.
///
/// Nodes are appended and never merged or removed, so that each step of a calculation keeps a place of its own at which
/// a mistake can be made.
package struct Graph: Sendable {
    /// An operation on other nodes.
    package struct Node: Sendable {
        /// What is computed.
        package let operation: any Operation
        /// From what; each stands before this node.
        package let inputs: [NodeID]
        /// What comes out.
        package let shape: Shape
        /// Whether differentiating made it.
        package let isBackward: Bool
    }

    /// Each stands behind its inputs.
    package private(set) var nodes: [Node] = []
    /// What differentiating has made so far.
    package internal(set) var pulls: [Pull] = []
    /// What differentiating has made so far.
    package internal(set) var adjoints: [Adjoint] = []

    /// The quantities and derivatives that were calculated again with other values.
    package internal(set) var copies: [NodeID: Copy] = [:]

    /// Which nodes use each node, and as which input.
    private(set) var uses: [[(node: NodeID, operand: Int)]] = []
    /// Derivatives that are there already.
    var derivatives: [DerivativeKey: AdjointID] = [:]
    /// Whether nodes appended now are made by differentiating.
    var isDifferentiating = false

    package init() {}

    package subscript(node: NodeID) -> Node { nodes[node.index] }
    package subscript(pull: PullID) -> Pull { pulls[pull.index] }
    package subscript(adjoint: AdjointID) -> Adjoint { adjoints[adjoint.index] }

    /// Appends an operation on nodes that are there; throws where their shapes do not fit it.
    @discardableResult
    package mutating func append(_ operation: any Operation, _ inputs: NodeID...) throws(ShapeError) -> NodeID {
        try append(operation, inputs)
    }

    /// Appends an operation on nodes that are there; throws where their shapes do not fit it.
    package mutating func append(_ operation: any Operation, _ inputs: [NodeID]) throws(ShapeError) -> NodeID {
        let shape = try operation.shape(of: inputs.map { nodes[$0.index].shape })
        guard shape.count <= Shape.largestCount else {
            throw ShapeError("an array of \(shape) has more than \(Shape.largestCount) entries")
        }
        let id = NodeID(index: nodes.count)
        nodes.append(Node(operation: operation, inputs: inputs, shape: shape, isBackward: isDifferentiating))
        uses.append([])
        for (operand, input) in inputs.enumerated() { uses[input.index].append((id, operand)) }
        return id
    }

    /// A second node with the same operation and inputs, for an edit that replaces the first by something made of it.
    package mutating func copy(of node: NodeID) throws(ShapeError) -> NodeID {
        try append(self[node].operation, self[node].inputs)
    }

    /// The number that a node holds if it is made of constants alone, by sign and division.
    package func constantValue(of node: NodeID) -> Rational? {
        let node = self[node]
        switch node.operation {
        case let constant as Constant where node.shape.isScalar: return constant.value
        case is Negation: return constantValue(of: node.inputs[0]).map { -$0 }
        case is Division:
            guard let left = constantValue(of: node.inputs[0]), let right = constantValue(of: node.inputs[1]) else {
                return nil
            }
            return left / right
        default: return nil
        }
    }
}

extension Graph {
    /// The nodes that differentiating did not make and that some nodes are computed from, themselves included, in order;
    /// without the calculations that nobody sees.
    package func forwardNodes(neededFor targets: [NodeID]) -> [NodeID] {
        let isNeeded = isNeeded(for: targets, fromHidden: false)
        return nodes.indices.filter { isNeeded[$0] && !nodes[$0].isBackward }.map(NodeID.init(index:))
    }

    /// By node, whether some nodes are computed from it or are it; `fromHidden` where calculations that nobody sees count.
    func isNeeded(for targets: [NodeID], fromHidden: Bool = true) -> [Bool] {
        var isNeeded = [Bool](repeating: false, count: nodes.count)
        for target in targets { isNeeded[target.index] = true }
        for index in nodes.indices.reversed() where isNeeded[index] {
            if !fromHidden, hidesCalculation(NodeID(index: index)) { continue }
            for input in nodes[index].inputs { isNeeded[input.index] = true }
        }
        return isNeeded
    }

    /// Whether a node is a number of the sheet that nobody sees worked out.
    func hidesCalculation(_ node: NodeID) -> Bool { (self[node].operation as? Quantity)?.hidesCalculation == true }
}
