import Foundation
import Generator
import Testing

@testable import Checker

@Suite struct FeedbackPagesTests {
    private let grading: Grading
    private let codes: [String]
    private let pages: FeedbackPages

    init() throws {
        let grading = try Grading(
            """
            title: Two steps
            given: { x: [1, 2], k: 3 }
            define:
              z: k * x
              L: z[1] + z[2]
            ask:
              - { find: z, points: 2 }
              - { find: "L, dL/dx[1]", points: 4 }
              - { text: Say why., mark: by hand, points: 1 }
            """)
        self.grading = grading
        codes = (1...5).map { grading.codes.code(of: $0).text }
        pages = try FeedbackPages(SetPlan(grading.calculation), title: "Two steps")
    }

    /// The pages of a table's rows; a number stands for the code of its sheet.
    private func pages(_ rows: String..., void: VoidParts = VoidParts()) throws -> [Page] {
        let lines = rows.map { row in row.hasPrefix("#") ? codes[0] + row.dropFirst() : row }
        let graded = try grading.block(lines.joined(separator: "\n") + "\n", void: void, feedback: pages).graded
        return try graded.feedback.map { feedback in
            let (opening, closing) = pages.frame(code: feedback.code)
            return try Page(opening + feedback.article + closing)
        }
    }

    private let heading = "sheet,student,z[1],z[2],L,dL/dx[1],c points,adjust,comment"

    @Test func aPageSaysWhatWasWrittenWhatIsRightAndHow() throws {
        let page = try pages(heading, "#,Ada,3,7,10,,1,,")[0]
        #expect(page.html.contains("<title>\(codes[0]) Feedback: Two steps</title>"))
        #expect(page.texts("h1") == ["Feedback: Two steps"])
        #expect(page.texts("p")[0] == codes[0])
        #expect(page.texts("p")[1] == "Name \u{2068}Ada\u{2069} Points 4 of 7 ")
        let lines = page.texts("p")
        #expect(lines.contains("✓ z1=3"))
        #expect(lines.contains("✗ z2: you wrote \u{2068}7\u{2069}; the key has 6."))
        #expect(lines.contains("→ L: you wrote \u{2068}10\u{2069}; the key has 9. Right for your own z[2]."))
        #expect(lines.contains { $0.hasPrefix("○ ") && $0.contains("left blank; the key has 3.") })
        #expect(lines.contains("Marked by your instructor."))
        #expect(lines.contains("1 of 1 point"))
        // The key's own steps, with the sheet's numbers.
        #expect(lines.contains("z =k\u{2062}x =3\u{2062}[12] =[36]"), "\(lines)")
    }

    @Test func aStepIsShownOnceForAllEntriesOfAQuantity() throws {
        let page = try pages(heading, "#,,1,1,9,3,,,")[0]
        #expect(page.texts("p").count { $0.hasPrefix("z =") } == 1)
        #expect(page.texts("p").count { $0.contains("you wrote") } == 2)
    }

    @Test func nothingIsExplainedWhereAllIsRight() throws {
        let page = try pages(heading, "#,Ada,3,6,9,3,,,")[0]
        #expect(page.texts("p").contains("All your answers are right."))
        #expect(!page.text.contains("you wrote"))
        #expect(page.texts("p").contains("Not marked yet."))
        #expect(page.texts("p").contains("– of 1 point"))
    }

    @Test func nothingThatIsWrittenIsMarkup() throws {
        let hostile = #"<script>alert('1')</script><img src=x onerror=a>&amp;</p>"#
        let escaped = "&lt;script&gt;alert('1')&lt;/script&gt;&lt;img src=x onerror=a&gt;&amp;amp;&lt;/p&gt;"
        let row = ["#", hostile, hostile, "3", "9", "3", "1", "", hostile].joined(separator: ",").replacing(
            "\"", with: "'")
        let page = try pages(heading, row)[0]
        let harmless = try pages(heading, "#,a,b,3,9,3,1,,c")[0]
        #expect(page.names == harmless.names)
        #expect(page.text.components(separatedBy: escaped).count == 4, "name, answer and comment: \(page.text)")
    }

    @Test func namesAreKeptApartFromWhatStandsAroundThem() throws {
        #expect(try pages(heading, "#,محمد الخوارزمي,3,6,9,3,,,")[0].text.contains("\u{2068}محمد الخوارزمي\u{2069}"))
        #expect(try !pages(heading, "#,,3,6,9,3,,,")[0].text.contains("Name"))
        #expect(try !pages("sheet,L", "#,9")[0].text.contains("Name"))
    }

    @Test func whatAPersonGaveAndWroteIsSaid() throws {
        let page = try pages(heading, "#,Ada,3,6,9,3,0.5,-1,See me & bring paper")[0]
        #expect(page.text.contains("In these points, -1 is from your instructor besides."))
        #expect(page.texts("blockquote") == ["\n\u{2068}See me &amp; bring paper\u{2069}\n"])
        #expect(page.texts("p")[1].hasSuffix("Points 5.5 of 7 "))
        #expect(page.texts("p").contains("0.5 of 1 point"))
    }

    @Test func everyoneGetsThePointsOfAVoidPart() throws {
        let void = try VoidParts(["a", "c"], of: SetPlan(grading.calculation))
        let page = try pages(heading, "#,Ada,1,1,9,3,,,", void: void)[0]
        #expect(page.texts("p").count { $0 == "Everyone gets the points of this part." } == 2)
        #expect(page.texts("p").contains("2 of 2 points"))
        #expect(page.texts("p").contains("1 of 1 point"))
    }

    @Test func whatCannotBeReadIsShown() throws {
        let page = try pages(heading, "#,Ada,ca. 3,6,9,3,,,")[0]
        #expect(
            page.text.contains(
                "what you wrote, \u{2068}ca. 3\u{2069}, cannot be read, and your instructor will look at it"))
    }

    @Test func ofAWholeQuantityTheOneNumberIsShown() throws {
        let page = try pages("sheet,z", "#,\"[3, 8]\"")[0]
        #expect(page.text.contains("z2: you wrote \u{2068}8\u{2069}; the key has 6."))
    }
}
