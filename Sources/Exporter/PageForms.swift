import Document
import Exact
import Maths
import Template

/// All pages of a template printed once, with holes for what differs from sheet to sheet.
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

    /// Prints a template's pages.
    package init(_ calculation: Calculation, _ worked: WorkedTemplate) {
        let title = calculation.template.title
        func page(_ title: [Inline], ownStyle: String = "") -> (opening: Form, closing: Form) {
            let page = HTMLPage(title: title, ownStyle: ownStyle)
            return (page.opening, page.closing)
        }
        let sheetBlocks = StudentSheet(calculation: calculation).blocks
        let keyBlocks = AnswerKey(calculation: calculation, derivations: worked.derivations).blocks
        sheetPage = page([.slot(Slot.code), .text(" " + title)], ownStyle: sheetBlocks.ownStyle)
        sheetsPage = page([.text(title)], ownStyle: sheetBlocks.ownStyle)
        keyPage = page([.slot(Slot.code), .text(" Key: " + title)], ownStyle: keyBlocks.ownStyle)
        keysPage = page([.text("Keys: " + title)], ownStyle: keyBlocks.ownStyle + HTMLPage.tableStyle)
        sheet = HTML.sheet(sheetBlocks)
        key = HTML.sheet(keyBlocks)
        tables = AnswerTables(calculation).tables.enumerated().map { index, table in
            HTML.repeating(table, under: (index == 0 ? "Answers: " : "Answers, continued: ") + title)
        }
    }
}
