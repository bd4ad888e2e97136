extension Graph {
    /// Whether a node's value follows from the given quantities of these names without another quantity's calculation.
    ///
    /// A quantity that only picks entries of given ones counts as given; a derivative never does. O(nodes).
    package func followsFromGiven(_ target: NodeID, given: Set<String>) -> Bool {
        var follows = [Bool](repeating: false, count: target.index + 1)
        var isPicked = follows
        for index in follows.indices {
            let node = nodes[index]
            let inputsFollow = node.inputs.allSatisfy { follows[$0.index] }
            let quantity = node.operation as? Quantity
            let isGiven = quantity.map { given.contains($0.name) } ?? false
            isPicked[index] = isGiven || node.operation.isPick && node.inputs.allSatisfy { isPicked[$0.index] }
            follows[index] = quantity == nil ? inputsFollow && !node.isBackward : isPicked[index]
        }
        return follows[target.index]
    }
}

extension Operation {
    /// Whether entries only take another place.
    fileprivate var isPick: Bool {
        self is Given || self is Constant || self is Quantity || self is Selection || self is Transpose
            || self is Reshape || self is Stack || self is DrawnIndex || self is DrawnSelection
    }
}
