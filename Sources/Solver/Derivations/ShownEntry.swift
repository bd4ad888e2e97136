/// A number that differs from sheet to sheet and is displayed within a formula.
package struct ShownEntry: Hashable, Sendable {
    /// What computes it.
    package let node: NodeID
    /// Its place in the node's value, in row-major order.
    package let entry: Int

    /// An entry of a node at a place in row-major order.
    package init(node: NodeID, entry: Int) {
        self.node = node
        self.entry = entry
    }
}
