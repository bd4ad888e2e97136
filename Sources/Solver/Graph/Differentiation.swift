/// Which derivative: of what, with respect to what, and which quantities are held meanwhile.
struct DerivativeKey: Hashable, Sendable {
    let of: NodeID
    let withRespectTo: NodeID
    let held: [NodeID]
}

/// Why a derivative could not be made.
package enum DerivativeError: Error, Hashable, Sendable {
    /// What is differentiated does not depend, in a differentiable way, on the variable.
    case independent
    /// What is differentiated, or its derivative, is an array of more than four dimensions or too many entries.
    case shape(ShapeError)
}

extension Graph {
    /// The derivative of a scalar node, as reverse accumulation makes it.
    ///
    /// Every use of a value between the two nodes gives one ``Pull``, every value one ``Adjoint``. Values in `held` are
    /// taken as constants: nothing is carried through them. What was made before is used again.
    ///
    /// Complexity: linear in the number of nodes between the two, besides what the operations append.
    package mutating func derivative(
        of root: NodeID, withRespectTo target: NodeID, holding held: [NodeID] = []
    ) throws(DerivativeError) -> AdjointID {
        let held = held.filter { $0 != root && $0 != target }.sorted()
        func key(_ node: NodeID) -> DerivativeKey { DerivativeKey(of: root, withRespectTo: node, held: held) }
        if let known = derivatives[key(target)] { return known }

        let between = nodes(from: target, to: root, holding: Set(held))
        guard between[root.index] else { throw .independent }
        let wasDifferentiating = isDifferentiating
        isDifferentiating = true
        defer { isDifferentiating = wasDifferentiating }
        for index in stride(from: root.index, through: target.index, by: -1) where between[index] {
            let node = NodeID(index: index)
            if derivatives[key(node)] != nil { continue }
            do throws(ShapeError) {
                derivatives[key(node)] = try adjoint(key(node), between: between)
            } catch {
                throw .shape(error)
            }
        }
        guard let made = derivatives[key(target)] else { throw .independent }
        return made
    }

    /// All derivatives of the entries of one node with respect to the entries of another: a matrix with a row an entry
    /// of the first and a column an entry of the second (the numerator layout), in which chains multiply from the left.
    package mutating func jacobian(
        of root: NodeID, withRespectTo target: NodeID, holding held: [NodeID] = []
    ) throws(DerivativeError) -> NodeID {
        let columns = self[target].shape.count
        var gradients: [NodeID] = []
        var isIndependent = true
        for row in 0..<self[root].shape.count {
            let entry =
                self[root].shape.isScalar
                ? root : try added(Selection(self[root].shape.indices(ofEntry: row).map(Subscript.index)), root)
            do {
                let gradient = try derivative(of: entry, withRespectTo: target, holding: held)
                gradients.append(try added(Reshape(to: .vector(columns)), self[gradient].sum))
                isIndependent = false
            } catch .independent {
                gradients.append(try added(Constant(.zero, shape: .vector(columns))))
            }
        }
        if isIndependent { throw .independent }
        return try added(Stack(), gradients)
    }

    /// Marks what depends on `start` and is needed for `end`, both included, by ways that avoid what is held.
    private func nodes(from start: NodeID, to end: NodeID, holding held: Set<NodeID>) -> [Bool] {
        var needed = [Bool](repeating: false, count: end.index + 1)
        needed[end.index] = true
        for index in stride(from: end.index, through: 0, by: -1) where needed[index] {
            if held.contains(NodeID(index: index)) || index == start.index { continue }
            for (operand, input) in nodes[index].inputs.enumerated()
            where nodes[index].operation.isDifferentiable(in: operand) {
                needed[input.index] = true
            }
        }
        var between = [Bool](repeating: false, count: end.index + 1)
        guard start <= end, needed[start.index] else { return between }
        between[start.index] = true
        for index in 0...end.index where index > start.index && needed[index] {
            if held.contains(NodeID(index: index)) { continue }
            let operation = nodes[index].operation
            between[index] = nodes[index].inputs.enumerated().contains { operand, input in
                between[input.index] && operation.isDifferentiable(in: operand)
            }
        }
        return between
    }

    private mutating func adjoint(_ key: DerivativeKey, between: [Bool]) throws(ShapeError) -> AdjointID {
        let node = key.withRespectTo
        var made: [PullID] = []
        var values: [NodeID] = []
        if node == key.of { values = [try append(Constant(.one, shape: self[node].shape))] }
        for use in uses[node.index] where node != key.of {
            let user = DerivativeKey(of: key.of, withRespectTo: use.node, held: key.held)
            guard use.node <= key.of, between[use.node.index], let arriving = derivatives[user],
                self[use.node].operation.isDifferentiable(in: use.operand)
            else { continue }
            let value = try pullValue(use.node, operand: use.operand, upstream: self[arriving].sum)
            made.append(PullID(index: pulls.count))
            pulls.append(
                Pull(node: use.node, operand: use.operand, upstream: self[arriving].sum, value: value))
            values.append(value)
        }
        let sum = try append(Accumulation(), values)
        adjoints.append(Adjoint(of: key.of, withRespectTo: node, pulls: made, sum: sum))
        return AdjointID(index: adjoints.count - 1)
    }

    /// What an operation pulls, as a node of its own even where it passes on what arrives.
    private mutating func pullValue(
        _ node: NodeID, operand: Int, upstream: NodeID
    ) throws(ShapeError) -> NodeID {
        let before = nodes.count
        let value = try self[node].operation.pull(operand: operand, upstream: upstream, at: node, in: &self)
        return value.index < before ? try append(Accumulation(), value) : value
    }

    /// Appends an operation in the course of differentiating.
    mutating func added(_ operation: any Operation, _ inputs: NodeID...) throws(DerivativeError) -> NodeID {
        try added(operation, inputs)
    }

    private mutating func added(_ operation: any Operation, _ inputs: [NodeID]) throws(DerivativeError) -> NodeID {
        do throws(ShapeError) {
            return try append(operation, inputs)
        } catch {
            throw .shape(error)
        }
    }
}
