import Exact
import Foundation
import Maths
import TestSupport
import Testing

@testable import Document

@Suite(.enabled(if: Program("pdflatex") != nil, "pdflatex is not installed"))
struct LaTeXRunTests {
    /// What pdflatex says of sheets: pages in all, then `\pagecount` and the other numbers of the log.
    private func run(_ sheets: [[Block]], _ page: LaTeXPage, tables: [Table] = []) throws -> (pages: Int, log: String) {
        let program = try #require(Program("pdflatex"))
        var form = page.opening
        for table in tables {
            let (opening, row, closing) = LaTeX.repeating(table, under: "Answers")
            form.append(opening)
            for _ in 0..<100 { form.append(row) }
            form.append(closing)
        }
        for blocks in sheets { form.append(LaTeX.sheet(of: [LaTeX.form(blocks)], code: TextSlot("code"))) }
        form.append(page.closing)
        let numbers = FoundingSheet().numbers
        let text = form.text(value: { numbers[$0.index] }, text: { _ in "\\input{/etc/passwd} <\u{1F680}> \\" })
        return try withTemporaryFolder { folder in
            try text.write(to: folder.appendingPathComponent("a.tex"), atomically: false, encoding: .utf8)
            let result = try program.run(["-interaction=nonstopmode", "-halt-on-error", "a.tex"], in: folder)
            #expect(result.status == 0, "\(result.output.suffix(800))")
            let log = try String(contentsOf: folder.appendingPathComponent("a.log"), encoding: .isoLatin1)
            #expect(!log.contains("Missing character"))
            let pages = result.output.split(separator: "a.pdf (").last?.split(separator: " ").first
            let line = log.split(separator: "\n").first { $0.hasPrefix("psgen: ") }
            return (pages.flatMap { Int($0) } ?? 0, line.map(String.init) ?? "")
        }
    }

    @Test("Every block, a sheet and its key are set", arguments: LaTeXPage.Paper.allCases)
    func sheets(paper: LaTeXPage.Paper) throws {
        let sheet = FoundingSheet()
        let page = LaTeXPage(title: "a \\ ) { \u{1F680}", paper: paper)
        let result = try run([sheet.student, sheet.student], page)
        #expect(result.pages == 2)
        #expect(result.log == "psgen: \\pagecount=1, each=1, first=0")
        #expect(try run([[.picture(SamplePicture.whole)] + EveryBlock().blocks, sheet.key], page).pages == 2)
    }

    @Test("Sheets have as many pages as the first one, an even number where paper is printed on both sides")
    func padding() throws {
        let short: [Block] = [.paragraph([.text("a")])]
        let long = short + [.pageBreak] + short + [.pageBreak] + short
        let page = LaTeXPage(title: "")
        #expect(try run([long, short, long], page).pages == 9)
        #expect(try run([long, short], LaTeXPage(title: "", isDuplex: true)).pages == 8)
        #expect(try run([short, long], page).log == "psgen: \\pagecount=3, each=1, first=0")
    }

    @Test("A sheet that is a little longer than the first one is made smaller")
    func shrinking() throws {
        func sheet(_ lines: Int) -> [Block] { (0..<lines).map { .paragraph([.text("\($0)")]) } }
        let fitting = try run([sheet(30), sheet(36)], LaTeXPage(title: ""))
        #expect(fitting.log == "psgen: \\pagecount=1, each=1, first=0")
    }

    @Test("Tables of all sheets go on with their heading, on the long side where they are wide")
    func tables() throws {
        let cell: [Inline] = [.text("12345")]
        for columns in [3, 20] {
            let row = Array(repeating: cell, count: columns)
            let table = Table(header: row, rows: [row])
            let result = try run([[]], LaTeXPage(title: ""), tables: [table])
            #expect(result.pages > 2 && result.log.hasSuffix("first=\(result.pages - 1)"))
        }
    }

    @Test("What is wider or higher than a page is made smaller or broken")
    func large() throws {
        let word = String(repeating: "word", count: 2500)
        let row = (0..<60).map { Maths.variable("a\($0)") }
        let sum = Maths.sum(row.map { Term(.plus, .power($0, .integer(2))) })
        let blocks: [Block] = [
            .title([.text(word)], aside: [.text("code")]), .fields([Field("Name", content: [.text(word)])]),
            .paragraph([.text(word), .maths(.variable(word)), .maths(.matrix([row])), .code(word)]), .code(word),
            .equations([.equation(.variable("a"), sum, .matrix([row]), .column(row + row)), .variable(word)]),
            .display(.matrix([row, row])), .formulas([.matrix([row]), sum]),
            .table(Table(rows: [[[.text("a")], [.maths(sum)]]])),
            .answers([AnswerBox(label: [.maths(.variable(word))])]),
        ]
        #expect(try run([blocks], LaTeXPage(title: word)).pages > 1)
    }
}
