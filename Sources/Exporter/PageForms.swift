import Document
import Exact
import Maths
import Template

/// All pages of a set printed once, with holes for what differs from sheet to sheet.
package struct PageForms: Sendable {
    /// Around a single sheet or key, and around many.
    let sheetPage: (opening: Form, closing: Form)
    let sheetsPage: (opening: Form, closing: Form)
    let keyPage: (opening: Form, closing: Form)
    let keysPage: (opening: Form, closing: Form)
    /// A sheet, a key, and the tables of all answers with their rows.
    let sheet: Form
    let key: Form
    let tables: [(opening: Form, row: Form, closing: Form)]

    /// Prints the pages of a set.
    init(_ set: SetValues, _ worked: [WorkedTemplate], head: SetHead) {
        let title = head.title
        func page(_ title: [Inline], ownStyle: String = "") -> (opening: Form, closing: Form) {
            let page = HTMLPage(title: title, ownStyle: ownStyle)
            return (page.opening, page.closing)
        }
        let sheetBlocks = zip(set.plan.calculations, worked).map {
            StudentSheet(calculation: $0, figure: $1.figure).blocks
        }
        let keyBlocks = zip(set.plan.calculations, worked).map {
            AnswerKey(calculation: $0, derivations: $1.derivations, figure: $1.figure).blocks
        }
        let sheetStyle = Array(sheetBlocks.joined()).ownStyle
        let keyStyle = Array(keyBlocks.joined()).ownStyle
        sheetPage = page([.slot(Slot.code), .text(" " + title)], ownStyle: sheetStyle)
        sheetsPage = page([.text(title)], ownStyle: sheetStyle)
        keyPage = page([.slot(Slot.code), .text(" Key: " + title)], ownStyle: keyStyle)
        keysPage = page([.text("Keys: " + title)], ownStyle: keyStyle + HTMLPage.tableStyle)
        sheet = Self.sheet(head.ofSheet, sheetBlocks, head, set)
        key = Self.sheet(head.ofKey, keyBlocks, head, set)
        tables = AnswerTables(set).tables.enumerated().map { index, table in
            HTML.repeating(table, under: (index == 0 ? "Answers: " : "Answers, continued: ") + title)
        }
    }

    /// A sheet or key: its head, and each problem from the template that the sheet takes.
    private static func sheet(_ opening: [Block], _ templates: [[Block]], _ head: SetHead, _ set: SetValues) -> Form {
        HTML.sheet(
            of: [HTML.form(opening)]
                + set.problems { HTML.form(head.ofProblem($0, template: $1) + templates[$1]) })
    }
}
