import Maths

extension Derivations {
    /// A derivative from those of the quantities that use the variable, as backpropagation reaches it.
    mutating func backwardPlan(_ target: DerivationTarget, as left: Maths) throws(DerivativeError) -> Plan {
        let raw = try simplified(target, multipliesNumbers: false)
        let neat = try simplified(target, multipliesNumbers: true)
        var sides: [Maths] = []
        if writer.isShort(raw) { sides.append(writer.side(raw, of: target.node)) }
        if neat != target.node, writer.names[neat] != nil {
            sides += [writer.side(neat, of: target.node), writer.numbers.array(neat, graph)]
        } else {
            sides += worked(neat)
        }
        var needed = needed(for: neat)
        if isDerivative(neat) && neat != target.node { needed = [DerivationTarget(neat)] }
        return Plan(derivations: [Derivation(left, sides)], needed: needed)
    }

    /// A derivative, or an entry of one, as a person would write it.
    mutating func simplified(
        _ target: DerivationTarget, multipliesNumbers: Bool
    ) throws(DerivativeError) -> NodeID {
        let names = writer.names
        let simplification = Simplification(multipliesNumbers: multipliesNumbers) { names[$0] != nil }
        return try appended { graph throws(ShapeError) in
            let whole = try simplification(target.node, in: &graph)
            guard let entry = target.entry else { return whole }
            return try graph.entry(entry, of: whole) { names[$0] != nil }
        }
    }
}

extension StepWriter {
    /// A node in symbols: by its name unless it is what is being worked out.
    func side(_ node: NodeID, of worked: NodeID) -> Maths {
        node != worked ? names[node] ?? symbol(node) : symbol(node)
    }
}

extension Graph {
    /// One entry of a node, calculated by itself where that is simpler: of what acts entry by entry, from the operands'
    /// entries; of a column times a row, the product of two entries. Nothing behind a leaf is looked at.
    mutating func entry(
        _ entry: Int, of node: NodeID, isLeaf: (NodeID) -> Bool
    ) throws(ShapeError) -> NodeID {
        let shape = self[node].shape
        if shape.isScalar { return node }
        let indices = shape.indices(ofEntry: entry)
        let inputs = self[node].inputs
        if let constant = self[node].operation as? Constant {
            return try backward(Constant(constant.value, isFraction: constant.isFraction))
        }
        if !isLeaf(node), self[node].operation.actsOnEntries {
            var operands: [NodeID] = []
            for input in inputs {
                let place = Broadcasting.entries(of: self[input].shape, in: shape)[entry]
                operands.append(try self.entry(place, of: input, isLeaf: isLeaf))
            }
            return try backward(self[node].operation, operands)
        }
        if self[node].isBackward && !isLeaf(node) {
            switch self[node].operation {
            case is MatrixProduct
            where self[inputs[0]].shape.count == shape.dimensions[0] && shape.rank == 2
                && self[inputs[1]].shape.count == shape.dimensions[1]:
                let left = try self.entry(indices[0] - 1, of: inputs[0], isLeaf: isLeaf)
                return try backward(
                    Multiplication(), left, try self.entry(indices[1] - 1, of: inputs[1], isLeaf: isLeaf))
            case is Transpose, is Reshape:
                if self[inputs[0]].shape.asMatrix.map({ $0.rows == 1 || $0.columns == 1 }) ?? false {
                    return try self.entry(entry, of: inputs[0], isLeaf: isLeaf)
                }
            case is Spread where self[inputs[0]].shape.isScalar:
                return inputs[0]
            default: break
            }
        }
        if self[node].operation is Transpose, self[inputs[0]].shape.rank == 1 {
            return try self.entry(entry, of: inputs[0], isLeaf: isLeaf)
        }
        let places = shape.isRowOrColumn ? [entry + 1] : indices
        return try backward(Selection(places.map(Subscript.index)), node)
    }
}
