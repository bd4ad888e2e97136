import Maths

/// Works out a template's quantities one after the other, each once, and what they need before them.
///
/// The graph grows by the steps that are shown. A quantity that was worked out before is not repeated.
package struct Derivations {
    var writer: StepWriter
    let style: DerivationStyle
    /// The nodes of all quantities, those that are given apart.
    private(set) var quantities: [NodeID] = []
    let given: Set<NodeID>
    /// The quantity whose value a node is: itself, or the right side of its equation.
    var owners: [NodeID: NodeID] = [:]
    /// Of each total derivative, what is differentiated and by which quantity.
    var totals: [NodeID: (of: NodeID, by: NodeID)] = [:]
    /// Derivatives that are calculated again with other values.
    private var copiedDerivatives: Set<NodeID> = []
    /// The factors of chains that were made already.
    var factors: [ChainFactor.Key: ChainFactor] = [:]
    /// What is on the key already: names and what they are in symbols. Their numbers may come from other nodes.
    private var shownEquations: Set<[Maths]> = []
    /// What was worked out so far.
    private(set) var finished: Set<DerivationTarget> = []

    /// Prepares to work out quantities of a graph, each with its written name, in any order. Of what is given, no
    /// calculation is shown. `shown` are the numbers that formulas show already.
    package init(
        _ graph: Graph, given: [(node: NodeID, name: Maths)], defined: [(node: NodeID, name: Maths)],
        shown: [ShownEntry], style: DerivationStyle
    ) {
        var quantities = given + defined
        writer = StepWriter(
            graph: graph, names: Dictionary(quantities.map { ($0.node, $0.name) }) { first, _ in first },
            numbers: ShownNumbers(shown))
        self.style = style
        self.given = Set(given.map(\.node))
        for adjoint in graph.adjoints where graph.copies[adjoint.sum] == nil { note(adjoint) }
        for (node, copy) in graph.copies.sorted(by: { $0.key < $1.key }) {
            guard let name = name(of: copy), writer.names[node] == nil else { continue }
            writer.names[node] = name
            if graph[node].operation is Quantity {
                quantities.append((node, name))
            } else {
                copiedDerivatives.insert(node)
            }
        }
        self.quantities = quantities.map(\.node).sorted()
        for (node, name) in quantities {
            owners[node] = node
            guard let side = graph[node].inputs.first, writer.names[side] == nil else { continue }
            writer.names[side] = name
            owners[side] = node
        }
        // An index stands in formulas as the sheet's own number.
        for (index, node) in graph.nodes.enumerated() where node.operation is DrawnIndex {
            writer.names[NodeID(index: index)] = writer.numbers.leaves(node.inputs[0], graph)[0]
        }
    }

    /// What is calculated again with other values, named with a bar: `h₁|_{w = w_new}`.
    private func name(of copy: Copy) -> Maths? {
        guard let original = writer.names[copy.original] else { return nil }
        return .evaluated(
            original,
            at: zip(copy.replaced, copy.others).map { replaced, other in
                .equation(writer.symbol(replaced, isNamed: true), writer.symbol(other, isNamed: true))
            })
    }

    /// The graph with all steps.
    package var graph: Graph { writer.graph }
    /// All numbers that formulas show, those of before first.
    package var shown: [ShownEntry] { writer.numbers.entries }

    /// Works out a target that is written as `left`, after all that it needs and that was not worked out before.
    package mutating func derive(_ target: DerivationTarget, as left: Maths) -> [Derivation] {
        var plans: [DerivationTarget: Plan] = [:]
        var derivations: [Derivation] = []
        // A stack of its own: equations may follow one another further than the thread's reaches.
        var stack = [target]
        while let top = stack.last {
            if finished.contains(top) || (top.entry == nil && owners[top.node].map(given.contains) ?? false) {
                stack.removeLast()
                continue
            }
            let plan = plans[top] ?? self.plan(top, as: top == target ? left : writer.names[top.node] ?? left)
            let isNew = plans.updateValue(plan, forKey: top) == nil
            let missing = isNew ? plan.needed.filter { !finished.contains($0) && plans[$0] == nil } : []
            if missing.isEmpty {
                stack.removeLast()
                finished.insert(top)
                // A value alone says nothing where what it is taken from was just worked out.
                derivations += plan.derivations.filter {
                    ($0.sides.count > 1 || plan.needed.isEmpty)
                        && shownEquations.insert([$0.left] + $0.sides.prefix(1)).inserted
                }
            } else {
                stack += missing.reversed()
            }
        }
        return derivations
    }

    /// What is shown for a target, and what must be worked out before.
    struct Plan {
        var derivations: [Derivation]
        var needed: [DerivationTarget]
    }

    private mutating func plan(_ target: DerivationTarget, as left: Maths) -> Plan {
        let node = target.node
        do throws(DerivativeError) {
            if let (root, variable) = totals[node] {
                if style == .chain, let plan = try chainPlan(root, variable, target, as: left) { return plan }
                return try backwardPlan(target, as: left)
            }
            if copiedDerivatives.contains(node) { return try backwardPlan(target, as: left) }
        } catch {
            return Plan(derivations: [Derivation(left, [value(of: target)])], needed: [])
        }
        if target.entry != nil {
            return Plan(derivations: [Derivation(left, [value(of: target)])], needed: [DerivationTarget(node)])
        }
        return forwardPlan(node, as: left)
    }

    /// Symbols, numbers, steps, value.
    private mutating func forwardPlan(_ node: NodeID, as left: Maths) -> Plan {
        let side = owners[node] == node ? graph[node].inputs.first ?? node : node
        if side == node, graph[node].operation is DrawnSelection, isNamed(graph[node].inputs[0]) {
            return Plan(derivations: [Derivation(left, [writer.numbers.array(node, graph)])], needed: needed(for: node))
        }
        if side != node, owners[side] == side || isDerivative(side) {
            return Plan(
                derivations: [
                    Derivation(left, [writer.names[side], writer.numbers.array(node, graph)].compactMap { $0 })
                ],
                needed: [DerivationTarget(side)])
        }
        return Plan(derivations: [Derivation(left, worked(side))], needed: needed(for: side))
    }

    /// Whether a node is a quantity's value or a total derivative.
    private func isNamed(_ node: NodeID) -> Bool { owners[node] != nil || totals[node] != nil }

    /// A node in symbols, if they are short enough to be read, then worked out to its value.
    mutating func worked(_ node: NodeID) -> [Maths] {
        guard writer.isShort(node) else { return [writer.numbers.array(node, graph)] }
        return [writer.symbol(node)] + writer.steps(node)
    }

    /// The numbers of a target.
    mutating func value(of target: DerivationTarget) -> Maths {
        guard let entry = target.entry else { return writer.numbers.array(target.node, graph) }
        return writer.numbers.leaves(target.node, graph)[entry]
    }

    /// The named values that a node is calculated from.
    func needed(for node: NodeID) -> [DerivationTarget] {
        var found: Set<NodeID> = []
        var seen: Set<NodeID> = [node]
        var stack = graph[node].inputs
        while let next = stack.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let owner = owners[next] {
                found.insert(owner)
            } else if isDerivative(next) {
                found.insert(next)
            } else {
                stack += graph[next].inputs
            }
        }
        return found.subtracting(given).sorted().map { DerivationTarget($0) }
    }

    /// Whether a node is a derivative that has a name.
    func isDerivative(_ node: NodeID) -> Bool { totals[node] != nil || copiedDerivatives.contains(node) }

    /// Gives a total derivative its name.
    mutating func note(_ adjoint: Adjoint) {
        guard let variable = writer.names[adjoint.withRespectTo], adjoint.of != adjoint.withRespectTo else { return }
        totals[adjoint.sum] = (adjoint.of, adjoint.withRespectTo)
        let quantity = writer.names[adjoint.of] ?? writer.symbol(adjoint.of)
        writer.names[adjoint.sum] = .derivative(of: quantity, by: [variable])
    }
}
