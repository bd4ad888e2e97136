/// Twice the derivative, or twice the loss: the ½ before a square was not used.
struct HalfForgotten: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            guard let operand = search.halvedOperand(node) else { continue }
            let halved = search.graph[node].inputs[operand]
            let name = search.name(of: node)
            if let site = search.site(node, operand: operand) {
                let edits = search.pulls(at: site) { _, pull in pull.upstream }
                search.add(
                    .halfForgotten, at: node, edits, "the ½ in \(name) was not used in the derivative",
                    everywhere: "no ½ was used in the derivatives")
            }
            search.add(
                .halfForgotten, at: node, search.value(of: node) { _ in halved }, "the ½ in \(name) was left out",
                everywhere: "every ½ was left out")
        }
    }
}
