import Foundation
import Testing

/// What `psgen check` writes beside the graded table.
@Suite struct ReportsTests {
    private let folder: TestFolder
    private let codes: [String]

    init() throws {
        folder = try TestFolder()
        try folder.make("q2", "--count", "5", "--seed", "7", "--out", "set", "--no-pages")
        codes = try Sheet(folder, "set/answers.csv").column("sheet")
    }

    /// Answers of three sheets; the second one's loss is wrong.
    private func write(_ name: String = "set/answers.csv") throws {
        var lines = try #require(folder.text("set/instructor/key.csv")).split(separator: "\n").map(String.init)
        let loss = try #require(lines[0].split(separator: ",").firstIndex(of: "L"))
        var cells = lines[2].components(separatedBy: ",")
        cells[loss] = "999"
        lines[2] = cells.joined(separator: ",")
        try folder.write(lines[..<4].joined(separator: "\n") + "\n", to: name)
    }

    @Test func reportAndFeedbackStandBesideTheAnswers() throws {
        try write()
        let outcome = try folder.psgen("check", "set/answers.csv")
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains(
                "\nset/answers.report.html shows how the set was answered,"
                    + " set/answers.feedback has a page for each student\n"))
        let pages = codes[..<3].map { $0 + ".html" }
        #expect(folder.names(in: "set/answers.feedback") == pages + ["feedback.html"])
        let report = try #require(folder.text("set/answers.report.html"))
        for page in pages { #expect(report.contains("<a href=\"answers.feedback/\(page)\">")) }
        let single = try #require(folder.text("set/answers.feedback/\(pages[1])"))
        #expect(single.contains("you wrote \u{2068}999\u{2069}"))
        let all = try #require(folder.text("set/answers.feedback/feedback.html"))
        #expect(all.components(separatedBy: "<article>").count == 4)
        #expect(!report.contains("<script") && !all.contains("<script"))
        #expect(!folder.names(in: "set").contains { $0.hasPrefix(".") })
    }

    @Test func gradingAgainReplacesFeedbackAndNothingElse() throws {
        try write()
        try folder.makeFolder("set/answers.feedback")
        try folder.write("old", to: "set/answers.feedback/777-0000.html")
        #expect(try folder.psgen("check", "set/answers.csv").status == 0)
        #expect(folder.text("set/answers.feedback/777-0000.html") == nil)
        try folder.write("mine", to: "set/answers.feedback/notes.txt")
        let outcome = try folder.psgen("check", "set/answers.csv")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors
                == "Error: Cannot replace 'set/answers.feedback': it holds what is no feedback made by psgen."
                + " Move that elsewhere, or choose another place with --out.\n")
        #expect(folder.text("set/answers.feedback/notes.txt") == "mine")
    }

    @Test func namesOfFilesAreAddresses() throws {
        try folder.makeFolder("out")
        try write("answers (é) #1.csv")
        #expect(try folder.psgen("check", "answers (é) #1.csv", "--set", "set", "--out", "out").status == 0)
        let report = try #require(folder.text("out/answers (é) #1.report.html"))
        #expect(report.contains("<a href=\"answers%20%28%C3%A9%29%20%231.feedback/\(codes[0]).html\">"))
        #expect(folder.names(in: "out/answers (é) #1.feedback").count == 4)
    }

    @Test func aboveAThousandFeedbackIsAskedFor() throws {
        try folder.make("descent", "--count", "1201", "--seed", "7", "--out", "many", "--no-pages")
        let path = "many/instructor/key.csv"
        #expect(try folder.psgen("check", path, "--set", "many", "--out", "many").status == 0)
        #expect(folder.names(in: "many").contains("key.report.html"))
        #expect(!folder.names(in: "many").contains("key.feedback"))
        #expect(try folder.psgen("check", path, "--set", "many", "--out", "many", "--each").status == 0)
        let files = ["0001-0200", "0201-0400", "0401-0600", "0601-0800", "0801-1000", "1001-1200", "1201-1201"]
        #expect(
            folder.names(in: "many/key.feedback")
                == ["0001-1000", "1001-1201"] + files.map { "feedback-\($0).html" })
        #expect(folder.names(in: "many/key.feedback/1001-1201").count == 201)
        #expect(try folder.psgen("check", path, "--set", "many", "--out", "many", "--each").status == 0)
    }

    @Test func whatACorrectedTemplateChangesIsInTheReport() throws {
        try write()
        let source = try String(contentsOfFile: Program.template("q2"), encoding: .utf8)
        try folder.write(source.replacing("^2 / 2", with: "^2"), to: "q2.yaml")
        let outcome = try folder.psgen("check", "set/answers.csv", "--template", "q2.yaml")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let report = try #require(folder.text("set/answers.report.html"))
        #expect(report.contains("What the corrected template changes"))
        #expect(report.contains("(L: correct → wrong"))
    }

    @Test func whatAPersonWritesReachesTheGradebookToo() throws {
        try folder.write("Email address,sheet,comment\na@b.example,\(codes[0]),=See me\n", to: "set/a.csv")
        #expect(try folder.psgen("check", "set/a.csv", "--gradebook", "moodle").status == 1)
        let gradebook = try #require(folder.text("set/a.moodle.csv"))
        #expect(gradebook.contains("dL/dW1[2,1]: blank; =See me"))
        let page = try #require(folder.text("set/a.feedback/\(codes[0]).html"))
        #expect(page.contains("<blockquote>\n<p>\u{2068}=See me\u{2069}</p>"))
    }
}
