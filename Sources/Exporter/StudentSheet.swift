import Document
import Maths
import Template

/// A problem as a student is handed it, with room for the answers; without the sheet's head.
struct StudentSheet {
    let calculation: Calculation
    var figure: Figure?
    /// Whether it is printed for sure, so that room to work in is kept where the template does not say how much.
    var isForPaper = false

    /// The problem from top to bottom.
    var blocks: [Block] {
        let template = calculation.template
        let formulas = Formulas(calculation: calculation)
        var blocks = template.text
        if let picture = figure?.picture(isKey: false, formulas) { blocks.append(.picture(picture)) }
        if !formulas.given.isEmpty {
            blocks += [.heading([.text("Given")], level: 2), .formulas(formulas.given)]
        }
        let equations = formulas.definitions
        if !equations.isEmpty { blocks += [.heading([.text("Equations")], level: 2), .equations(equations)] }
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
        let table = part.table.map { PartTable(table: $0, part: index, formulas: formulas).onSheet }
        let isFilledIn = part.table?.hasRoom ?? false
        var blocks = part.text
        // What is only read stands before what is asked about it.
        if let table, !isFilledIn { blocks.append(table) }
        blocks += part.question ?? []
        let sentence = sentence(part, formulas, rules: saysRules ? rules(ofPart: index) : [])
        if !sentence.isEmpty { blocks = blocks.followed(by: sentence) }
        if let table, isFilledIn { blocks.append(table) }
        let boxes = boxes(index, formulas)
        if let room = part.space ?? standardRoom(part, answers: boxes.count), room > 0 {
            blocks.append(.workspace(millimetres: room))
        }
        if !boxes.isEmpty { blocks.append(.answers(boxes)) }
        return Part(label: AskedPart.letter(of: index), points: [.text(Wording.points(of: part))], blocks)
    }

    /// What is asked where the part does not say it itself, what it is worth where that differs, how it is to be given.
    private func sentence(_ part: AskedPart, _ formulas: Formulas, rules: [AnswerRule]) -> [Inline] {
        let (table, others) = (part.table, part.quantities.dropFirst(part.table?.askedCount ?? 0))
        var sentence: [Inline] = []
        if part.question == nil {
            if table?.hasRoom == true { sentence = [.text("Fill in the table.")] }
            if !others.isEmpty { sentence = sentence.followed(by: Wording.question(others.map(formulas.name))) }
        }
        let columns = (table?.columns ?? []).filter(\.isAsked)
        let shares =
            zip(columns, part.quantities).map { Wording.Share(name: $0.heading, points: $1.points, isEach: true) }
            + others.map { Wording.Share(name: formulas.name($0), points: $0.points, isEach: false) }
        if let points = Wording.points(ofEach: shares) { sentence = sentence.followed(by: points) }
        return rules.isEmpty ? sentence : sentence.followed(by: [.text(Wording.rules(rules))])
    }

    /// The height in millimetres of the room to write in where the part does not say it: four lines for an answer in
    /// words; on paper nearly as much for what is worked out, but none beside a table, which has room by itself.
    private func standardRoom(_ part: AskedPart, answers: Int) -> Int? {
        if part.isMarkedByHand { return 32 }
        return isForPaper && answers > 0 ? min(16 + 4 * answers, 28) : nil
    }

    /// The boxes of what does not stand in the part's table.
    private func boxes(_ index: Int, _ formulas: Formulas) -> [AnswerBox] {
        let first = calculation.template.parts[index].table?.askedCount ?? 0
        return calculation.asked.filter { $0.part == index && $0.quantity >= first }.map { entry in
            AnswerBox(
                part: AskedPart.letter(of: index),
                label: [.maths(.relation(formulas.label(entry), [Link(.equal, .row([]))]))])
        }
    }
}

extension [Inline] {
    /// Another sentence behind this one.
    fileprivate func followed(by sentence: [Inline]) -> [Inline] {
        guard case .text(let words)? = last else { return self + (isEmpty ? [] : [.text(" ")]) + sentence }
        guard case .text(let others)? = sentence.first else { return dropLast() + [.text(words + " ")] + sentence }
        return dropLast() + [.text(words + " " + others)] + sentence.dropFirst()
    }
}

extension [Block] {
    /// A sentence goes on in a text of one paragraph, and stands in a paragraph of its own after any other.
    fileprivate func followed(by sentence: [Inline]) -> [Block] {
        guard count == 1, case .paragraph(let text) = self[0] else { return self + [.paragraph(sentence)] }
        return [.paragraph(text.followed(by: sentence))]
    }
}
