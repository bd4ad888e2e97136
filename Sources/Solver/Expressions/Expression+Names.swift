extension Expression {
    /// The expressions that it is made of.
    package var operands: [Expression] {
        switch kind {
        case .number, .name: []
        case .derivative(let first, let second), .binary(_, let first, let second): [first, second]
        case .negation(let operand), .selection(let operand, _), .transpose(let operand): [operand]
        case .comparison(let operands, _): operands
        case .call(_, let arguments, _): arguments
        case .substitution(let base, let replacements): [base] + replacements.map(\.value)
        }
    }

    /// Itself and all expressions in it, from left to right.
    package var all: [Expression] {
        var found: [Expression] = []
        var stack = [self]
        while let next = stack.popLast() {
            found.append(next)
            stack += next.operands.reversed()
        }
        return found
    }

    /// The names of quantities and drawn functions that it mentions, in the order of their first mention.
    package var names: [String] {
        var seen: [String] = []
        for name in all.flatMap(\.ownNames) where !seen.contains(name) { seen.append(name) }
        return seen
    }

    /// The names of given numbers that stand as indices in it.
    package var indices: [String] { all.flatMap(\.ownIndices) }

    private var ownNames: [String] {
        switch kind {
        case .name(let name): [name]
        case .call(let name, _, _): Function.named(name) == nil ? [name] : []
        case .substitution(_, let replacements): replacements.map(\.name)
        default: ownIndices
        }
    }

    private var ownIndices: [String] {
        guard case .selection(_, let subscripts) = kind else { return [] }
        return subscripts.compactMap { place in if case .drawn(let name) = place { name } else { nil } }
    }
}
