/// A product without the bias that is added to it: z = W x.
struct BiasDropped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward where search.graph[node].operation is Addition {
            let inputs = search.graph[node].inputs
            for (bias, rest) in [(inputs[1], inputs[0]), (inputs[0], inputs[1])]
            where search.isBias(bias, besides: rest) && search.isLinear(rest) && !search.isStepped(node) {
                search.add(
                    .biasDropped, at: node, search.value(of: node) { _ in rest },
                    "the bias \(search.valueName(of: bias)) was not added in \(search.name(of: node))",
                    everywhere: "no bias was added")
            }
        }
    }
}

extension MistakeSearch {
    /// Whether a node is a given quantity, or a parameter after a step, that the rest of a sum is not made of.
    fileprivate func isBias(_ node: NodeID, besides rest: NodeID) -> Bool {
        guard isGiven(node) || updateSteps.contains(where: { $0.new == node }) else { return false }
        return !graph.isNeeded(quantity(of: node), for: rest)
    }

    /// Whether a step of an optimiser is taken from a sum, as from a parameter.
    fileprivate func isStepped(_ node: NodeID) -> Bool {
        users(of: node).contains { user in
            graph[user].operation is Subtraction && isBehindDerivative(graph[user].inputs[1])
        }
    }

    /// The quantity that a node has entries of.
    private func quantity(of node: NodeID) -> NodeID {
        graph[node].operation is Quantity ? node : graph[node].inputs.first.map { quantity(of: $0) } ?? node
    }

    /// Whether a node is a product with a given quantity, or a sum of such.
    func isLinear(_ node: NodeID) -> Bool {
        let inputs = graph[node].inputs
        return switch graph[node].operation {
        case is MatrixProduct, is Multiplication: inputs.contains { isGiven($0) }
        case is Addition: inputs.contains { isLinear($0) }
        case is Sum: isLinear(inputs[0])
        default: false
        }
    }

    /// Whether a node is what a layer calculates before its activation, as a quantity of its own.
    func isLayer(_ node: NodeID) -> Bool {
        graph[node].operation is Quantity && isLinear(graph[node].inputs[0]) && !isGiven(node)
            && !isBehindDerivative(node)
    }
}
