import Document
import Exact
import Generator
import Maths
import Template

/// Texts that differ from sheet to sheet.
enum Slot {
    /// The sheet's code.
    static let code = TextSlot("code")
    /// The student's name.
    static let name = TextSlot("name")
    /// The student's number.
    static let number = TextSlot("number")
}

/// The texts of one sheet.
struct SheetTexts {
    let code: String
    var name = ""
    var number = ""

    subscript(slot: TextSlot) -> String { slot == Slot.name ? name : slot == Slot.number ? number : code }
}

/// What sheets and keys say above their problems.
struct SetHead {
    let plan: SetPlan
    /// Nil for a set of one template, which is its own heading.
    let heading: SetHeading?
    /// Whether sheets have their students' names and numbers.
    let isNamed: Bool

    /// What sheets are called.
    var title: String { heading?.title ?? plan.calculations[0].template.title }

    /// The head of a sheet.
    var ofSheet: [Block] {
        [
            .title([.text(title)], aside: [.slot(Slot.code)]),
            .fields([
                Field("Name", content: isNamed ? [.slot(Slot.name)] : []),
                Field("Number", content: isNamed ? [.slot(Slot.number)] : []),
            ]),
        ] + details + (heading?.text ?? [])
    }

    /// The head of a key.
    var ofKey: [Block] { [.title([.text("Key: " + title)], aside: [.slot(Slot.code)])] + details }

    /// `Problem 2: Softmax (5 points)`, where there are several or the sheet has a title of its own.
    func ofProblem(_ problem: Int, template: Int) -> [Block] {
        let template = plan.calculations[template].template
        if plan.problems.count == 1 { return heading == nil ? [] : [.heading([.text(template.title)], level: 1)] }
        let points = Wording.points(template.points)
        return [.heading([.text("Problem \(problem + 1): \(template.title) (\(points))")], level: 1)]
    }

    /// The date, and the points of a sheet where all have the same.
    private var details: [Block] {
        guard let heading else { return [] }
        let points = commonPoints.map { Wording.points($0) + " in all" }
        let words = [heading.date, points].compactMap { $0 }.joined(separator: " · ")
        return words.isEmpty ? [] : [.paragraph([.text(words)])]
    }

    private var commonPoints: Rational? {
        var sum = Rational.zero
        for problem in plan.problems {
            let points = plan.calculations[problem.templates].map(\.template.points)
            guard points.allSatisfy({ $0 == points[0] }) else { return nil }
            sum = sum + points[0]
        }
        return sum
    }
}
