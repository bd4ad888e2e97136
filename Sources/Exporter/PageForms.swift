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
    /// A sheet, a key, and a row of the table of answers.
    let sheet: Form
    let key: Form
    let table: (opening: Form, row: Form, closing: Form)

    /// Prints a template's pages.
    package init(_ calculation: Calculation) {
        let title = calculation.template.title
        func page(_ title: [Inline], ownStyle: String = "") -> (opening: Form, closing: Form) {
            let page = HTMLPage(title: title, ownStyle: ownStyle)
            return (page.opening, page.closing)
        }
        sheetPage = page([.slot(Slot.code), .text(" " + title)])
        sheetsPage = page([.text(title)])
        keyPage = page([.slot(Slot.code), .text(" Key: " + title)])
        keysPage = page([.text("Keys: " + title)], ownStyle: HTMLPage.tableStyle)
        let answerKey = AnswerKey(calculation: calculation)
        sheet = HTML.sheet(StudentSheet(calculation: calculation).blocks)
        key = HTML.sheet(answerKey.blocks)
        table = HTML.repeating(answerKey.table, under: "Answers: " + title)
    }
}
