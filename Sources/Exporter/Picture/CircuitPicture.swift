import Document
import Maths
import Solver
import Template

/// Draws a circuit: a circle an operation, an arrow for each number that it takes.
struct CircuitPicture {
    let circuit: Circuit
    let formulas: Formulas
    /// Whether values stand with the names, and derivatives where they are asked.
    let isKey: Bool

    /// The picture; nil where it would not fit.
    var picture: Picture? { GraphPicture(nodes: circuit.nodes.map(node), alternative: alternative).picture }

    private var alternative: String {
        let equations = circuit.nodes.compactMap { node in
            formulas.calculation.template.definitions.first { $0.name == node.name }.map { "\($0.name) = \($0.text)" }
        }
        return "The graph of the calculation: " + equations.joined(separator: "; ") + "."
    }

    private func node(_ node: Circuit.Node) -> GraphPicture.Node {
        let notation = formulas.calculation.template.notation
        let name = node.name.map(notation.name)
        let value = isKey ? node.name.flatMap { formulas.values(of: $0).first } : nil
        var (inside, above) = (node.sign ?? name ?? .text(""), node.sign == nil ? nil : name)
        var insideWidth = inside.labelWidth
        if let value, let name {
            if node.sign == nil {
                (inside, above, insideWidth) = (formulas.number(value), name, formulas.labelWidth(ofValue: value))
            } else {
                above = .equation(name, formulas.number(value))
            }
        }
        let inputs = node.inputs.map { input in
            let name = input.name.map { derivative(by: $0) ?? notation.name($0) }
            return GraphPicture.Input(node: input.node, name: name, mark: input.mark)
        }
        return GraphPicture.Node(
            inside: inside, insideWidth: insideWidth, above: above, below: node.name.flatMap(derivative),
            inputs: inputs)
    }

    /// `∂f/∂a = 3` on a key, where a part asks for it.
    private func derivative(by name: String) -> Maths? {
        guard isKey, let root = circuit.nodes.last?.name else { return nil }
        for (part, asked) in formulas.calculation.template.parts.enumerated() {
            for (index, quantity) in asked.quantities.enumerated() {
                guard case .derivative(let top, let bottom) = quantity.expression.kind, top.kind == .name(root),
                    bottom.kind == .name(name)
                else { continue }
                return formulas.answer(quantity, part: part, index: index)
            }
        }
        return nil
    }
}
