import Foundation
import Testing

/// Whether a program can be called by its name.
private func isInstalled(_ program: String) -> Bool {
    (try? run("which", program).status) == 0
}

/// `make --pdf` with the real programs.
@Suite(
    .enabled(if: isInstalled("pdflatex") && isInstalled("qpdf"), "pdflatex or qpdf is not installed"))
struct PaperTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    private func pages(_ name: String) throws -> Int? {
        Int(try run("qpdf", "--show-npages", folder(name)).output.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func codes(_ set: String) throws -> [String] { try Sheet(folder, set + "/answers.csv").column("sheet") }

    /// What a PDF says; nil where no program reads it.
    private func text(_ name: String) throws -> String? {
        guard isInstalled("pdftotext") else { return nil }
        return try run("pdftotext", "-layout", folder(name), "-").output
    }

    @Test func aSetForPaperHasItsFiles() throws {
        try folder.make("descent", "--pdf", "--count", "2", "--seed", "5", "--out", "set")
        let single = try codes("set").flatMap { [$0 + ".html", $0 + ".pdf"] }
        #expect(
            folder.names(in: "set/students")
                == (single + ["sheets.html", "sheets.pdf", "sheets.tex"]).sorted())
        #expect(
            folder.names(in: "set/instructor")
                == (single + ["given.csv", "key.csv", "keys.html", "keys.pdf", "keys.tex", "set.json"]).sorted())
        let each = try #require(try pages("set/students/sheets.pdf")) / 2
        for code in try codes("set") {
            #expect(try pages("set/students/\(code).pdf") == each)
            if let text = try text("set/students/\(code).pdf") {
                #expect(text.ranges(of: code).count == each + 1)
                #expect(text.contains("Page 1 of \(each)"))
            }
        }
        // A table of all answers stands before the keys.
        let keys = try #require(try pages("set/instructor/keys.pdf"))
        let key = try #require(try pages("set/instructor/\(try codes("set")[0]).pdf"))
        #expect(2 * key == keys - 1)
    }

    @Test func manySheetsAreSplit() throws {
        try folder.make("descent", "--pdf", "--count", "400", "--seed", "1", "--out", "set")
        let files = folder.names(in: "set/students").filter { $0.hasPrefix("sheets") && $0.hasSuffix(".pdf") }
        #expect(files == ["sheets-0001-0200.pdf", "sheets-0201-0400.pdf"])
        #expect(folder.names(in: "set/instructor").count(where: { $0.hasSuffix(".pdf") }) == 402)
        for code in try codes("set").suffix(2) {
            if let text = try text("set/students/\(code).pdf") { #expect(text.contains(code)) }
        }
    }

    @Test func labelsStandAtTheSamePlacesOnEverySheet() throws {
        guard isInstalled("pdftotext") else { return }
        try folder.make("circuit", "--pdf", "--count", "40", "--seed", "3", "--out", "set")
        let words = try run("pdftotext", "-bbox", folder("set/students/sheets.pdf"), "-").output
        let pages = words.split(separator: "<page ").dropFirst().map { page in
            page.split(separator: "\n").filter { $0.contains(">(a)<") || $0.contains(">(b)<") }
        }
        #expect(pages.count == 80)
        #expect(pages.allSatisfy { !$0.isEmpty })
        #expect(Set(pages).count == 2)
    }

    @Test func theSameCallMakesTheSameBytes() throws {
        for name in ["one", "two/three"] {
            try folder.make("descent", "--pdf", "--count", "2", "--seed", "5", "--out", name)
        }
        #expect(folder.files(in: "one") == folder.files(in: "two/three"))
    }

    @Test func bothSidesOfPaperArePrintedOnRequest() throws {
        try folder.make("xor", "--pdf", "--duplex", "--paper", "letter", "--count", "3", "--seed", "5", "--out", "set")
        #expect(try pages("set/students/sheets.pdf").map { $0 % 6 } == 0)
        #expect(try pages("set/instructor/keys.pdf").map { $0 % 2 } == 0)
        for code in try codes("set") { #expect(try pages("set/students/\(code).pdf").map { $0 % 2 } == 0) }
        if isInstalled("pdfinfo") {
            #expect(try run("pdfinfo", folder("set/students/sheets.pdf")).output.contains("612 x 792 pts"))
        }
    }

    @Test func aClassAndSeveralProblemsStandOnPaper() throws {
        try folder.write("name,number\nAda Łukasz,7\n\"%\\end{document}\",8\n", to: "class.csv")
        let outcome = try folder.psgen(
            "make", "--pdf", "--roster", "class.csv", "--seed", "5", "--out", "set", Program.template("descent"),
            Program.template("circuit"))
        #expect(outcome.status == 0 && outcome.errors == "")
        guard let text = try text("set/students/sheets.pdf") else { return }
        for words in ["Ada ", "%\\end{document}", "Problem 1: ", "Problem 2: "] + (try codes("set")) {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func textsAreTexts() throws {
        try folder.write(
            """
            title: '\\input{/etc/passwd} <script> & $ % # _ `x` ^^5c'
            text: |
              Of \(String(repeating: "w", count: 10_000)) and שלום \u{1F680}:

                  \\input{/etc/passwd} %
            given: { x: { draw: 1..90 } }
            define: { L: x^2 }
            ask: [{ find: L, space: 22cm }, { question: '\\write18{ls}', mark: by hand, space: 22cm }]
            """.replacing("\\\\", with: "\\"), to: "t.yaml")
        let outcome = try folder.psgen("make", "--pdf", "--seed", "1", "--out", "set", "t.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasPrefix("warning: the fonts of LaTeX lack 'ש' U+05E9, "))
        #expect(outcome.errors.contains(" U+1F680; the PDF shows"))
        guard let text = try text("set/students/sheets.pdf") else { return }
        #expect(text.ranges(of: "\\input{/etc/passwd}").count >= 2)
        #expect(text.contains("<script> & $ % #"))
        #expect(!text.contains("root:"))
    }

    @Test(arguments: Program.gallery) func everyTemplateIsPrinted(_ template: String) throws {
        let outcome = try folder.psgen("make", "--pdf", "--seed", "3", "--out", "set", Program.template(template))
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(try pages("set/students/sheets.pdf").map { $0 <= 2 } == true)
    }
}

/// How `make --pdf` is called.
@Suite struct PaperCallsTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func whatIsMissingIsSaidBeforeAnythingIsDrawn() throws {
        let outcome = try folder.psgen(
            "make", "--pdf", Program.template("q2"), environment: ["PATH": folder.path])
        #expect(outcome.status == 1)
        #expect(
            outcome.errors == "Error: --pdf needs pdflatex, which is not installed."
                + " Install texlive-latex-base and qpdf, or leave --pdf out.\n")
        #expect(folder.names() == [])
    }

    @Test(arguments: [["--duplex"], ["--paper", "letter"]]) func paperGoesWithPDF(_ arguments: [String]) throws {
        let outcome = try folder.start(["make", Program.template("q2")] + arguments).finish()
        #expect(outcome.status == 1)
        #expect(
            outcome.errors
                == "Error: \(arguments[0]) says how --pdf prints; give --pdf too, or leave \(arguments[0]) out\n")
        #expect(folder.names() == [])
    }
}
