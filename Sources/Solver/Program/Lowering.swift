/// An asked entry, which a run may override with a student's answer.
package struct Pin: Hashable, Sendable {
    /// The quantity or derivative that is asked.
    package let node: NodeID
    /// Its entry, in row-major order.
    package let entry: Int

    /// The entry of a node at a place in row-major order.
    package init(node: NodeID, entry: Int) {
        self.node = node
        self.entry = entry
    }
}

/// Turns the nodes of a graph, as they are or edited, into scalar instructions.
///
/// All that is lowered into one ``Code`` shares what it has in common, so that many edited calculations together cost
/// little more than one.
package struct Lowering: Sendable {
    /// The graph that is lowered.
    package let graph: Graph
    /// What has been lowered so far.
    package private(set) var code = Code()
    private var pins: [NodeID: [(entry: Int, index: Int)]] = [:]
    /// What no edit has changed, by sight.
    private var unchanged: [Int: Tensor] = [:]
    /// The input of the first pin, where pins are inputs.
    private var firstPinnedInput: Int?

    /// Prepares a graph, with the entries that a run may override.
    package init(_ graph: Graph, pins: [Pin] = []) {
        self.graph = graph
        for (index, pin) in pins.enumerated() { self.pins[pin.node, default: []].append((pin.entry, index)) }
    }

    /// Prepares a graph for runs that give some entries as further inputs, `first` being that of `entries[0]`: nothing
    /// that lies only behind them is calculated.
    package init(_ graph: Graph, inputs entries: [Pin?], from first: Int) {
        self.graph = graph
        firstPinnedInput = first
        for (index, pin) in entries.enumerated() {
            if let pin { pins[pin.node, default: []].append((pin.entry, index)) }
        }
    }

    /// The values of nodes under a set of edits.
    ///
    /// Where the code is full, what is missing has any slots. Complexity: linear in the nodes that the targets need and
    /// that are new or changed by the edits, and their entries, besides a glance at each node.
    package mutating func lower(_ targets: [NodeID], under edits: [Edit] = []) throws(EditError) -> [Tensor] {
        let replacements = Replacements(edits, in: graph)
        var pass = Pass(replacements: replacements, isChanged: changed(by: replacements))
        var tensors: [Tensor] = []
        for target in targets { tensors.append(try lower(target, &pass)) }
        return tensors
    }

    /// The slots of asked entries under a set of edits, answers in each other's place included.
    package mutating func lower(asked: [Pin], under edits: [Edit] = []) throws(EditError) -> [Slot] {
        let exchanged = Replacements(edits, in: graph).answers
        let order = asked.indices.map { exchanged[$0] ?? $0 }
        let tensors = try lower(asked.map(\.node), under: edits)
        return order.map { tensors[$0].slots[asked[$0].entry] }
    }

    /// The slot of one asked entry under a set of edits, answers in each other's place included.
    package mutating func lower(_ index: Int, of asked: [Pin], under edits: [Edit]) throws(EditError) -> Slot {
        let pin = asked[Replacements(edits, in: graph).answers[index] ?? index]
        return try lower([pin.node], under: edits)[0].slots[pin.entry]
    }

    /// The slot that an entry is calculated with, though it may itself be given as an input.
    package mutating func lower(calculationOf pin: Pin) throws(EditError) -> Slot {
        let node = graph[pin.node]
        let operands = try lower(node.inputs)
        return node.operation.value(of: operands, shape: node.shape, in: &code)[pin.entry]
    }

    /// Appends instructions on what has been lowered, such as the rules that a draw must keep.
    package mutating func extend<Result>(_ body: (inout Code) -> Result) -> Result { body(&code) }

    /// A node as it is seen from the forward or the backward pass; they differ where an edit changes the forward pass alone.
    private struct Sight {
        let node: NodeID
        let isBackward: Bool
        var place: Int { node.index * 2 + (isBackward ? 1 : 0) }
    }

    /// What is known while nodes are lowered under one set of edits.
    private struct Pass {
        let replacements: Replacements
        /// By node, whether the edits may change it.
        let isChanged: [Bool]
        /// Of changed nodes.
        var tensors: [Int: Tensor] = [:]
        var underWay: Set<Int> = []
    }

    /// Which nodes edits may change: those that are replaced, and what is made of them.
    private func changed(by replacements: Replacements) -> [Bool] {
        var isChanged = [Bool](repeating: false, count: graph.nodes.count)
        let replaced = replacements.nodes
        for node in replaced { isChanged[node.index] = true }
        guard let first = replaced.min() else { return isChanged }
        for index in first.index..<isChanged.count {
            if !isChanged[index] { isChanged[index] = graph.nodes[index].inputs.contains { isChanged[$0.index] } }
            if isChanged[index], isInput(NodeID(index: index)) { isChanged[index] = false }
        }
        return isChanged
    }

    /// A node's tensor, if it is known: under the edits where they change it, else as it is.
    private func known(_ sight: Sight, _ pass: Pass) -> Tensor? {
        pass.isChanged[sight.node.index] ? pass.tensors[sight.place] : unchanged[sight.place]
    }

    private mutating func keep(_ tensor: Tensor, of sight: Sight, _ pass: inout Pass) {
        if pass.isChanged[sight.node.index] {
            pass.tensors[sight.place] = tensor
        } else {
            unchanged[sight.place] = tensor
        }
    }

    private func sight(_ node: NodeID, from isBackward: Bool) -> Sight {
        Sight(node: node, isBackward: isBackward || graph[node].isBackward)
    }

    private mutating func lower(_ target: NodeID, _ pass: inout Pass) throws(EditError) -> Tensor {
        let top = sight(target, from: false)
        // A stack of its own: a graph may be deeper than the thread's.
        var stack = [top]
        while let next = stack.last {
            if code.isFull { return Tensor(graph[target].shape, Array(repeating: 0, count: graph[target].shape.count)) }
            if known(next, pass) != nil {
                stack.removeLast()
                continue
            }
            if isInput(next.node) {
                keep(inputs(of: next.node), of: next, &pass)
                stack.removeLast()
                continue
            }
            let replacement =
                pass.isChanged[next.node.index]
                ? pass.replacements.replacement(of: next.node, isBackward: next.isBackward) : nil
            let operands = (replacement.map { [$0] } ?? graph[next.node].inputs)
                .map { sight($0, from: next.isBackward) }
            let missing = operands.filter { known($0, pass) == nil }
            if missing.isEmpty {
                let tensor = try value(
                    of: next.node, operands.compactMap { known($0, pass) }, isReplaced: replacement != nil)
                keep(tensor, of: next, &pass)
                stack.removeLast()
            } else {
                guard pass.underWay.insert(next.place).inserted else { throw EditError(node: next.node) }
                stack.append(contentsOf: missing)
            }
        }
        guard let tensor = known(top, pass) else { throw EditError(node: target) }
        return tensor
    }

    private mutating func value(
        of node: NodeID, _ operands: [Tensor], isReplaced: Bool
    ) throws(EditError) -> Tensor {
        let shape = graph[node].shape
        var slots =
            isReplaced
            ? operands[0].slots : graph[node].operation.value(of: operands, shape: shape, in: &code)
        guard slots.count == shape.count, !isReplaced || operands[0].shape == shape else {
            throw EditError(node: node)
        }
        for pin in pins[node] ?? [] {
            slots[pin.entry] =
                firstPinnedInput.map { code.input($0 + pin.index) } ?? code.pin(slots[pin.entry], as: pin.index)
        }
        return Tensor(shape, slots)
    }

    /// Whether all entries of a node are given as inputs, so that its operands are not needed.
    private func isInput(_ node: NodeID) -> Bool {
        guard firstPinnedInput != nil, let own = pins[node] else { return false }
        return Set(own.map(\.entry)).count == graph[node].shape.count
    }

    private mutating func inputs(of node: NodeID) -> Tensor {
        let first = firstPinnedInput ?? 0
        let own = (pins[node] ?? []).sorted { ($0.entry, $1.index) < ($1.entry, $0.index) }
        var slots: [Slot] = []
        // Of an entry that is asked twice, the last one counts.
        for pin in own where slots.count == pin.entry { slots.append(code.input(first + pin.index)) }
        return Tensor(graph[node].shape, slots)
    }
}
