import Document
import Maths
import Template

/// The documents for paper printed once, with holes for what differs from sheet to sheet.
struct PaperForms: Sendable {
    /// Around sheets, and around keys.
    let sheetsPage: (opening: Form, closing: Form)
    let keysPage: (opening: Form, closing: Form)
    /// A sheet, a key, and the tables of all answers with their rows.
    let sheet: Form
    let key: Form
    let tables: [(opening: Form, row: Form, closing: Form)]
    /// The characters that the fonts lack, each once.
    let missing: [Unicode.Scalar]

    /// Prints the documents of a set.
    init(_ set: SetValues, _ worked: [WorkedTemplate], head: SetHead, layout: PaperLayout) {
        func page(_ title: String) -> (opening: Form, closing: Form) {
            let page = LaTeXPage(title: title, paper: layout.paper, isDuplex: layout.isDuplex)
            return (page.opening, page.closing)
        }
        sheetsPage = page(head.title)
        keysPage = page("Keys: " + head.title)
        let templates = zip(set.plan.calculations, worked)
        let sheets = templates.map { StudentSheet(calculation: $0, figure: $1.figure, isForPaper: true).blocks }
        let keys = templates.map {
            AnswerKey(calculation: $0, derivations: $1.derivations, figure: $1.figure).blocks
        }
        let bounds = set.plan.calculations.map(PaperBounds.init)
        sheet = LaTeX.sheet(
            of: [LaTeX.form(head.ofSheet)]
                + set.problems { problem, template in
                    let blocks = head.ofProblem(problem, template: template) + sheets[template]
                    return LaTeX.form(blocks, bounds: { bounds[template][$0] })
                }, code: Slot.code)
        key = LaTeX.sheet(
            of: [LaTeX.form(head.ofKey)]
                + set.problems { LaTeX.form(head.ofProblem($0, template: $1) + keys[$1]) }, code: Slot.code)
        tables = AnswerTables(set).tables.enumerated().map { index, table in
            LaTeX.repeating(table, under: (index == 0 ? "Answers: " : "Answers, continued: ") + head.title)
        }
        let problems = set.plan.problems.enumerated().flatMap { index, problem in
            problem.templates.flatMap { head.ofProblem(index, template: $0) }
        }
        missing = LaTeX.missing(in: head.ofSheet + problems + sheets.joined() + keys.joined())
    }
}
