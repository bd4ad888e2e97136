import Maths
import Solver

extension TemplateReader {
    /// A leaf of a formula for each entry of a node, in row-major order, that shows the sheet's own number.
    ///
    /// An entry that is shown already gives the same leaf again. Real numbers are rounded as the template's answers are.
    mutating func show(_ node: NodeID) -> [Maths] {
        var lowering = Lowering(elaboration.graph)
        guard let tensor = try? lowering.lower([node]).first else { return [] }
        let program = Program(lowering.code, stages: [tensor.slots], inputs: draws.map(\.range))
        return program.outputs[0].enumerated().map { entry, location in
            let own = ShownEntry(node: node, entry: entry)
            let place = shown.firstIndex(of: own) ?? shown.count
            if place == shown.count { shown.append(own) }
            return .value(ValueID(place), AnswerRule.rounding(rule, isReal: location.isReal))
        }
    }
}
