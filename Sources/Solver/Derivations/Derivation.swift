import Maths

/// How gradients are worked out on a key.
package enum DerivationStyle: String, Hashable, Sendable, CaseIterable {
    /// By the chain rule: a product of the derivatives along the way.
    case chain
    /// Backwards, one derivative of the loss after the other.
    case backprop
}

/// A quantity worked out: what it is, and sides that are all equal to it, from symbols to its value.
package struct Derivation: Hashable, Sendable {
    /// What is worked out.
    package let left: Maths
    /// In the order of the work.
    package let sides: [Maths]

    /// Equal sides follow one another only once.
    init(_ left: Maths, _ sides: [Maths]) {
        self.left = left
        var kept: [Maths] = []
        for side in sides where side != kept.last && side != left { kept.append(side) }
        self.sides = kept
    }
}

/// What can be worked out: a value as a whole, or one of its entries in row-major order.
package struct DerivationTarget: Hashable, Sendable {
    /// What computes it.
    package let node: NodeID
    /// Nil for all of it.
    package let entry: Int?

    /// A node's value or one of its entries.
    package init(_ node: NodeID, entry: Int? = nil) {
        self.node = node
        self.entry = entry
    }
}
