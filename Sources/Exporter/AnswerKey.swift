import Document
import Maths
import Solver
import Template

/// What an instructor marks a problem from: the given numbers, every quantity with its value, every answer.
struct AnswerKey {
    let calculation: Calculation
    let derivations: [[[Derivation]]]
    var figure: Figure?

    /// The key from top to bottom, without its head.
    var blocks: [Block] {
        let template = calculation.template
        let formulas = Formulas(calculation: calculation)
        var blocks: [Block] = []
        if let picture = figure?.picture(isKey: true, formulas) { blocks.append(.picture(picture)) }
        if !formulas.allGiven.isEmpty {
            blocks += [.heading([.text("Given")], level: 2), .formulas(formulas.allGiven)]
        }
        let written = DerivationEquations(calculation: calculation)
        for (index, part) in template.parts.enumerated() {
            let answers = part.quantities.indices.dropFirst(part.table?.askedCount ?? 0).map {
                formulas.answer(part.quantities[$0], part: index, index: $0)
            }
            var own: [Block] = []
            if let table = part.table {
                own.append(PartTable(table: table, part: index, formulas: formulas).onKey)
            }
            if !answers.isEmpty { own.append(.formulas(answers)) }
            let steps = derivations[index].flatMap { $0 }
            own += steps.map { .equations([written.equation($0)]) }
            own += part.solution
            if own.isEmpty { own = [.paragraph([.text("An answer in words, marked by hand.")])] }
            blocks.append(
                .part(
                    Part(
                        label: AskedPart.letter(of: index), points: [.text(Wording.points(of: part))], own)))
        }
        return blocks
    }
}
