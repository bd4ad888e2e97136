import Document
import Maths
import Solver
import Template

/// Draws a graph of quantities: a box a quantity, weights on the arrows.
struct QuantityGraphPicture {
    let graph: QuantityGraph
    let formulas: Formulas
    /// Whether boxes show values instead of names.
    let isKey: Bool

    /// Of longer vectors the name stands in the box.
    private static let mostEntries = 3

    /// The picture; nil where it would not fit.
    var picture: Picture? {
        GraphPicture(nodes: graph.nodes.map(node), alternative: alternative).picture
    }

    private var alternative: String {
        let names = graph.nodes.map { node in node.name + (node.entry.map { "[\($0 + 1)]" } ?? "") }
        let steps = zip(names, graph.nodes).filter { !$1.inputs.isEmpty }.map { name, node in
            "\(name) from \(node.inputs.map { names[$0.node] }.joined(separator: ", "))"
        }
        return "The graph of the calculation: " + steps.joined(separator: "; ") + "."
    }

    private func node(_ node: QuantityGraph.Node) -> GraphPicture.Node {
        let all = formulas.values(of: node.name)
        let values = node.entry.map { Array(all.dropFirst($0).prefix(1)) } ?? Array(all)
        let hasValues = isKey && (1...Self.mostEntries).contains(values.count)
        let commas = Double(values.count - 1) * Maths.text(", ").labelWidth
        return GraphPicture.Node(
            inside: hasValues ? .list(values.map(formulas.number)) : node.symbol,
            insideWidth: hasValues
                ? values.reduce(commas) { $0 + formulas.labelWidth(ofValue: $1) } : node.symbol.labelWidth,
            above: hasValues ? node.symbol : nil, below: node.function,
            inputs: node.inputs.map { GraphPicture.Input(node: $0.node, name: $0.weights) })
    }
}
