import Document
import Maths
import Solver
import Template

/// What is drawn of a template on its sheets and keys.
enum Figure: Hashable, Sendable {
    /// Layers of units; by layer, a number a unit that is 0 where the unit is switched off, none where it never is.
    case network(Network, masks: [[ValueID]])
    /// Operations on single numbers.
    case circuit(Circuit)
    /// Vectors that are made of one another.
    case quantities(QuantityGraph)

    /// What the equations of a template look like; nil where no picture would be readable.
    ///
    /// The graph grows by what tells units that are switched off; their numbers come behind those that are shown.
    init?(_ template: Template, _ graph: inout Graph, shown: inout [ShownEntry]) {
        guard template.hasPicture, let root = template.figureRoot else { return nil }
        if let network = NetworkReader(template).network(endingIn: root) {
            let masks = network.layers.map { layer -> [ValueID] in
                guard layer.canBeOff, let output = layer.output, let node = template.nodes[output],
                    let mask = try? graph.isNotZero(node)
                else { return [] }
                return (0..<layer.count).map { unit in
                    shown.append(ShownEntry(node: mask, entry: unit))
                    return ValueID(shown.count - 1)
                }
            }
            self = .network(network, masks: masks)
        } else if let circuit = Circuit(template, endingIn: root) {
            self = .circuit(circuit)
        } else if let graph = QuantityGraph(template, endingIn: root) {
            self = .quantities(graph)
        } else {
            return nil
        }
    }

    /// The picture on the sheet, or the one on the key with the numbers of the sheet; nil where paper has no room for it.
    func picture(isKey: Bool, _ formulas: Formulas) -> Picture? {
        switch self {
        case .network(let network, let masks):
            NetworkPicture(network: network, formulas: formulas, isKey: isKey, masks: masks).picture
        case .circuit(let circuit): CircuitPicture(circuit: circuit, formulas: formulas, isKey: isKey).picture
        case .quantities(let graph): QuantityGraphPicture(graph: graph, formulas: formulas, isKey: isKey).picture
        }
    }
}
