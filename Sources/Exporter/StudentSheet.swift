import Document
import Maths
import Template

/// Texts that differ from sheet to sheet.
enum Slot {
    /// The sheet's code.
    static let code = TextSlot("code")
}

/// What a student is handed: the problem, and room for the answers.
struct StudentSheet {
    let calculation: Calculation

    /// The sheet from top to bottom.
    var blocks: [Block] {
        let template = calculation.template
        let formulas = Formulas(calculation: calculation)
        var blocks: [Block] = [
            .title([.text(template.title)], aside: [.slot(Slot.code)]),
            .fields([Field("Name"), Field("Number")]),
        ]
        blocks += template.text
        if !template.given.isEmpty {
            blocks += [.heading([.text("Given")], level: 2), .formulas(formulas.given)]
        }
        blocks += [.heading([.text("Equations")], level: 2), .equations(formulas.definitions)]
        for part in template.parts.indices { blocks.append(.part(self.part(part, formulas))) }
        return blocks
    }

    private func part(_ index: Int, _ formulas: Formulas) -> Part {
        let part = calculation.template.parts[index]
        let asked = calculation.asked.filter { $0.part == index }
        var rules: [AnswerRule] = []
        for entry in asked where !rules.contains(entry.rule) { rules.append(entry.rule) }
        var sentence = Wording.question(part.quantities.map(formulas.name))
        if !rules.isEmpty { sentence.append(.text(" " + Wording.rules(rules))) }
        let boxes = asked.map { entry in
            AnswerBox(
                part: AskedPart.letter(of: index),
                label: [.maths(.relation(formulas.label(entry), [Link(.equal, .row([]))]))])
        }
        return Part(
            label: AskedPart.letter(of: index), points: [.text(Wording.points(part.points))],
            part.text + [.paragraph(sentence), .answers(boxes)])
    }
}
