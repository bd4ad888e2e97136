import Document
import Exporter
import Maths
import Template

/// What a student is told of the answers to one problem.
struct FeedbackText {
    let worked: WorkedAnswers
    let problem: GradedProblem

    /// The head of a sheet's feedback.
    static func head(of sheet: GradedSheet, title: String) -> [Block] {
        let name = sheet.name.isEmpty ? [] : [Field("Name", content: [.text(sheet.name.isolated)])]
        var blocks: [Block] = [
            .title([.text("Feedback: " + title)], aside: [.text(sheet.code)]),
            .fields(name + [Field("Points", content: [.text("\(sheet.points) of \(sheet.total)")])]),
        ]
        if !sheet.adjustment.isEmpty {
            blocks.append(.paragraph([.text("In these points, \(sheet.adjustment) is from your instructor besides.")]))
        }
        if !sheet.comment.isEmpty {
            blocks += [
                .paragraph([.text("Your instructor writes:")]), .quote([.paragraph([.text(sheet.comment.isolated)])]),
            ]
        }
        if sheet.problems.allSatisfy({ $0.marks.allSatisfy { $0.verdict == .correct } }) {
            blocks.append(.paragraph([.text("All your answers are right.")]))
        }
        return blocks
    }

    private var template: Template { worked.calculation.template }

    /// What stands above the problem where a sheet has several.
    func heading(ofProblem index: Int) -> [Block] {
        [.heading([.text("Problem \(index + 1): \(template.title)")], level: 1)]
    }

    /// The parts from top to bottom.
    var blocks: [Block] {
        template.parts.indices.map { part in
            .part(Part(label: AskedPart.letter(of: part), points: [.text(points(ofPart: part))], blocks(ofPart: part)))
        }
    }

    private func points(ofPart part: Int) -> String {
        let most = template.parts[part].points
        return "\(problem.points[part] ?? "–") of \(most.text) \(most == .one ? "point" : "points")"
    }

    /// What is right in one line, then every answer that is not, each with the key's step.
    private func blocks(ofPart part: Int) -> [Block] {
        let asked = worked.calculation.asked
        let own = asked.indices.filter { asked[$0].part == part }
        let right = own.filter { problem.marks[$0].isPlainlyRight }
        var blocks: [Block] = []
        if problem.voidParts.contains(part) {
            blocks.append(.paragraph([.text("Everyone gets the points of this part.")]))
        } else if own.isEmpty {
            let isMarked = problem.points[part] != nil
            blocks.append(.paragraph([.text(isMarked ? "Marked by your instructor." : "Not marked yet.")]))
        }
        if !right.isEmpty {
            let equations = right.map { [Inline.maths(worked.answers[$0].equation)] }
            blocks.append(.paragraph([.text("✓ ")] + equations.joined(separator: [.text(", ")])))
        }
        var others = own.filter { !problem.marks[$0].isPlainlyRight }[...]
        while let first = others.first {
            // Entries of a quantity that the key works out in one line share this line.
            let step = worked.answers[first].step
            let group = others.prefix { worked.answers[$0].step == step }
            blocks += group.map { .paragraph(sentences(on: $0)) }
            if let step { blocks.append(.equations([step])) }
            others = others.dropFirst(group.count)
        }
        return blocks
    }

    /// `✗ L: you wrote 42; the key has 14. 42 is …`
    private func sentences(on index: Int) -> [Inline] {
        let (mark, worked) = (problem.marks[index], worked.answers[index])
        let answer = problem.answers[index].isolated
        let note = mark.note.isEmpty ? "." : ". " + sentence(mark.note)
        let words: String
        switch mark.verdict {
        case .correct: return [.text(mark.verdict.sign + " "), .maths(worked.equation), .text(note)]
        case .followsThrough, .explained, .wrong: words = "you wrote \(answer)"
        case .blank: words = "left blank"
        case .unreadable: words = "what you wrote, \(answer), cannot be read, and your instructor will look at it"
        }
        return [
            .text(mark.verdict.sign + " "), .maths(worked.label), .text(": \(words); the key has "),
            .maths(worked.right), .text(note),
        ]
    }

    /// A note with a full stop, and a capital letter unless a quantity's name stands first.
    private func sentence(_ note: String) -> String {
        let word = note.prefix { $0.isLetter }
        let isWord = word.count == note.prefix { $0 != " " }.count && template.nodes[String(word)] == nil
        let text = isWord ? note.prefix(1).uppercased() + note.dropFirst() : note
        return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
    }
}

extension Mark {
    /// Whether it is right and there is nothing to be said of it.
    fileprivate var isPlainlyRight: Bool { verdict == .correct && note.isEmpty }
}

extension String {
    /// The text between marks that keep its direction of writing from what stands around it.
    var isolated: String { "\u{2068}" + self + "\u{2069}" }
}
