/// A function that each sheet draws from several.
package struct DrawnFunction: Hashable, Sendable {
    /// A given scalar: the place in `names`, from 0.
    package let index: NodeID
    /// What can be drawn: names of ``Function/all``.
    package let names: [String]

    /// A function chosen from these by the value of a node.
    package init(index: NodeID, names: [String]) {
        self.index = index
        self.names = names
    }
}
