/// An output's size without its + 1, or not rounded down.
struct SizeOffByOne: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            let inputs = search.graph[node].inputs
            switch search.graph[node].operation {
            case is Addition where search.graph.constantValue(of: inputs[1]) == .one:
                let size = search.calculation(of: inputs[0])
                guard search.graph[size].operation is Floor || search.graph[size].operation is Division else {
                    continue
                }
                search.add(
                    .sizeOffByOne, at: node, search.value(of: node) { _ in inputs[0] },
                    "the + 1 in \(search.name(of: node)) was left out", everywhere: "the + 1 was left out of every size"
                )
            case is Floor:
                search.add(
                    .sizeOffByOne, at: node, search.value(of: node) { _ in inputs[0] },
                    "\(search.name(of: node)) was not rounded down", everywhere: "no size was rounded down")
            default: continue
            }
        }
    }
}
