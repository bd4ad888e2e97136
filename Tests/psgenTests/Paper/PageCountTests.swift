import Testing

@testable import psgen

@Suite struct PageCountTests {
    @Test func theLastLineOfItsKindCounts() throws {
        let log =
            "This is pdfTeX [1]\npsgen: \\pagecount=1, each=1, first=0\npsgen: \\pagecount=3, each=2, first=14\nend"
        let pages = try #require(PageCount(log: Array(log.utf8)))
        #expect(pages.needed == 3)
        #expect(pages.each == 2)
        #expect(pages.first == 14)
    }

    @Test(arguments: ["", "! Emergency stop.", "psgen: \\pagecount=1, each=0, first=0", "psgen: \\pagecount=1"])
    func aLogThatDoesNotSayIt(_ log: String) {
        #expect(PageCount(log: Array(log.utf8)) == nil)
    }
}
