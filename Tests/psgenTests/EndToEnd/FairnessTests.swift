import Foundation
import Testing

/// What instructors see of the rules of good variants.
struct FairnessTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func theCertificateListsEverySheetAndTellsNoAnswer() throws {
        try folder.make("q2", "--count", "40", "--seed", "3", "--out", "set", "--no-pages")
        let page = try #require(folder.text("set/instructor/certificate.html"))
        let codes = try Sheet(folder, "set/answers.csv").column("sheet")
        for code in codes { #expect(page.contains("<td>\(code)</td>"), "\(code)") }
        #expect(page.contains("40 sheets."))
        #expect(page.contains("of 26 mistakes that psgen knows for this problem change an answer on every sheet"))
        #expect(page.contains("<td>digit pairs</td>") && page.contains("<svg"))
        for loss in try Sheet(folder, "set/instructor/key.csv").column("L") where loss.count > 4 {
            #expect(!page.contains(">\(loss)<"), "\(loss) is an answer")
        }
    }

    @Test func aCertificateOfSeveralProblems() throws {
        let outcome = try folder.psgen(
            "make", Program.template("descent"), Program.template("softmax"), "--count", "6", "--seed", "1", "--out",
            "set")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try #require(folder.text("set/instructor/certificate.html"))
        #expect(page.contains("6 sheets.") && page.components(separatedBy: "Mistakes that show").count == 3)
    }

    @Test func formsAreUsedOften() throws {
        try folder.make("q2", "--count", "12", "--versions", "4", "--seed", "3", "--out", "set", "--no-pages")
        let key = try Sheet(folder, "set/instructor/key.csv")
        let losses = try key.column("L")
        #expect(Set(losses.indices.map { losses[$0] }).count <= 4)
        #expect(Array(losses[0..<4]) == Array(losses[4..<8]) && Array(losses[4..<8]) == Array(losses[8..<12]))
        #expect(Set(try key.column("sheet")).count == 12)
    }

    @Test func lintSaysWhatVariantsThereAre() throws {
        let output = try folder.psgen("lint", Program.template("step")).output
        for words in [
            "acceptable variants (±", "by itself each rule rejects of all draws:", "with mistakes apart",
            "to keep these: variants: { work: { products: ", "mistakes show on every sheet", "need not show:",
        ] {
            #expect(output.contains(words), "\(words) in \(output)")
        }
    }

    /// Each share is estimated by draws of its own.
    @Test(arguments: ["sigmoid-2-2-2", "perceptron", "q2"]) func sharesNeverRise(name: String) throws {
        let text =
            try String(contentsOfFile: Program.template(name), encoding: .utf8)
            .replacing(/\nvariants: .*\n/, with: "\n") + "\nvariants: { spread: any, apart: no }\n"
        try folder.write(text, to: "q.yaml")
        let line = try #require(
            folder.psgen("lint", "q.yaml").output.split(separator: "\n").first { $0.contains("of all draws are left:") }
        )
        let shares = line.matches(of: /([0-9.]+)%/).compactMap { Double($0.output.1) }
        #expect(shares.count == 4 && shares == shares.sorted(by: >), "\(line)")
    }

    /// What was counted is not about so many, and no count of work is named that is 0 on all sheets.
    @Test func lintIsExactWhereItCan() throws {
        let text = "given: { a: { draw: 2..7 }, b: { draw: 2..900 } }\ndefine: { c: 3 * a + b }\nask: [{ find: c }]\n"
        try folder.write(text, to: "small.yaml")
        let small = try folder.psgen("lint", "small.yaml").output
        #expect(
            !small.contains("about") && !small.contains("acceptable") && small.contains("drawn; room for"), "\(small)")
        #expect(!small.contains("living") && !small.contains("fractions"), "\(small)")
        #expect(small.contains("to keep these: variants: { work: { products: "), "\(small)")
        try folder.psgen("make", "small.yaml", "--count", "4", "--seed", "3", "--out", "set", "--no-pages")
        let page = try #require(folder.text("set/instructor/certificate.html"))
        #expect(page.contains("products") && !page.contains("living units") && !page.contains("fractions<"))
    }

    /// Nothing is counted of numbers that are all fixed.
    @Test func lintDoesNotCountWhatIsFixed() throws {
        try folder.write("given: { a: 2, b: 7 }\ndefine: { c: 3 * a + b }\nask: [{ find: c }]\n", to: "fixed.yaml")
        let fixed = try folder.psgen("lint", "fixed.yaml").output
        #expect(fixed.contains("nothing is drawn") && !fixed.contains("its work"), "\(fixed)")
        // Sheets that are all the same need no proof that they are alike.
        try folder.psgen("make", "fixed.yaml", "--count", "2", "--out", "set")
        #expect(folder.text("set/instructor/key.csv") != nil && folder.text("set/instructor/certificate.html") == nil)
    }

    /// The founding questions do not ask for anything that a forgotten mask would change.
    @Test func lintSuggestsWhatToAsk() throws {
        let text = try String(contentsOfFile: Program.template("q2"), encoding: .utf8)
            .replacing("dL/dW3[2], dL/dW2[2,1], dL/dW2[2,2], dL/dW2[2,3]", with: "dL/dW3[2], dL/dW2[2,2]")
            .replacing("find: dL/dz1, dL/dW1[2,1]", with: "find: dL/dW1[2,1]")
        try folder.write(text, to: "old.yaml")
        let lines = try folder.psgen("lint", "old.yaml").output.split(separator: "\n")
        let line = try #require(lines.last { $0.contains("the derivative of ReLU at z₁ was left out") })
        #expect(line.contains("asking for ∂L/∂z₁["), "\(line)")
    }

    @Test func variantsRepeatOnRequest() throws {
        let text = "given: { a: { draw: 2..7 } }\ndefine: { c: 3 * a }\nask: [{ find: c }]\nvariants: { spread: any"
        try folder.write(text + " }\n", to: "small.yaml")
        #expect(try folder.psgen("make", "small.yaml", "--count", "12", "--no-pages").status == 1)
        try folder.write(text + ", repeat: yes }\n", to: "small.yaml")
        #expect(try folder.psgen("make", "small.yaml", "--count", "12", "--no-pages").status == 0)
        let all = try Sheet(folder, "Generated/small/instructor/key.csv").column("c")
        #expect(Set(all).count == 6 && Set(all).allSatisfy { number in all.count { $0 == number } == 2 })
    }
}
