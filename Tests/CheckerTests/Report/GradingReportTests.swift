import Foundation
import Generator
import Testing

@testable import Checker

@Suite struct GradingReportTests {
    private let grading: Grading
    private let codes: [String]
    private var plan: SetPlan { SetPlan(grading.calculation) }

    init() throws {
        let grading = try Grading(
            """
            title: Two steps
            given: { x: [1, 2], k: 3 }
            define:
              z: k * x
              L: z[1] + z[2]
            ask: [{ find: z, points: 2 }, { find: L, points: 2 }]
            """)
        self.grading = grading
        codes = (1...5).map { grading.codes.code(of: $0).text }
    }

    private let heading = "sheet,student,z[1],z[2],L"

    /// The report on a table; `#2` stands for the second sheet's code.
    private func page(_ rows: [String], changing summary: (inout GradingSummary) -> Void = { _ in }) throws -> Page {
        let lines = rows.map { row in
            guard row.hasPrefix("#"), let sheet = row.dropFirst().first?.wholeNumberValue else { return row }
            return codes[sheet - 1] + row.dropFirst(2)
        }
        let pages = try FeedbackPages(plan, title: "Two steps")
        let graded = try grading.block(([heading] + lines).joined(separator: "\n") + "\n", feedback: pages).graded
        var own = GradingSummary(plan, sheetCount: 5)
        _ = own.repeatedLines(graded.sheets)
        own.add(graded)
        summary(&own)
        return try Page(GradingReport(own, of: plan, title: "Two steps") { "\($0)/\($1).html" }.page)
    }

    @Test func howManyAndHowWell() throws {
        let page = try page(["#1,Ada,3,6,9", "#2,Bob,3,6,", "#3,Eve,,,"])
        #expect(page.texts("h1")[0] == "Report: Two steps")
        #expect(
            page.texts("p")[0]
                == "3 sheets graded. Mean 2 of 4 points (50%); median 2. 2 of the set's 5 sheets have no row.")
        #expect(page.texts("p")[1] == "Nothing.")
        #expect(page.html.contains("0: 1, 1: 0, 2: 1, 3: 0, 4: 1\""), "the histogram in words")
    }

    @Test func unreadableCellsComeFirst() throws {
        let page = try page(["nobody,Ada,3,6,9", "#2,Bob,3,six,9", "#3,Bob,3,6,9"]) { $0.report("a.csv: something") }
        let items = page.texts("li")
        #expect(items.count == 3)
        #expect(items[0].hasPrefix("Line 3: column ‘z[2]’: “six” is not a number"))
        #expect(items[1] == "a.csv: something")
        #expect(items[2].hasPrefix("Line 2: column ‘sheet’: 'nobody' is"))
    }

    @Test func manyPlacesAreAtTheEnd() throws {
        let page = try page(["#1,Ada,3,6,9"]) { summary in for place in 0..<30 { summary.report("place \(place)") } }
        #expect(page.texts("li") == (0..<30).map { "place \($0)" })
        #expect(page.text.contains("There are 30 places in all; more are at the end of this report."))
        let points = try #require(page.html.range(of: ">Points<"))
        #expect(try #require(page.html.range(of: "place 19<")).lowerBound < points.lowerBound)
        #expect(try #require(page.html.range(of: "place 20<")).lowerBound > points.lowerBound)
    }

    @Test func questionsHaveTheirSharesCorrelationsAndVerdicts() throws {
        let page = try page(["#1,Ada,3,6,9", "#2,Bob,3,,", "#3,Eve,3,6,1", "#4,Kim,,6,9"])
        #expect(
            page.html.contains(
                "(a)\u{A0}z[1]: 75%, −0.56; (a)\u{A0}z[2]: 75%, 0.52; (b)\u{A0}L: 50%, 0"),
            "\(page.texts("td"))")
        let cells = page.texts("td")
        #expect(cells.prefix(4) == ["(a)\u{A0}z[1]", "3", "0", "1"])
        #expect(page.texts("th").prefix(4) == ["Answer", "✓ correct", "✗ wrong", "○ blank"])
    }

    @Test func studentsLeadToTheirFeedback() throws {
        let page = try page(["#2,محمد,3,7,10", "#1,,x,,9"])
        #expect(page.html.contains("<a href=\"2/\(codes[1]).html\">\(codes[1])</a>"))
        let rows = page.texts("tr").suffix(2)
        #expect(rows.first == "\(codes[1])\u{2068}محمد\u{2069}3 of 4✓✗→")
        #expect(rows.last == "\(codes[0])\u{2068}\u{2069}2 of 4?○✓")
    }

    @Test func nothingThatIsWrittenIsMarkup() throws {
        let hostile = #"<script>alert(1)</script><b onclick=a>&lt;'"#
        let page = try page(["#1,\(hostile),\(hostile),6,9", "\(hostile),,,,"])
        #expect(try page.names == self.page(["#1,a,b,6,9", "c,,,,"]).names)
        let escaped = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onclick=a&gt;&amp;lt;'"
        #expect(page.texts("td").contains("\u{2068}\(escaped)\u{2069}"))
    }

    @Test func mistakesAreCountedWithTheirPlaces() throws {
        let page = try page(["#1,Ada,3,6,4"]) { summary in
            var block = GradedBlock(plan)
            let note = "18 is twice 9: the ½ was <not> used"
            let mark = Mark(verdict: .explained, note: note, mistakes: [.halfForgotten])
            block.statistics.add(mistakes: [(2, mark), (0, mark)])
            block.statistics.add(mistakes: [(2, mark)])
            summary.add(block)
        }
        #expect(page.texts("h2").contains("Mistakes"))
        #expect(page.html.contains("Sheets with each mistake: half forgotten 2\""))
        let row = try #require(page.texts("tr").first { $0.hasPrefix("half forgotten") })
        #expect(row == "half forgottenL: 2, z[1]: 118 is twice 9: the ½ was &lt;not&gt; used")
    }

    @Test func whatACorrectedTemplateChangesIsListedMarkByMark() throws {
        let pages = try FeedbackPages(plan, title: "")
        let rows = "\(heading)\n\(codes[0]),Ada,3,6,"
        let (before, now) = (
            try grading.block(rows + "1\n", feedback: pages).graded,
            try grading.block(rows + "9\n", feedback: pages).graded
        )
        let page = try page(["#1,Ada,3,6,9"]) { $0.compare(now, with: before, grading.codes) }
        #expect(page.texts("li") == ["\(codes[0]): 2 → 4 (L: wrong → correct)"])
        let same = try self.page(["#1,Ada,3,6,9"]) { $0.compare(now, with: now, grading.codes) }
        #expect(same.text.contains("The points of 0 sheets."))
    }

    @Test func manyStudentsAreNotListed() throws {
        var summary = GradingSummary(plan, sheetCount: 5)
        let pages = try FeedbackPages(plan, title: "")
        let block = try grading.block("\(heading)\n\(codes[0]),Ada,3,6,9\n", feedback: pages).graded
        for _ in 0..<GradingSummary.listedSheets { summary.add(block) }
        #expect(summary.listed.count == GradingSummary.listedSheets)
        summary.add(block)
        let page = try Page(GradingReport(summary, of: plan, title: "") { _, _ in nil }.page)
        #expect(
            page.text.contains(
                "Students are listed here where there are no more than 1000; the graded table has them all."))
        #expect(!page.text.contains("Ada"))
    }
}
