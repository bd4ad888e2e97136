import Foundation
import Testing

/// Calls that are wrong, and those that ask for help.
@Suite struct CallsTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try FileManager.default.copyItem(atPath: Program.template("descent"), toPath: folder("t.yaml"))
    }

    @Test(arguments: ["0", "-1", "many", "1000000000000", "", "1.5", "99999999999999999999999"])
    func countsThatAreNone(_ count: String) throws {
        let outcome = try folder.psgen("make", "t.yaml", "--count", count)
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(
            outcome.errors.hasPrefix("Error: The value '\(count)' is invalid for '--count <n>'"), "\(outcome.errors)")
        #expect(outcome.errors.contains("10000000"), "the largest is named")
        #expect(folder.names() == ["t.yaml"])
    }

    @Test(arguments: [
        (["make", "t.yaml", "--cuont", "5"], "Error: Unknown option '--cuont'. Did you mean '--count'?"),
        (["mkae", "t.yaml"], "Error: Unexpected argument 'mkae'. Did you mean 'make'?"),
        (["make"], "Error: Missing expected argument '<template> ...'"),
        (["make", "t.yaml", "--count"], "Error: Missing value for '--count <n>'"),
        (["make", "t.yaml", "--each", "--no-pages"], "Error: The flag '--no-pages' cannot be given beside '--each'"),
        (["make", "t.yaml", "--seed", "-3"], "Error: The value '-3' is invalid for '--seed <seed>'"),
        (["check"], "Error: Missing expected argument '<answers> ...'"),
        (["new", "t", "u.yaml"], "Error: Unexpected argument 'u.yaml'"),
    ]) func callsThatCannotBeUnderstood(_ words: [String], _ error: String) throws {
        let outcome = try folder.start(words).finish()
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix(error), "\(outcome.errors)")
        #expect(outcome.errors.contains("Usage: psgen"))
        #expect(folder.names() == ["t.yaml"])
    }

    @Test func helpAndVersion() throws {
        for words in [[], ["--help"], ["-h"], ["help"]] {
            let outcome = try folder.start(words).finish()
            #expect(outcome.status == 0)
            for name in ["make", "check", "solve", "lint", "new"] { #expect(outcome.output.contains("  \(name) ")) }
            #expect(outcome.errors == "")
        }
        let version = try folder.psgen("--version")
        #expect(version.status == 0)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        for name in ["make", "check", "solve", "lint", "new"] {
            let outcome = try folder.psgen(name, "--help")
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("USAGE: psgen \(name)"))
            #expect(try folder.psgen("help", name).output == outcome.output)
        }
    }

    @Test func anExistingFolderIsReplacedOnRequestOnly() throws {
        #expect(try folder.psgen("make", "t.yaml", "--seed", "1", "--count", "2").status == 0)
        let before = folder.files(in: "Generated/t")
        let refused = try folder.psgen("make", "t.yaml", "--seed", "2", "--count", "2")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("--replace"))
        #expect(folder.files(in: "Generated/t") == before)
        #expect(try folder.psgen("make", "t.yaml", "--seed", "2", "--count", "2", "--replace").status == 0)
        #expect(folder.files(in: "Generated/t") != before)
        #expect(folder.names(in: "Generated") == ["t"])

        // What is no set is not replaced.
        try folder.makeFolder("mine")
        try folder.write("mine", to: "mine/thesis.tex")
        let other = try folder.psgen("make", "t.yaml", "--out", "mine", "--replace")
        #expect(other.status == 1)
        #expect(other.errors.contains("not a set"))
        #expect(folder.names(in: "mine") == ["thesis.tex"])
    }

    @Test func templatesThatAreNotThere() throws {
        try folder.makeFolder("folder.yaml")
        for (name, error) in [
            ("nothing.yaml", "Cannot read 'nothing.yaml': there is no such file or folder"),
            ("folder.yaml", "Cannot read 'folder.yaml': it is a folder"),
            ("/dev/zero", "Cannot read '/dev/zero': it is a pipe or a device"),
        ] {
            for command in ["make", "solve", "lint"] {
                let outcome = try folder.psgen(command, name)
                #expect(outcome.status == 1)
                #expect(outcome.output == "")
                #expect(outcome.errors.hasPrefix("Error: " + error), "\(outcome.errors)")
            }
        }
        #expect(folder.names() == ["folder.yaml", "t.yaml"])
    }

    @Test(arguments: [
        Mistake("empty", "", "1:1"), Mistake("binary", "\u{0}\u{1}\u{7F}ELF", "1:1"),
        Mistake("tab", "given:\n\tx: 1\n", "2:1"),
        Mistake("cycle", "define:\n  a: b + 1\n  b: a + 1\nask: [{ find: a }]\n", "2:3"),
        Mistake("unknown", "given: { weight: 2 }\ndefine: { a: wieght * 2 }\nask: [{ find: a }]\n", "2:14"),
        Mistake("shapes", "given:\n  x: [1, 2]\n  W: [[1, 2, 3]]\ndefine:\n  z: W @ x\nask: [{ find: z }]\n", "5:"),
        Mistake("duplicate", "given: { a: 1 }\ndefine: { b: a }\ngiven: { a: 2 }\nask: [{ find: b }]\n", "3:1"),
        Mistake("brackets", String(repeating: "[", count: 100_000), "1:"),
        Mistake(
            "expression", "define: { a: \(String(repeating: "Mistake(", count: 100_000)) }\nask: [{ find: a }]\n", "1:"),
        Mistake("bomb", bomb, ""),
    ]) func templatesThatAreWrong(_ mistake: Mistake) throws {
        let name = mistake.name
        try folder.write(mistake.text, to: name + ".yaml")
        let start = ContinuousClock.now
        let outcome = try folder.psgen("make", name + ".yaml", "--count", "3")
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("\(name).yaml:\(mistake.place)"), "\(outcome.errors.prefix(300))")
        #expect(outcome.errors.contains(": error: "))
        #expect(outcome.errors.utf8.count < 4000)
        #expect(folder.names() == ["t.yaml", name + ".yaml"].sorted())
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    /// A template that is wrong, and where psgen says so.
    struct Mistake: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let place: String
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ place: String) {
            (self.name, self.text, self.place) = (name, text, place)
        }
    }

    /// Few lines that are very many when written out.
    private static let bomb: String = {
        let lines = (1...20).map { level in
            "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]"
        }
        return "a0: &a0 [1, 1]\n" + lines.joined(separator: "\n") + "\n"
    }()
}
