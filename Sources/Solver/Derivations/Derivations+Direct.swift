import Exact
import Maths

extension Derivations {
    /// The derivative of a scalar or vector by one that its equation uses, or by an entry of one, other quantities held;
    /// nil where that has too many dimensions to be a factor.
    mutating func directFactor(
        of upper: NodeID, by lower: NodeID, entry: Int?
    ) throws(DerivativeError) -> ChainFactor? {
        let key = ChainFactor.Key(upper: upper, lower: lower, entry: entry)
        if let known = factors[key] { return known }
        let made = try newFactor(of: upper, by: lower, entry: entry)
        factors[key] = made
        return made
    }

    private mutating func newFactor(
        of upper: NodeID, by lower: NodeID, entry: Int?
    ) throws(DerivativeError) -> ChainFactor? {
        let shape = graph[lower].shape
        guard entry != nil || shape.rank <= 1 else { return nil }
        let quantity = writer.names[upper] ?? writer.symbol(upper)
        let variable = writer.names[lower] ?? writer.symbol(lower)
        let indices = entry.map { shape.isRowOrColumn ? [$0 + 1] : shape.indices(ofEntry: $0) }
        let place = indices.map { Maths.entry($0.map(Maths.integer), of: variable) } ?? variable
        var name = Maths.derivative(of: quantity, by: [place])
        if graph[upper].shape.isScalar {
            if entry == nil && !shape.isScalar { name = .transpose(name) }
            return try scalarFactor(of: upper, by: lower, entry: entry, name)
        }
        if let pieces = try pieces(from: upper, to: lower, entry: entry) {
            let node = try product(pieces)
            let sides = worked(node)
            let derivation = sides.count > 2 ? Derivation(name, sides) : nil
            return ChainFactor(
                name: name, node: node, symbol: writer.isShort(node) ? writer.symbol(node, isNamed: true) : nil,
                derivation: derivation, needed: needed(for: node))
        }
        var jacobian = try writer.graph.jacobian(
            of: upper, withRespectTo: lower, holding: quantities.filter { $0 != upper })
        if let entry { jacobian = try appended(Selection([.all, .index(entry + 1)]), [jacobian]) }
        if entry == nil && shape.isScalar { jacobian = try appended(Selection([.all, .index(1)]), [jacobian]) }
        return ChainFactor(
            name: name, node: jacobian, symbol: nil,
            derivation: Derivation(name, [writer.numbers.array(jacobian, graph)]))
    }

    /// Of a scalar: simplified, as a row where the variable is a vector.
    private mutating func scalarFactor(
        of upper: NodeID, by lower: NodeID, entry: Int?, _ name: Maths
    ) throws(DerivativeError) -> ChainFactor {
        let made = try writer.graph.derivative(of: upper, withRespectTo: lower, holding: quantities)
        let target = DerivationTarget(graph[made].sum, entry: entry)
        var raw = try simplified(target, multipliesNumbers: false)
        var neat = try simplified(target, multipliesNumbers: true)
        if entry == nil {
            raw = try turned(raw)
            neat = try turned(neat)
        }
        let isLeaf = writer.names[neat] != nil
        var sides = isLeaf ? [writer.symbol(neat, isNamed: true)] : worked(neat)
        if writer.isShort(raw) { sides.insert(writer.symbol(raw, isNamed: true), at: 0) }
        let derivation = Derivation(name, sides)
        let isShort = writer.isShort(neat)
        return ChainFactor(
            name: name, node: neat, symbol: isShort ? writer.symbol(neat, isNamed: true) : nil,
            derivation: derivation.sides.count > 2 ? derivation : nil,
            needed: isLeaf
                ? owners[neat].map { given.contains($0) ? [] : [DerivationTarget($0)] } ?? [] : needed(for: neat))
    }

    private mutating func turned(_ node: NodeID) throws(DerivativeError) -> NodeID {
        try appended { graph throws(ShapeError) in try graph.transposed(node) }
    }

    /// The matrices, from the left, whose product is the derivative of a vector by what its equation uses once; nil where
    /// the equation is of another kind.
    private mutating func pieces(
        from upper: NodeID, to lower: NodeID, entry: Int?
    ) throws(DerivativeError) -> [NodeID]? {
        var pieces: [NodeID] = []
        var isNegative = false
        var node = graph[upper].inputs[0]
        while node != lower {
            if owners[node] == node { return nil }
            let inputs = graph[node].inputs
            let ways = inputs.indices.filter { uses(inputs[$0], lower) }
            guard let way = ways.first else { return nil }
            if ways.count > 1 {
                guard actsOnEntries(node, from: lower) else { return nil }
                pieces.append(try diagonal(of: node, by: lower))
                break
            }
            let next = inputs[way]
            let isWhole = graph[next].shape == graph[node].shape
            switch graph[node].operation {
            case is Addition where isWhole, is Quantity: break
            case is Subtraction where isWhole: if way == 1 { isNegative.toggle() }
            case is Negation: isNegative.toggle()
            case is MatrixProduct where way == 1 && graph[inputs[0]].shape.rank == 2 && graph[next].shape.rank == 1:
                pieces.append(inputs[0])
            case is MatrixProduct where way == 0 && next == lower && graph[inputs[1]].shape.rank == 1:
                guard let entry else { return nil }
                let indices = graph[lower].shape.indices(ofEntry: entry)
                let factor = try appended(Selection([.index(indices[1])]), [inputs[1]])
                pieces.append(
                    try appended(Placement([.index(indices[0])], in: graph[node].shape), [factor]))
                return try signed(pieces, isNegative)
            case is Multiplication where isWhole && graph[inputs[1 - way]].shape.isScalar:
                pieces.append(inputs[1 - way])
            case is Multiplication where isWhole && graph[inputs[1 - way]].shape == graph[node].shape:
                pieces.append(try appended(Diagonal(), [inputs[1 - way]]))
            case let function as any VectorFunction where graph[node].shape.rank == 1:
                pieces.append(try appended { graph throws(ShapeError) in try function.jacobian(at: node, in: &graph) })
            case let operation where operation.actsOnEntries && isWhole && graph[node].shape.rank == 1:
                pieces.append(try diagonal(of: node, by: next))
            default: return nil
            }
            node = next
        }
        guard let shape = entry.map({ _ in graph[lower].shape }), let entry else {
            if pieces.allSatisfy({ graph[$0].shape.isScalar }) {
                let ones = try appended(Constant(.one, shape: graph[upper].shape), [])
                pieces.append(try appended(Diagonal(), [ones]))
            }
            return try signed(pieces, isNegative)
        }
        guard shape.rank == 1 else { return nil }
        let one = try appended(Constant(.one), [])
        pieces.append(try appended(Placement([.index(entry + 1)], in: shape), [one]))
        return try signed(pieces, isNegative)
    }

    private mutating func signed(_ pieces: [NodeID], _ isNegative: Bool) throws(DerivativeError) -> [NodeID] {
        isNegative ? [try appended(Constant(-.one), [])] + pieces : pieces
    }

    /// The derivative of a vector by another one that its entries are calculated from one by one: a diagonal matrix, or the
    /// number that stands everywhere on the diagonal.
    private mutating func diagonal(of node: NodeID, by variable: NodeID) throws(DerivativeError) -> NodeID {
        let made = try writer.graph.derivative(of: node, withRespectTo: variable, holding: quantities)
        let slopes = try simplified(DerivationTarget(graph[made].sum), multipliesNumbers: true)
        if isUniform(slopes) {
            let names = writer.names
            return try appended { graph throws(ShapeError) in try graph.entry(0, of: slopes) { names[$0] != nil } }
        }
        return try appended(Diagonal(), [slopes])
    }

    /// Whether a scalar stands in every entry of a node, as its symbols show.
    private func isUniform(_ node: NodeID) -> Bool {
        if graph[node].shape.isScalar || graph[node].operation is Constant { return true }
        guard writer.names[node] == nil else { return false }
        let operation = graph[node].operation
        return (operation is Spread || operation.actsOnEntries) && graph[node].inputs.allSatisfy(isUniform)
    }

    /// Whether the entries of a vector are calculated one by one from those of another, by whatever ways.
    private func actsOnEntries(_ node: NodeID, from lower: NodeID) -> Bool {
        var seen: Set<NodeID> = [lower]
        var stack = [node]
        while let next = stack.popLast() {
            guard seen.insert(next).inserted, uses(next, lower) else { continue }
            guard graph[next].operation.actsOnEntries, graph[next].shape == graph[lower].shape else { return false }
            stack += graph[next].inputs
        }
        return graph[lower].shape.rank == 1
    }

    /// Whether a node is calculated from another one, or is it, without another quantity between them.
    private func uses(_ node: NodeID, _ other: NodeID) -> Bool {
        var seen: Set<NodeID> = []
        var stack = [node]
        while let next = stack.popLast() {
            if next == other { return true }
            if owners[next] == next || next < other { continue }
            for input in graph[next].inputs where seen.insert(input).inserted { stack.append(input) }
        }
        return false
    }
}
