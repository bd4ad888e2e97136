import Maths
import Solver
import Template

/// A template with the steps that its keys show, and its picture.
package struct WorkedTemplate: Sendable {
    /// The template; its graph computes every step.
    package let template: Template
    /// By part and asked quantity, what is worked out there: what the quantity needs first, and what no part before shows.
    let derivations: [[[Derivation]]]
    /// What is drawn of the template; nil where nothing is.
    let figure: Figure?

    /// Works a template out, in its own style where `style` does not say otherwise.
    package init(_ template: Template, style: DerivationStyle? = nil) {
        func named(_ names: some Sequence<String>) -> [(node: NodeID, name: Maths)] {
            names.compactMap { name in template.nodes[name].map { ($0, template.notation.name(name)) } }
        }
        var work = Derivations(
            template.graph, given: named(template.given.map(\.name)), defined: named(template.definitions.map(\.name)),
            shown: template.shown, style: style ?? template.style)
        var derivations: [[[Derivation]]] = []
        for part in template.parts {
            derivations.append(part.quantities.map { Self.derivations(of: $0, in: template, &work) })
        }
        self.derivations = derivations
        var (graph, shown) = (work.graph, work.shown)
        figure = Figure(template, &graph, shown: &shown)
        self.template = template.extended(by: graph, shown: shown)
    }

    /// A quantity as a whole, or a few asked entries of a derivative one by one.
    private static func derivations(
        of quantity: AskedQuantity, in template: Template, _ work: inout Derivations
    ) -> [Derivation] {
        let notation = template.notation
        let isNamed = template.nodes.values.contains(quantity.node)
        if quantity.isWhole || isNamed || quantity.entries.count > mostSingleEntries {
            return work.derive(DerivationTarget(quantity.node), as: notation.written(quantity.whole).maths)
        }
        return quantity.entries.flatMap { entry in
            work.derive(
                DerivationTarget(quantity.node, entry: entry),
                as: notation.written(quantity.expression, entry: entry, of: quantity.shape))
        }
    }

    /// Of more asked entries the whole quantity is worked out.
    private static let mostSingleEntries = 4
}
