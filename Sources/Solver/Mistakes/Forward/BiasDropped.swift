/// A product without the bias that is added to it: z = W x.
struct BiasDropped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.graph[node].operation is Addition {
            let inputs = search.graph[node].inputs
            for (bias, rest) in [(inputs[1], inputs[0]), (inputs[0], inputs[1])]
            where search.isGiven(bias) && search.isLinear(rest) {
                search.add(
                    .biasDropped, at: node, search.value(of: node) { _ in rest },
                    "the bias \(search.valueName(of: bias)) was not added in \(search.name(of: node))",
                    everywhere: "no bias was added")
            }
        }
    }
}

extension MistakeSearch {
    /// Whether a node is a product with a given quantity, or a sum of such.
    func isLinear(_ node: NodeID) -> Bool {
        let inputs = graph[node].inputs
        return switch graph[node].operation {
        case is MatrixProduct, is Multiplication: inputs.contains { isGiven($0) }
        case is Addition: inputs.contains { isLinear($0) }
        default: false
        }
    }

    /// Whether a node is what a layer calculates before its activation, as a quantity of its own.
    func isLayer(_ node: NodeID) -> Bool {
        graph[node].operation is Quantity && isLinear(graph[node].inputs[0]) && !isGiven(node)
            && !isBehindDerivative(node)
    }
}
