extension Elaboration {
    /// The node of the same calculation with other values for some quantities.
    mutating func substituted(
        _ base: Expression, _ replacements: [Expression.Replacement]
    ) throws(ExpressionError) -> NodeID {
        let original = try node(for: base)
        var others: [NodeID: NodeID] = [:]
        for replacement in replacements {
            let quantity = try quantity(replacement.name, at: replacement.range)
            guard graph.isNeeded(quantity, for: original) else {
                throw ExpressionError("this does not depend on '\(replacement.name)'", at: replacement.range)
            }
            guard indices[replacement.name] == nil else {
                throw ExpressionError(
                    "'\(replacement.name)' is an index and cannot be replaced", at: replacement.range)
            }
            let other = try node(for: replacement.value)
            guard graph[other].shape == graph[quantity].shape else {
                throw ExpressionError(
                    "'\(replacement.name)' has the shape \(graph[quantity].shape), not \(graph[other].shape)",
                    at: replacement.range)
            }
            guard others.updateValue(other, forKey: quantity) == nil else {
                throw ExpressionError("'\(replacement.name)' is replaced twice", at: replacement.range)
            }
        }
        // What stands for itself, as w_0 in the first round of a loop, changes nothing.
        others = others.filter { $0.key != $0.value }
        do throws(ShapeError) {
            return try graph.copy(of: original, replacing: others)
        } catch {
            throw ExpressionError(error.message, at: base.range)
        }
    }
}
