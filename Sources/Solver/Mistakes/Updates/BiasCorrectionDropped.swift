import Exact

/// Adam's moments without their correction: m for m / (1 − βᵗ).
struct BiasCorrectionDropped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.graph[node].operation is Division {
            let inputs = search.graph[node].inputs
            let divisor = search.graph[search.calculation(of: inputs[1])]
            guard divisor.operation is Subtraction, search.graph.constantValue(of: divisor.inputs[0]) == .one else {
                continue
            }
            let decay = search.calculation(of: divisor.inputs[1])
            guard search.graph[decay].operation is Power || search.isGiven(divisor.inputs[1]) else { continue }
            search.add(
                .biasCorrectionDropped, at: node, search.value(of: node) { _ in inputs[0] },
                "\(search.name(of: node)) was not corrected for its start at 0",
                everywhere: "no moment was corrected for its start at 0")
        }
    }
}
