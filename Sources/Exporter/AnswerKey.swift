import Document
import Maths
import Template

/// What an instructor marks from: the given numbers, every quantity with its value, every answer.
struct AnswerKey {
    let calculation: Calculation

    /// The key from top to bottom.
    var blocks: [Block] {
        let template = calculation.template
        let formulas = Formulas(calculation: calculation)
        var blocks: [Block] = [.title([.text("Key: " + template.title)], aside: [.slot(Slot.code)])]
        if !template.given.isEmpty {
            blocks += [.heading([.text("Given")], level: 2), .formulas(formulas.given)]
        }
        blocks += [.heading([.text("Values")], level: 2), .equations(formulas.workedDefinitions)]
        blocks.append(.heading([.text("Answers")], level: 2))
        for (index, part) in template.parts.enumerated() {
            let answers = part.quantities.enumerated().map { formulas.answer($1, part: index, index: $0) }
            var own: [Block] = answers.isEmpty ? [] : [.formulas(answers)]
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
