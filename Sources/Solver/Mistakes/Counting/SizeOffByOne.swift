/// An output's size without its + 1, or not rounded down.
struct SizeOffByOne: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        // What counts is not differentiated.
        guard search.adjoints.isEmpty else { return }
        for node in search.forward {
            let inputs = search.graph[node].inputs
            switch search.graph[node].operation {
            case is Addition:
                guard let one = inputs.firstIndex(where: { search.graph.constantValue(of: $0) == .one }) else {
                    continue
                }
                let rest = inputs[1 - one]
                let size = search.calculation(of: rest)
                guard search.graph[size].operation is Floor || search.graph[size].operation is Division,
                    search.isCounted(size)
                else { continue }
                search.add(
                    .sizeOffByOne, at: node, search.value(of: node) { _ in rest },
                    "the + 1 in \(search.name(of: node)) was left out", everywhere: "the + 1 was left out of every size"
                )
            case is Floor where search.isCounted(node):
                search.add(
                    .sizeOffByOne, at: node, search.value(of: node) { _ in inputs[0] },
                    "\(search.name(of: node)) was not rounded down", everywhere: "no size was rounded down")
            default: continue
            }
        }
    }
}

extension MistakeSearch {
    /// Whether a number is made of given numbers by the four operations and rounding down.
    fileprivate func isCounted(_ node: NodeID) -> Bool {
        guard graph[node].shape.isScalar else { return false }
        if isGiven(node) || graph.constantValue(of: node) != nil { return true }
        return switch graph[node].operation {
        case is Addition, is Subtraction, is Multiplication, is Division, is Floor, is Quantity:
            graph[node].inputs.allSatisfy { isCounted($0) }
        default: false
        }
    }
}
