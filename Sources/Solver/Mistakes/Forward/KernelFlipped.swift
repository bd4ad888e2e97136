/// True convolution for cross-correlation: the kernel turned by half a turn.
struct KernelFlipped: KnownMistake {
    /// A kernel meets slices of a larger array, entry by entry; all of its uses turn together.
    static func find(in search: inout MistakeSearch) {
        var places: [NodeID: [Edit]] = [:]
        for node in search.forward where search.graph[node].operation is Multiplication {
            let inputs = search.graph[node].inputs
            for (operand, kernel) in inputs.enumerated() where search.isGiven(kernel) {
                let slice = inputs[1 - operand]
                guard search.graph[slice].operation is Selection, search.graph[kernel].shape.count > 1,
                    search.graph[kernel].shape == search.graph[slice].shape
                else { continue }
                let edits = search.value(of: node) { (graph) throws(ShapeError) in
                    var others = inputs
                    others[operand] = try graph.rearranged(kernel, (0..<graph[kernel].shape.count).reversed())
                    return try graph.append(Multiplication(), others)
                }
                places[kernel, default: []] += edits ?? []
                break
            }
        }
        for (kernel, edits) in places.sorted(by: { $0.key < $1.key }) {
            search.add(.kernelFlipped, at: kernel, edits, "the kernel \(search.name(of: kernel)) was flipped")
        }
    }
}
