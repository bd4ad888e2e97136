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
    /// Where the code is full, what is missing has any slots. Complexity: linear in the nodes that the targets need, and
    /// their entries.
    package mutating func lower(_ targets: [NodeID], under edits: [Edit] = []) throws(EditError) -> [Tensor] {
        var pass = Pass(replacements: Replacements(edits, in: graph), count: graph.nodes.count)
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
        var tensors: [Tensor?]
        var isUnderWay: [Bool]

        init(replacements: Replacements, count: Int) {
            self.replacements = replacements
            tensors = Array(repeating: nil, count: 2 * count)
            isUnderWay = Array(repeating: false, count: 2 * count)
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
            if pass.tensors[next.place] != nil {
                stack.removeLast()
                continue
            }
            if let inputs = wholeInputs(next.node) {
                pass.tensors[next.place] = inputs
                stack.removeLast()
                continue
            }
            let replacement = pass.replacements.replacement(of: next.node, isBackward: next.isBackward)
            let inputs = (replacement.map { [$0] } ?? graph[next.node].inputs)
                .map { sight($0, from: next.isBackward) }
            let missing = inputs.filter { pass.tensors[$0.place] == nil }
            if missing.isEmpty {
                let operands = inputs.compactMap { pass.tensors[$0.place] }
                pass.tensors[next.place] = try value(of: next.node, operands, isReplaced: replacement != nil)
                stack.removeLast()
            } else {
                guard !pass.isUnderWay[next.place] else { throw EditError(node: next.node) }
                pass.isUnderWay[next.place] = true
                stack.append(contentsOf: missing)
            }
        }
        guard let tensor = pass.tensors[top.place] else { throw EditError(node: target) }
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

    /// A node whose entries are all given as inputs, so that its operands are not needed.
    private mutating func wholeInputs(_ node: NodeID) -> Tensor? {
        guard let first = firstPinnedInput, let own = pins[node], own.count >= graph[node].shape.count else {
            return nil
        }
        var slots = [Slot?](repeating: nil, count: graph[node].shape.count)
        for pin in own { slots[pin.entry] = code.input(first + pin.index) }
        let inputs = slots.compactMap { $0 }
        return inputs.count == slots.count ? Tensor(graph[node].shape, inputs) : nil
    }
}
