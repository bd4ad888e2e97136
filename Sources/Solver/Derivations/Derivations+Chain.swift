import Maths

/// A factor of a chain: the derivative of one quantity by the next, everything else held.
struct ChainFactor {
    /// `∂z₂/∂h₁`, or a row `(∂L/∂z₂)ᵀ`.
    let name: Maths
    /// What computes it: a scalar, a row, a column or a matrix with a row an entry of what is differentiated.
    let node: NodeID
    /// How it is written; nil where only its numbers are shown.
    let symbol: Maths?
    /// Its own derivation, where that takes more than writing it down.
    var derivation: Derivation?
    /// What must be worked out before.
    var needed: [DerivationTarget] = []

    /// Which factor: of what, by what or by which entry of it.
    struct Key: Hashable {
        let upper: NodeID
        let lower: NodeID
        let entry: Int?
    }
}

extension Derivations {
    /// A derivative by the chain rule; nil where the way leads through a matrix, so that it is better worked out backwards.
    mutating func chainPlan(
        _ root: NodeID, _ variable: NodeID, _ target: DerivationTarget, as left: Maths
    ) throws(DerivativeError) -> Plan? {
        guard let start = owners[root] else { return nil }
        let isVector = target.entry == nil && !graph[variable].shape.isScalar
        guard target.entry != nil || graph[variable].shape.rank <= 1 else { return nil }
        let ways = between(variable, start)
        let first = users(of: variable, in: ways)
        if first.count > 1 { return try sumPlan(start, variable, first, target, as: left) }

        var factors: [ChainFactor] = []
        var lower = variable
        while let upper = users(of: lower, in: ways).first, lower != start {
            guard graph[upper].shape.rank <= 1,
                let factor = try directFactor(of: upper, by: lower, entry: lower == variable ? target.entry : nil)
            else { return nil }
            factors.append(factor)
            lower = upper
            if lower == start { break }
            let total = try total(start, lower)
            if users(of: lower, in: ways).count > 1 || finished.contains(DerivationTarget(total)) {
                factors.append(try totalFactor(total, of: lower))
                break
            }
        }
        // A single factor is the derivative itself.
        if factors.count < 2 { return nil }
        factors.reverse()
        return try plan(product: factors, as: isVector ? .transpose(left) : left)
    }

    /// Several ways from the variable up: the sum of what arrives by each.
    private mutating func sumPlan(
        _ root: NodeID, _ variable: NodeID, _ users: [NodeID], _ target: DerivationTarget, as left: Maths
    ) throws(DerivativeError) -> Plan? {
        var names: [Term] = []
        var symbols: [Term] = []
        var products: [NodeID] = []
        var numbers: [Term] = []
        var needed: [DerivationTarget] = []
        var derivations: [Derivation] = []
        for upper in users {
            guard graph[upper].shape.rank <= 1,
                let factor = try directFactor(of: upper, by: variable, entry: target.entry)
            else { return nil }
            var factors = [factor]
            if upper != root { factors.insert(try totalFactor(try total(root, upper), of: upper), at: 0) }
            // The derivative of the root itself has the name of the whole sum, so it is written out.
            names.append(
                Term(.plus, upper == root ? factor.symbol ?? value(factor.node) : .product(factors.map(\.name), .dot)))
            symbols.append(Term(.plus, .product(factors.map { $0.symbol ?? value($0.node) }, .dot)))
            numbers.append(Term(.plus, .product(factors.map { value($0.node) }, .dot)))
            products.append(try product(factors.map(\.node)))
            needed += factors.flatMap(\.needed)
            if upper != root { derivations += factors.compactMap(\.derivation) }
        }
        let terms = products.map { Term(.plus, value($0)) }
        let sum = try appended(Accumulation(), products)
        let isVector = target.entry == nil && !graph[variable].shape.isScalar
        let sides = [Maths.sum(names), .sum(symbols), .sum(numbers), .sum(terms), value(sum)]
        derivations.append(Derivation(isVector ? .transpose(left) : left, sides))
        return Plan(derivations: derivations, needed: needed)
    }

    /// The names of the factors, what they are, their numbers, and the product from the left.
    private mutating func plan(product factors: [ChainFactor], as left: Maths) throws(DerivativeError) -> Plan {
        var sides: [Maths] = [.product(factors.map(\.name), .dot)]
        let symbols = factors.compactMap(\.symbol)
        if symbols.count == factors.count { sides.append(.product(symbols, .dot)) }
        var rest = factors.map(\.node)[...]
        var done = rest.removeFirst()
        sides.append(.product([value(done)] + rest.map { value($0) }, .dot))
        while let next = rest.popFirst() {
            done = try product([done, next])
            sides.append(rest.isEmpty ? value(done) : .product([value(done)] + rest.map { value($0) }, .dot))
        }
        return Plan(
            derivations: factors.compactMap(\.derivation) + [Derivation(left, sides)],
            needed: factors.flatMap(\.needed))
    }

    private mutating func value(_ node: NodeID) -> Maths { writer.numbers.array(node, graph) }

    /// The derivative of the root by a quantity that is worked out by itself; of a vector, as a row.
    private mutating func totalFactor(_ total: NodeID, of quantity: NodeID) throws(DerivativeError) -> ChainFactor {
        let name = writer.names[total] ?? writer.symbol(total)
        let isScalar = graph[quantity].shape.isScalar
        let row = isScalar ? total : try appended(Transpose(), [total])
        let written = isScalar ? name : .transpose(name)
        return ChainFactor(name: written, node: row, symbol: written, needed: [DerivationTarget(total)])
    }

    /// The derivative of a quantity by another one, all paths taken.
    private mutating func total(_ root: NodeID, _ variable: NodeID) throws(DerivativeError) -> NodeID {
        let made = try writer.graph.derivative(of: root, withRespectTo: variable)
        note(graph[made])
        return graph[made].sum
    }

    /// Factors multiplied from the left.
    mutating func product(_ nodes: [NodeID]) throws(DerivativeError) -> NodeID {
        var product = nodes[0]
        for next in nodes.dropFirst() {
            let hasScalar = graph[product].shape.isScalar || graph[next].shape.isScalar
            let operation: any Operation = hasScalar ? Multiplication() : MatrixProduct()
            product = try appended(operation, [product, next])
        }
        return product
    }

    /// Appends a step that is shown.
    mutating func appended(_ operation: any Operation, _ inputs: [NodeID]) throws(DerivativeError) -> NodeID {
        try appended { graph throws(ShapeError) in try graph.append(operation, inputs) }
    }

    /// Appends steps that are shown, as differentiating does.
    mutating func appended(
        _ steps: (inout Graph) throws(ShapeError) -> NodeID
    ) throws(DerivativeError) -> NodeID {
        let wasDifferentiating = writer.graph.isDifferentiating
        writer.graph.isDifferentiating = true
        defer { writer.graph.isDifferentiating = wasDifferentiating }
        do throws(ShapeError) {
            return try steps(&writer.graph)
        } catch {
            throw .shape(error)
        }
    }

    /// The quantities on a way from a variable to what is differentiated, both included.
    func between(_ variable: NodeID, _ root: NodeID) -> Set<NodeID> {
        var reached: Set<NodeID> = [variable]
        for quantity in quantities where quantity > variable && quantity <= root {
            if sources(of: quantity).contains(where: reached.contains) { reached.insert(quantity) }
        }
        var needed: Set<NodeID> = [root]
        for quantity in quantities.reversed() where needed.contains(quantity) {
            needed.formUnion(sources(of: quantity))
        }
        return reached.intersection(needed)
    }

    /// The quantities of a set whose equations use a quantity directly.
    func users(of quantity: NodeID, in ways: Set<NodeID>) -> [NodeID] {
        ways.filter { $0 > quantity && sources(of: $0).contains(quantity) }.sorted()
    }

    /// The quantities that an equation uses in a way that has a derivative.
    private func sources(of quantity: NodeID) -> Set<NodeID> {
        var found: Set<NodeID> = []
        var seen: Set<NodeID> = []
        var stack = [quantity]
        while let node = stack.popLast() {
            for (operand, input) in graph[node].inputs.enumerated()
            where graph[node].operation.isDifferentiable(in: operand) && seen.insert(input).inserted {
                if let owner = owners[input], owner == input { found.insert(owner) } else { stack.append(input) }
            }
        }
        return found
    }
}
