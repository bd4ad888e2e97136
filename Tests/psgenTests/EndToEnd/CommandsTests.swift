import Foundation
import Testing

/// The commands for the author of a template: `solve`, `lint`, `new`.
@Suite struct CommandsTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func solveGivesTheCorrectedNumbers() throws {
        let outcome = try folder.psgen("solve", Program.template("q2-2024"))
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "Q2, April 17, 2024")
        for line in [
            "  z₁ = ⎢ 2⎥    h₁ = ⎢2⎥    z₂ = ⎢ 6⎥    ŷ = 5    L = 6.125",
            "  L = (y − ŷ)²/2 = (1.5 − 5)²/2 = (−3.5)²/2 = 12.25/2 = 6.125",
            "  ∂L/∂ŷ = −1/2 · 2 · (y − ŷ) = −(y − ŷ) = −(1.5 − 5) = 3.5", "  (b) dL/dW3[2] = 21",
            "  (b) dL/dW2[2,2] = 7", "  (c) dL/dW1[2,1] = 14", "  (a) z1[1] = -1",
        ] {
            #expect(lines.contains(line), "\(line) in\n\(outcome.output)")
        }
    }

    @Test func solveShowsTheSheetThatMakeWrites() throws {
        try folder.make("q2", "--count", "30", "--seed", "4", "--out", "set", "--no-pages")
        let key = try Sheet(folder, "set/instructor/key.csv")
        let outcome = try folder.psgen("solve", Program.template("q2"), "--seed", "4", "--sheet", "29")
        #expect(outcome.output.hasPrefix("Backpropagation by hand (seed 4, sheet 29)\n"))
        for column in key.headings.dropFirst() {
            #expect(outcome.output.contains(") \(column) = \(key[28, column])\n"))
        }
    }

    @Test func solveTakesNumbers() throws {
        let text = "given: { x: { shape: 2, draw: 1..5 }, act: { draw: [relu, abs] } }\n"
        try folder.write(text + "define: { z: act(x) }\nrequire: z[1] > 1\nask: [{ find: z }]\n", to: "q.yaml")
        let fixed = try folder.psgen("solve", "q.yaml", "--given", "x=[-7, 1/2]; act = abs")
        #expect(
            fixed.output == """
                q

                Given

                x = ⎡ −7⎤
                    ⎣0.5⎦

                (a) 2 points
                  z = ⎡  7⎤
                      ⎣0.5⎦

                  z = |x| = │⎡ −7⎤│ = ⎡  7⎤
                            │⎣0.5⎦│   ⎣0.5⎦

                Answers
                  (a) z[1] = 7
                  (a) z[2] = 0.5

                """)
        #expect(fixed.errors == "")
        let broken = try folder.psgen("solve", "q.yaml", "--given", "x=[1, 2]", "--given", "act=relu")
        #expect(broken.status == 0)
        #expect(broken.errors == "Warning: these numbers break a rule: z[1] > 1\n")
        let half = try folder.psgen("solve", "q.yaml", "--given", "act=abs", "--seed", "3")
        #expect(half.output.hasPrefix("q (seed 3, sheet 1)\n"))
        #expect(half.output.contains("  z = |x| = "))
        for (given, message) in [
            ("w=1", "'w' is not given by this template"), ("x=[1]", "'x' has the shape 2, as in [0, 0]"),
            ("x", "as in 'x=[2, 1]'"), ("act=tanh", "'act' is a function: relu or abs"), ("x=[1,", "--given x:1:"),
            ("act=abs;act=relu", "'act' is there twice"), ("x=[a, 1]", "'a' is not a number"),
        ] {
            let outcome = try folder.psgen("solve", "q.yaml", "--given", given)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
        }
    }

    @Test func aReaderThatHasEnoughEndsSolveQuietly() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        let call = "for i in 1 2 3; do \"$0\" solve \"$1\" --seed 1 | head -1; done; \"$0\" solve \"$1\" | true"
        shell.arguments = ["-c", call, Program.path, Program.template("q2")]
        let outcome = try StartedRun(shell).finish()
        let line = "Backpropagation by hand (seed 1, sheet 1)\n"
        #expect(outcome.output == line + line + line)
        #expect(outcome.errors == "")
    }

    @Test func lintPraisesTheGallery() throws {
        let outcome = try folder.start(["lint"] + Program.gallery.map(Program.template)).finish()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
        #expect(!outcome.output.contains("warning"), "\(outcome.output)")
        for name in Program.gallery { #expect(outcome.output.contains("\(name).yaml: ")) }
        #expect(outcome.output.contains("q2.yaml: 3 parts, 19 answers, 12 points\n"))
        #expect(outcome.output.contains("  nothing is drawn: every sheet is the same\n"))
    }

    @Test func lintWarnsWithPlaces() throws {
        let text = "given: { x: { draw: 2..9 }, u: { draw: 1..2 } }\ndefine: { z: x + 0 }\nask: [{ find: z }]\n"
        try folder.write(text, to: "q.yaml")
        let outcome = try folder.psgen("lint", "q.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("q.yaml:1:29: warning: 'u' is given, but nothing uses it"))
        #expect(outcome.output.contains("q.yaml:3:15: warning: 'z' is the given number 'x' on 100% of the sheets"))
        #expect(outcome.output.contains("  2 numbers drawn; room for "))
    }

    /// The rules for good variants are no reason not to use numbers that an author has chosen.
    @Test func fixedNumbersMayBreakRules() throws {
        let text = "given: { x: 1 }\ndefine: { y: x - 1, L: 5000 * x }\nask: [{ find: 'y, L' }]\n"
        try folder.write(text, to: "fixed.yaml")
        let zero = "fixed.yaml: warning: these numbers break a rule (y = 0): no asked number 0 by chance"
        let large = "fixed.yaml: warning: these numbers break a rule (L = 5000): no asked number beyond 1000"
        let linted = try folder.psgen("lint", "fixed.yaml")
        #expect(linted.status == 0 && linted.output.contains(zero) && linted.output.contains(large), "\(linted.output)")
        let made = try folder.psgen("make", "fixed.yaml", "--count", "3", "--out", "set", "--no-pages")
        #expect(made.status == 0 && made.errors.contains(zero) && made.errors.contains(large), "\(made.errors)")
        #expect(made.errors.contains("nothing is drawn, so all 3 sheets are the same"))
        #expect(Set(try Sheet(folder, "set/instructor/key.csv").column("L")) == ["5000"])
    }

    @Test func lintReportsAllThatIsWrong() throws {
        try folder.write("given: { a: 1 }\ndefine: { b: a + c }\nask: [{ find: d }]\nquestion: x\n", to: "bad.yaml")
        try folder.write(
            "given: { a: { draw: 1..3 } }\ndefine: { b: 2 * a }\nrequire: [b > 6]\nask: [{ find: b }]\n",
            to: "none.yaml")
        try folder.write(
            "given: { a: 1 }\ndefine: { b: 2 * a }\nrequire: [b > 6]\nask: [{ find: b }]\n", to: "fixed.yaml")
        let outcome = try folder.psgen("lint", "bad.yaml", Program.template("q2"), "none.yaml", "fixed.yaml", "no.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("q2.yaml: 3 parts"), "the others are still looked at")
        let places = outcome.errors.split(separator: "\n").filter { $0.contains("rror: ") }
        for start in [
            "bad.yaml:2:", "bad.yaml:3:", "bad.yaml:4:1:", "none.yaml: error: ", "Error: Cannot read 'no.yaml'",
        ] {
            #expect(places.contains { $0.hasPrefix(start) }, "\(start) in\n\(outcome.errors)")
        }
        #expect(outcome.errors.contains("100%  b > 6"))
        #expect((outcome.output + outcome.errors).contains("fixed.yaml: "))
    }

    /// A copy of the program with the gallery beside it, as an installation has them.
    private func installed(_ arguments: String...) throws -> Outcome {
        if !folder.has("bin/psgen") {
            try folder.makeFolder("bin")
            try FileManager.default.copyItem(atPath: Program.path, toPath: folder("bin/psgen"))
            try FileManager.default.createSymbolicLink(
                atPath: folder("Templates"), withDestinationPath: Program.project + "/Templates")
            try folder.makeFolder("work")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: folder("bin/psgen"))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder("work"))
        return try StartedRun(process).finish()
    }

    @Test func newCopiesATemplate() throws {
        let outcome = try installed("new", "quiz3")
        #expect(outcome.status == 0)
        #expect(outcome.output == "quiz3.yaml, from q2; 'psgen lint quiz3.yaml' says whether it is right\n")
        let original = FileManager.default.contents(atPath: Program.template("q2"))
        #expect(FileManager.default.contents(atPath: folder("work/quiz3.yaml")) == original)

        let again = try installed("new", "quiz3", "--from", "softmax")
        #expect(again.status == 1)
        #expect(again.errors.contains("'quiz3.yaml'"))
        #expect(FileManager.default.contents(atPath: folder("work/quiz3.yaml")) == original)

        #expect(try installed("new", "other.yml", "--from", "softmax.yaml").status == 0)
        #expect(folder.names(in: "work") == ["other.yml", "quiz3.yaml"])
    }

    @Test func newKnowsTheGallery() throws {
        let list = try installed("new", "--list")
        #expect(list.status == 0)
        #expect(list.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) } == Program.gallery)
        #expect(list.output.contains("  Softmax and cross-entropy\n"))
        let misspelt = try installed("new", "x", "--from", "sofmax")
        #expect(misspelt.status == 1)
        #expect(misspelt.errors == "Error: there is no template 'sofmax' in the gallery. Did you mean 'softmax'?\n")
        let unnamed = try installed("new")
        #expect(unnamed.status == 1)
        #expect(unnamed.errors.contains("psgen new quiz3"))
        #expect(folder.names(in: "work") == [])
    }

    @Test func aNameInTheGalleryIsATemplate() throws {
        #expect(try installed("make", "q2", "--count", "2", "--seed", "1").status == 0)
        #expect(folder.names(in: "work/Generated") == ["q2"])
        let outcome = try installed("check", "Generated/q2/instructor/key.csv")
        #expect(outcome.output.contains("2 sheets graded, 100%"))
        let misspelt = try installed("make", "q3")
        #expect(misspelt.status == 1)
        #expect(misspelt.errors.contains("Cannot read 'q3'"))
    }
}
