import Testing
import YAML

@testable import Template

/// Files that are hardly templates: each ends with a message, at once.
struct BrokenFileTests {
    private let question = "define:\n  L: x\nask:\n  - find: L\n"

    /// Where the only mistake of a file is; how YAML's mistakes are worded is tested with its reader.
    private func place(_ bytes: [UInt8]) -> String? {
        do throws(Diagnostics) {
            _ = try Template(SourceFile(name: "q", bytes: bytes))
            return nil
        } catch {
            guard let mistake = error.all.first, error.all.count == 1 else { return "\(error.all.count) mistakes" }
            return "\(mistake.range.start.line):\(mistake.range.start.column)"
        }
    }

    private func place(_ text: String) -> String? { place(Array(text.utf8)) }

    @Test func tab() { #expect(place("given:\n\tx: 1\n" + question) == "2:1") }

    @Test func duplicateKey() { #expect(place("given:\n  x: 1\n  x: 2\n" + question) == "3:3") }

    @Test func nothing() {
        #expect(place("") == "1:1")
        #expect(place("# a comment\n") == "1:1")
        #expect(place("---\n") == "1:1")
    }

    @Test func binary() {
        #expect(place(Array(0...255)) == "1:1")
        #expect(place([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]) == "1:8")
        #expect(place(Array("title: caf".utf8) + [0xE9]) == "1:11")
    }

    @Test func manyBrackets() {
        #expect(place("a: " + String(repeating: "[", count: 100_000)) == "1:67")
        #expect(place(String(repeating: "- ", count: 100_000)) != nil)
    }

    @Test func manyAliases() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(place(text) == "6:10")
    }

    @Test func manySignsInAnEquation() {
        let sum = Array(repeating: "x", count: 4_000).joined(separator: " + ")
        #expect(place("given: { x: 1 }\ndefine: { L: \(sum) }\nask: [{ find: L }]\n") == "2:14")
        let powers = "x" + String(repeating: "^2", count: 400)
        #expect(place("given: { x: 1 }\ndefine: { L: \(powers) }\nask: [{ find: L }]\n") != nil)
    }

    @Test func manyEquations() throws {
        let lines = (1...2_000).map { "  a\($0): a\($0 - 1) + 1" }.joined(separator: "\n")
        let long = try template("given:\n  a0: 1\ndefine:\n\(lines)\nask:\n  - find: a2000\n")
        #expect(long.definitions.count == 2_000)
        let circle = (1...2_000).map { "  a\($0): a\($0 % 2_000 + 1)" }.joined(separator: "\n")
        #expect(place("define:\n\(circle)\nask:\n  - find: a1\n") == "2:3")
    }

    @Test func linesAreQuotedWithACaret() throws {
        let file = try SourceFile(
            name: "q.yaml", bytes: Array("given:\n  x: 1\ndefine:\n  L: x^2 + w @ x\nask:\n  - find: L\n".utf8))
        #expect {
            try Template(file)
        } throws: { error in
            (error as? Diagnostics)?.rendered(in: file) == """
                q.yaml:4:12: error: there is no quantity 'w'
                  L: x^2 + w @ x
                           ^
                """
        }
    }
}
