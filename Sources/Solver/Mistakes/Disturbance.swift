import Exact

extension Graph {
    /// A way in which a step goes wrong that is no known mistake: what a checker must not explain.
    package enum Disturbance: Int, CaseIterable, Sendable {
        case oneMore, doubled, negated
    }

    /// A node's value gone wrong, for an edit.
    package mutating func disturbed(_ node: NodeID, by disturbance: Disturbance) throws(ShapeError) -> NodeID {
        let copy = try copy(of: node)
        switch disturbance {
        case .oneMore: return try append(Addition(), copy, try constant(.one))
        case .doubled: return try append(Multiplication(), copy, try constant(Rational(2)))
        case .negated: return try append(Negation(), copy)
        }
    }
}
