/// A quantity or a derivative calculated a second time with other values.
package struct Copy: Hashable, Sendable {
    /// What it is a copy of.
    package let original: NodeID
    /// The quantities that were replaced, in order, and what stands for them.
    package let replaced: [NodeID]
    package let others: [NodeID]
}

extension Graph {
    /// Calculates a node again with other values for some nodes; what does not depend on these is not copied, nor are
    /// numbers of the sheet that were worked out from them.
    ///
    /// Derivatives are copied step by step, with their pulls and adjoints, so that each step of a copy has a place too.
    ///
    /// Complexity: linear in the nodes between the replaced ones and the target.
    mutating func copy(of target: NodeID, replacing others: [NodeID: NodeID]) throws(ShapeError) -> NodeID {
        if let other = others[target] { return other }
        let isNeeded = isNeeded(for: [target])
        let replaced = others.keys.sorted()
        let stands = replaced.compactMap { others[$0] }
        var copies = others
        let wasDifferentiating = isDifferentiating
        defer { isDifferentiating = wasDifferentiating }
        guard let first = replaced.first else { return target }
        let derivatives = Set(adjoints.map(\.sum))
        for index in first.index...target.index where isNeeded[index] {
            let node = NodeID(index: index)
            guard copies[node] == nil, !hidesCalculation(node),
                self[node].inputs.contains(where: { copies[$0] != nil })
            else { continue }
            isDifferentiating = self[node].isBackward
            let copy = try append(self[node].operation, self[node].inputs.map { copies[$0] ?? $0 })
            copies[node] = copy
            if self[node].operation is Quantity || derivatives.contains(node) {
                self.copies[copy] = Copy(original: node, replaced: replaced, others: stands)
            }
        }
        copyDerivatives(copies)
        return copies[target] ?? target
    }

    private mutating func copyDerivatives(_ copies: [NodeID: NodeID]) {
        var copiedPulls: [PullID: PullID] = [:]
        for (index, pull) in pulls.enumerated() {
            guard let value = copies[pull.value] else { continue }
            copiedPulls[PullID(index: index)] = PullID(index: pulls.count)
            pulls.append(
                Pull(
                    node: copies[pull.node] ?? pull.node, operand: pull.operand,
                    upstream: copies[pull.upstream] ?? pull.upstream, value: value))
        }
        for adjoint in adjoints {
            guard let sum = copies[adjoint.sum] else { continue }
            adjoints.append(
                Adjoint(
                    of: copies[adjoint.of] ?? adjoint.of,
                    withRespectTo: copies[adjoint.withRespectTo] ?? adjoint.withRespectTo,
                    pulls: adjoint.pulls.map { copiedPulls[$0] ?? $0 }, sum: sum))
        }
    }

    /// Whether a node is used, directly or not, by another one, or is it; calculations that nobody sees do not count.
    package func isNeeded(_ node: NodeID, for target: NodeID) -> Bool {
        node <= target && isNeeded(for: [target], fromHidden: false)[node.index]
    }
}
