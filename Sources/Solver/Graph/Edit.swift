/// A change of the calculation at one place of the graph.
///
/// Edits at different places compose. A replacement must have the shape of what it replaces and must not be made of it;
/// ``Graph/copy(of:)`` gives a second node to build on.
package enum Edit: Hashable, Sendable {
    /// Where a replaced value counts.
    package enum Scope: Hashable, Sendable {
        /// In the forward pass alone: derivatives are still taken at the right values.
        case forward
        /// Wherever the value is used.
        case everywhere
    }

    /// Another value for a node.
    case value(NodeID, by: NodeID, in: Scope)
    /// Another way through one use of a value, in the backward pass.
    case pull(PullID, by: NodeID)
    /// Another derivative.
    case adjoint(AdjointID, by: NodeID)
    /// Asked entries given in each other's place: the first is answered with the second's number.
    case answers([Int: Int])
}

/// What a set of edits replaces, as the lowering looks it up.
struct Replacements: Sendable {
    private(set) var everywhere: [NodeID: NodeID] = [:]
    private(set) var forward: [NodeID: NodeID] = [:]
    private(set) var answers: [Int: Int] = [:]

    init(_ edits: [Edit], in graph: Graph) {
        for edit in edits {
            switch edit {
            case .value(let node, let other, .everywhere): everywhere[node] = other
            case .value(let node, let other, .forward): forward[node] = other
            case .pull(let pull, let other): everywhere[graph[pull].value] = other
            case .adjoint(let adjoint, let other): everywhere[graph[adjoint].sum] = other
            case .answers(let exchanged): answers.merge(exchanged) { _, new in new }
            }
        }
    }

    /// The nodes that are replaced.
    var nodes: Set<NodeID> { Set(everywhere.keys).union(forward.keys) }

    /// What stands for a node that is seen from the forward or the backward pass.
    func replacement(of node: NodeID, isBackward: Bool) -> NodeID? {
        (isBackward ? nil : forward[node]) ?? everywhere[node]
    }
}

/// Edits that cannot be carried out together.
package struct EditError: Error, Hashable, Sendable {
    /// The node whose replacement is made of itself, or has another shape.
    package let node: NodeID
}
