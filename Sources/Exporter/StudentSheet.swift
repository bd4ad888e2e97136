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
        if let line = ConventionLine(calculation: calculation).inlines { blocks.append(.paragraph(line)) }
        let commonRules = self.commonRules
        if !commonRules.isEmpty { blocks.append(.paragraph([.text(Wording.rules(commonRules))])) }
        for part in template.parts.indices {
            blocks.append(.part(self.part(part, formulas, saysRules: commonRules.isEmpty)))
        }
        return blocks
    }

    /// How the answers of a part are to be given, each rule once.
    private func rules(ofPart index: Int) -> [AnswerRule] {
        var rules: [AnswerRule] = []
        for entry in calculation.asked where entry.part == index && !rules.contains(entry.rule) {
            rules.append(entry.rule)
        }
        return rules
    }

    /// The rules of all parts where they are the same, so that they are said once.
    private var commonRules: [AnswerRule] {
        let rules = calculation.template.parts.indices.map(rules(ofPart:))
        guard let first = rules.first, rules.allSatisfy({ $0 == first }) else { return [] }
        return first
    }

    private func part(_ index: Int, _ formulas: Formulas, saysRules: Bool) -> Part {
        let part = calculation.template.parts[index]
        let asked = calculation.asked.filter { $0.part == index }
        let rules = rules(ofPart: index)
        var sentence = Wording.question(part.quantities.map(formulas.name))
        if saysRules && !rules.isEmpty { sentence.append(.text(" " + Wording.rules(rules))) }
        let boxes = asked.map { entry in
            AnswerBox(
                part: AskedPart.letter(of: index),
                label: [.maths(.relation(formulas.label(entry), [Link(.equal, .row([]))]))])
        }
        return Part(
            label: AskedPart.letter(of: index), points: [.text(Wording.points(part.points))],
            part.text.followed(by: sentence) + [.answers(boxes)])
    }
}

extension [Block] {
    /// A sentence goes on in a text of one paragraph, and stands in a paragraph of its own after a longer one.
    fileprivate func followed(by sentence: [Inline]) -> [Block] {
        guard count == 1, case .paragraph(let text) = self[0] else { return self + [.paragraph(sentence)] }
        return [.paragraph(text + [.text(" ")] + sentence)]
    }
}
