import Solver

/// Which answers each asked number may be worked out from, right or after a mistake.
struct AnswerOrigins: Sendable {
    private let pins: [Pin]
    /// By node, what it is made of, as it is or after a mistake.
    private let inputs: [[NodeID]]
    /// By node, how many entries it has.
    private let counts: [Int]
    /// By node that is asked, its answers.
    private let answers: [NodeID: [Int]]
    /// By answer, the other one that it may be given in the place of.
    private var exchanged: [Int: [Int]] = [:]

    init(_ catalogue: MistakeCatalogue, asked pins: [Pin]) {
        let graph = catalogue.graph
        var inputs = graph.nodes.map(\.inputs)
        for edit in catalogue.mistakes.flatMap(\.edits) {
            switch edit {
            case .value(let node, let other, _): inputs[node.index].append(other)
            case .pull(let pull, let other): inputs[graph[pull].value.index].append(other)
            case .adjoint(let adjoint, let other): inputs[graph[adjoint].sum.index].append(other)
            case .answers(let answers): for (first, second) in answers { exchanged[first, default: []].append(second) }
            }
        }
        self.pins = pins
        self.inputs = inputs
        counts = graph.nodes.map(\.shape.count)
        answers = Dictionary(grouping: pins.indices) { pins[$0].node }
    }

    /// By answer, the given ones that it is worked out from: those that no other given ones stand before.
    func nearest(given: Set<Int>) -> [[Int]] { pins.indices.map { nearest(to: $0, given: given) } }

    private func nearest(to index: Int, given: Set<Int>) -> [Int] {
        let own = pins[index].node
        var nearest: [Int] = []
        var isSeen = [Bool](repeating: false, count: inputs.count)
        var open = [own] + (exchanged[index] ?? []).map { pins[$0].node }
        while let node = open.popLast() {
            if isSeen[node.index] { continue }
            isSeen[node.index] = true
            let known = node == own ? [] : (answers[node] ?? []).filter(given.contains)
            nearest += known
            // Nothing behind a node matters whose entries are all given.
            if Set(known.map { pins[$0].entry }).count < counts[node.index] { open += inputs[node.index] }
        }
        return nearest.sorted()
    }
}
