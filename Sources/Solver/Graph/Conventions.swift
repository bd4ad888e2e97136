import Maths

/// What a reader must agree on to get the same numbers from equations, as their operations tell it.
package struct Conventions: Hashable, Sendable {
    /// Formulas such as `ln x = logₑ x`, in the order of the equations, each once.
    package let formulas: [Maths]
    /// Whether functions of one number are applied to arrays.
    package let hasFunctionsOfArrays: Bool
}

extension Graph {
    /// The conventions that values of some nodes rest on; those about a derivative only where one is taken.
    ///
    /// Nothing is told of how the quantities at the nodes `hidden` are calculated.
    package func conventions(neededFor targets: [NodeID], hiding hidden: [NodeID] = []) -> Conventions {
        let isNeeded = isNeeded(for: targets)
        let isHidden = isHidden(by: Set(hidden))
        var isDifferentiated = [Bool](repeating: false, count: nodes.count)
        for pull in pulls where isNeeded[pull.value.index] { isDifferentiated[pull.node.index] = true }

        var formulas: [Maths] = []
        var hasFunctionsOfArrays = false
        for (index, node) in nodes.enumerated() where isNeeded[index] && !isHidden[index] && !node.isBackward {
            let operation = node.operation
            let own = operation.conventions + (isDifferentiated[index] ? operation.derivativeConventions : [])
            for formula in own where !formulas.contains(formula) { formulas.append(formula) }
            if operation.isFunctionOfEntries && !node.shape.isScalar { hasFunctionsOfArrays = true }
        }
        return Conventions(formulas: formulas, hasFunctionsOfArrays: hasFunctionsOfArrays)
    }

    /// By node, whether it is a step of a quantity that is hidden, calculated with whatever values.
    private func isHidden(by quantities: Set<NodeID>) -> [Bool] {
        var isHidden = [Bool](repeating: false, count: nodes.count)
        for (index, node) in nodes.enumerated().reversed() {
            let id = NodeID(index: index)
            if node.operation is Quantity { isHidden[index] = quantities.contains(copies[id]?.original ?? id) }
            guard isHidden[index] else { continue }
            for input in node.inputs { isHidden[input.index] = true }
        }
        return isHidden
    }
}
