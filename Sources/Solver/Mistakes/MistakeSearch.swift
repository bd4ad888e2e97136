import Exact

/// Looks through a graph for the places at which a mistake can be made, and keeps what is found.
struct MistakeSearch {
    /// Grows by what the mistakes calculate instead.
    var graph: Graph
    /// The nodes that the asked numbers and what they differentiate need and that differentiating did not make, in order.
    let forward: [NodeID]
    /// The uses of values that derivatives are carried back through.
    let sites: [PullSite]
    /// The derivatives that are needed.
    let adjoints: [AdjointID]
    /// What is asked.
    let asked: [Pin]
    /// What was found.
    private(set) var found: [PlacedMistake] = []
    /// How the sheet writes each name.
    private let symbols: [String: String]
    /// By node, whether it is made of derivatives or is one.
    private let behindDerivatives: [Bool]
    /// By node, the forward nodes that use it, in order.
    private let users: [NodeID: [NodeID]]
    private var groups: [Group: [Int]] = [:]

    private struct Group: Hashable {
        let mistake: Mistake
        let words: String
    }

    /// A use of a value, with a pull for each quantity that is differentiated.
    struct PullSite {
        /// The node that uses the value, and as which input.
        let node: NodeID
        let operand: Int
        let pulls: [PullID]
    }

    init(_ graph: Graph, asked: [Pin], symbols: [String: String]) {
        self.graph = graph
        self.asked = asked
        self.symbols = symbols
        let isNeeded = graph.isNeeded(for: asked.map(\.node))
        var behindDerivatives = graph.nodes.map(\.isBackward)
        for (index, node) in graph.nodes.enumerated() {
            if node.inputs.contains(where: { behindDerivatives[$0.index] }) { behindDerivatives[index] = true }
        }
        self.behindDerivatives = behindDerivatives
        var uses: [[Int]: [PullID]] = [:]
        for (index, pull) in graph.pulls.enumerated() where isNeeded[pull.value.index] {
            uses[[pull.node.index, pull.operand], default: []].append(PullID(index: index))
        }
        sites = uses.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, pulls in
            PullSite(node: NodeID(index: key[0]), operand: key[1], pulls: pulls)
        }
        adjoints = graph.adjoints.indices.filter { isNeeded[graph.adjoints[$0].sum.index] }
            .map(AdjointID.init(index:))
        let differentiated = adjoints.map { graph[$0].of }
        forward = graph.forwardNodes(neededFor: asked.map(\.node) + differentiated)
        var users: [NodeID: [NodeID]] = [:]
        for node in forward {
            for input in Set(graph[node].inputs) { users[input, default: []].append(node) }
        }
        self.users = users
    }

    /// Keeps a mistake at a place.
    ///
    /// - Parameters:
    ///   - node: The step that goes wrong.
    ///   - edits: What is calculated instead; nothing is kept without.
    ///   - words: What happened here.
    ///   - everywhere: What happened if it is made wherever it can be; nil for what nobody does everywhere.
    mutating func add(_ mistake: Mistake, at node: NodeID, _ edits: [Edit]?, _ words: String, everywhere: String? = nil)
    {
        guard let edits, !edits.isEmpty else { return }
        if let everywhere { groups[Group(mistake: mistake, words: everywhere), default: []].append(found.count) }
        found.append(
            PlacedMistake(mistake: mistake, node: node, edits: edits, words: words, isEverywhere: false))
    }

    /// Tells apart what was found at several places in the same words: by the first answer that each changes.
    mutating func tellApart() {
        let same = Dictionary(grouping: found.indices) { Group(mistake: found[$0].mistake, words: found[$0].words) }
        for places in same.values where places.count > 1 {
            for place in places {
                guard let first = asked.first(where: { reaches(found[place], $0.node) }) else { continue }
                let answer = answerName(first.node)
                if found[place].words.split(separator: " ").contains(Substring(answer)) { continue }
                found[place] = PlacedMistake(
                    mistake: found[place].mistake, node: found[place].node, edits: found[place].edits,
                    words: "\(found[place].words), first in \(answer)", isEverywhere: false)
            }
        }
    }

    /// How an asked quantity or derivative is called.
    private func answerName(_ node: NodeID) -> String {
        if let adjoint = adjoints.lazy.map({ graph[$0] }).first(where: { $0.sum == node }) { return name(of: adjoint) }
        return isPick(node) ? answerName(graph[node].inputs[0]) : valueName(of: node)
    }

    private func reaches(_ mistake: PlacedMistake, _ target: NodeID) -> Bool {
        mistake.edits.contains { edit in
            switch edit {
            case .value(let node, _, _): graph.isNeeded(node, for: target)
            case .pull(let pull, _): graph.isNeeded(graph[pull].value, for: target)
            case .adjoint(let adjoint, _): graph.isNeeded(graph[adjoint].sum, for: target)
            case .answers: false
            }
        }
    }

    /// Adds each mistake that was found at several places once more, made at all of them.
    mutating func addEverywhere() {
        for (group, places) in groups.sorted(by: { $0.value[0] < $1.value[0] }) where places.count > 1 {
            let own = places.map { found[$0] }
            let areApart = own.indices.allSatisfy { index in !own[..<index].contains { $0.excludes(own[index]) } }
            guard areApart else { continue }
            found.append(
                PlacedMistake(
                    mistake: group.mistake, node: own[0].node, edits: own.flatMap(\.edits), words: group.words,
                    isEverywhere: true))
        }
    }
}

extension MistakeSearch {
    /// Another value for a node; nil where its shape does not fit.
    mutating func value(
        of node: NodeID, _ make: (inout Graph) throws(ShapeError) -> NodeID
    ) -> [Edit]? {
        guard let other = try? make(&graph), graph[other].shape == graph[node].shape else { return nil }
        return [.value(node, by: other, in: .everywhere)]
    }

    /// Another way back through a use; nil where its shape does not fit.
    mutating func pulls(
        at site: PullSite, _ make: (inout Graph, Pull) throws(ShapeError) -> NodeID
    ) -> [Edit]? {
        var edits: [Edit] = []
        for id in site.pulls {
            let pull = graph[id]
            guard let other = try? make(&graph, pull), graph[other].shape == graph[pull.value].shape else { return nil }
            edits.append(.pull(id, by: other))
        }
        return edits
    }

    /// Another derivative with respect to a node, whatever is differentiated; nil where its shape does not fit.
    mutating func adjoints(
        of node: NodeID, _ make: (inout Graph, Adjoint) throws(ShapeError) -> NodeID?
    ) -> [Edit]? {
        var edits: [Edit] = []
        for id in adjoints where graph[id].withRespectTo == node {
            let adjoint = graph[id]
            guard let other = try? make(&graph, adjoint) else { continue }
            guard graph[other].shape == graph[adjoint.sum].shape else { return nil }
            edits.append(.adjoint(id, by: other))
        }
        return edits
    }

    /// The site at which a node uses an input, if derivatives are carried back through it.
    func site(_ node: NodeID, operand: Int) -> PullSite? { sites.first { $0.node == node && $0.operand == operand } }

    /// The forward nodes that use a value.
    func users(of node: NodeID) -> [NodeID] { users[node] ?? [] }

    /// What a name stands for: the node that a quantity's equation calculates.
    func calculation(of node: NodeID) -> NodeID { graph.calculation(of: node) }

    /// Whether a node is a given quantity, or entries of one.
    func isGiven(_ node: NodeID) -> Bool {
        switch graph[node].operation {
        case is Given, is DrawnSelection: true
        case is Quantity, is Selection, is Transpose, is Reshape:
            graph.hidesCalculation(node) || isGiven(graph[node].inputs[0])
        default: false
        }
    }

    /// How the quantity is called that a node is or is calculated for.
    func name(of node: NodeID) -> String {
        var next: NodeID? = node
        while let current = next {
            if let quantity = graph[current].operation as? Quantity { return symbols[quantity.name] ?? quantity.name }
            next = users(of: current).first
        }
        return "the result"
    }

    /// Whether a node is a quantity, or entries of one.
    func hasName(_ node: NodeID) -> Bool {
        switch graph[node].operation {
        case is Quantity: true
        case is Transpose, is Reshape, is Selection: hasName(graph[node].inputs[0])
        default: users(of: node).first.map { graph[$0].operation is Quantity } ?? false
        }
    }

    /// How a node's value is called: by its name, or by what makes it.
    func valueName(of node: NodeID) -> String {
        let inputs = graph[node].inputs
        switch graph[node].operation {
        case is Quantity: return name(of: node)
        case is Transpose, is Reshape: return valueName(of: inputs[0])
        case let selection as Selection:
            let indices = selection.subscripts.compactMap { place in
                if case .index(let index) = place { String(index) } else { nil }
            }
            guard indices.count == selection.subscripts.count else { return "a part of \(valueName(of: inputs[0]))" }
            return "\(valueName(of: inputs[0]))[\(indices.joined(separator: ","))]"
        default:
            if let user = users(of: node).first, graph[user].operation is Quantity { return name(of: user) }
            if let function = activationName(node) { return "\(function)(\(valueName(of: activationArgument(node))))" }
            return "what goes into \(name(of: node))"
        }
    }

    /// Whether an entry or a part is taken, so that what comes back meets nothing else.
    func isPick(_ node: NodeID) -> Bool {
        graph[node].operation is Selection || graph[node].operation is DrawnSelection
    }

    /// Whether a node is made of derivatives.
    func isBehindDerivative(_ node: NodeID) -> Bool { behindDerivatives[node.index] }

    /// The quantities that are worked out and the derivatives by quantities, with what each is called.
    var namedValues: [(node: NodeID, name: String)] {
        let quantities = forward.filter { graph[$0].operation is Quantity && !isGiven($0) }.map { ($0, name(of: $0)) }
        // Nobody works out that the derivative of a loss by itself is 1.
        let derivatives = adjoints.map { graph[$0] }.filter {
            graph[$0.withRespectTo].operation is Quantity && $0.withRespectTo != $0.of
        }
        return quantities + derivatives.map { ($0.sum, name(of: $0)) }
    }

    /// How a derivative is called.
    func name(of adjoint: Adjoint) -> String {
        "∂\(valueName(of: adjoint.of))/∂\(valueName(of: adjoint.withRespectTo))"
    }

    /// How the derivatives with respect to a node are called, by the first.
    func derivativeName(_ node: NodeID) -> String {
        let first = adjoints.lazy.map { graph[$0] }.first { $0.withRespectTo == node }
        return first.map { name(of: $0) } ?? "the derivative by \(valueName(of: node))"
    }
}

extension Graph {
    /// What a use would pull if the node had other inputs.
    mutating func pull(_ pull: Pull, asIf inputs: [NodeID]) throws(ShapeError) -> NodeID {
        let operation = self[pull.node].operation
        let other = try append(operation, inputs)
        return try operation.pull(operand: pull.operand, upstream: pull.upstream, at: other, in: &self)
    }

    /// The entries of an array at other places, in row-major order.
    mutating func rearranged(_ node: NodeID, _ order: [Int]) throws(ShapeError) -> NodeID {
        let shape = self[node].shape
        var entries: [NodeID] = []
        for place in order {
            entries.append(try append(Selection(shape.indices(ofEntry: place).map(Subscript.index)), node))
        }
        return try append(Reshape(to: shape), try append(Stack(), entries))
    }
}
