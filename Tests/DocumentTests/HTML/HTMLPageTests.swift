import Maths
import Testing

@testable import Document

struct HTMLPageTests {
    @Test("The style is small, and loads nothing")
    func style() {
        #expect(HTMLPage.style.utf8.count < 3400)
        for word in ["url(", "@import", "@font-face", "http", "</"] {
            let styles =
                HTMLPage.style + HTMLPage.tableStyle + HTMLPage.boxStyle + HTMLPage.pictureStyle
                + MathML.caseStyle
            #expect(!styles.contains(word))
        }
    }

    @Test("A page runs nothing and asks for nothing")
    func selfContained() {
        let sheet = FoundingSheet()
        let page = sheet.file(sheet.key)
        for word in ["<script", "<link", "<img", "src=", "http"] { #expect(!page.contains(word)) }
    }

    @Test("Language and title are escaped; a title has no markup")
    func head() {
        let page = HTMLPage(
            language: "en\"", title: [.text("a < b "), .maths(.variable("x")), .slot(TextSlot("code"))])
        let head = page.opening.text { _ in .exact(.zero) }
        #expect(head.contains("<html lang=\"en&quot;\">"))
        #expect(head.contains("<title>a &lt; b code</title>"))
        #expect(head.contains("<meta charset=\"utf-8\">"))
        #expect(head.contains("width=device-width"))
    }

    @Test("Many sheets share one frame")
    func frame() {
        let page = HTMLPage(title: [])
        #expect(page.opening.text { _ in .exact(.zero) }.hasPrefix("<!DOCTYPE html>\n"))
        #expect(page.closing.bytes == Array("</body>\n</html>\n".utf8))
        #expect(HTML.sheet([]).bytes == Array("<article>\n</article>\n".utf8))
    }
}
