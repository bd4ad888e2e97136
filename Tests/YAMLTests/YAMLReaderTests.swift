import Testing
import YAML

/// Texts and the nodes they are read as.
struct YAMLReaderTests {
    @Test(arguments: [
        ("a: 1\nb: [x, y]\nc: {d: e}\n", "{a: 1, b: [x, y], c: {d: e}}"),
        ("- a\n- b: 1\n  c: 2\n", "[a, {b: 1, c: 2}]"),
        ("a: 010\nb: yes\nc: 1.50\nd: ~\ne:\n", "{a: 010, b: yes, c: 1.50, d: ~, e: }"),
        ("a: 'it''s'\nb: \"x\\n\\u00e9\"\n", "{a: 'it's', b: \"x\né\"}"),
        ("a: |\n  one\n    two\nb: >-\n  one\n  two\n", "{a: |one\n  two\n|, b: >one two>}"),
        ("a: one\n  two\n", "{a: one two}"),
        ("for t in 1..3:\n  W_{t}: W\n  h_{t-1}: X[t,:]\n", "{for t in 1..3: {W_{t}: W, h_{t-1}: X[t,:]}}"),
        ("dL/dW2[2,2]: W1 @ x + b1\n", "{dL/dW2[2,2]: W1 @ x + b1}"),
        ("a: x # y\n# z\n", "{a: x}"),
        ("a: C# and #\n", "{a: C# and}"),
        ("- [f(a), (b)]\n", "[[f(a), (b)]]"),
        ("a: &n [1, 2]\nb: *n\n", "{a: [1, 2], b: [1, 2]}"),
        ("a: &n x\n*n : y\n", "{a: x, x: y}"),
        ("a: &n x\nb: &n y\nc: *n\n", "{a: x, b: y, c: y}"),
        ("%YAML 1.2\n---\na: 1\n...\n", "{a: 1}"),
        ("just text", "just text"),
        ("[]", "[]"), ("{}", "{}"), ("''", "''"),
        ("a: \"one \\\n  two\"\n", "{a: \"one two\"}"),
    ])
    func reads(text: String, expected: String) throws {
        #expect(try outline(read(text)) == expected)
    }

    @Test func lineEndsAndByteOrderMarkDoNotMatter() throws {
        let text = "a: é\nb: |\n  x\n  y\nc: 'p\n  q'\n"
        let expected = try outline(read(text))
        for end in ["\r\n", "\r"] {
            let other = "\u{FEFF}" + text.replacing("\n", with: end)
            #expect(try outline(read(other)) == expected)
        }
    }

    @Test func rangesHoldWhatWasWritten() throws {
        let text = #"""
            é: ü
            list: [a, 'b c', "d\\e"]
            sub:
              x: &n |
                ab
                cd

              y: *n
              z: {k: v}
            last:

            """#
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let source = try file(text)
            let written = try YAMLReader.read(source).all.map {
                source.text($0.range.start.offset..<$0.range.end.offset).replacing("\r\n", with: "\n")
            }
            let block = "|\n    ab\n    cd"
            #expect(
                written.dropFirst() == [
                    "é", "ü", "list", #"[a, 'b c', "d\\e"]"#, "a", "'b c'", #""d\\e""#,
                    "sub", "x: &n \(block)\n\n  y: *n\n  z: {k: v}", "x", block, "y", block, "z", "{k: v}", "k", "v",
                    "last", "",
                ])
        }
    }

    @Test func collectionsEndWithTheirLastValue() throws {
        let root = try read("a:\n  - x\n  - y\n\n\n# end\nb: 1\n\n")
        guard case .mapping(let entries) = root.kind else { throw Unexpected() }
        #expect(entries[0].value.range.end == SourcePosition(line: 3, column: 6, offset: 14))
        #expect(root.range.end.line == 7)
        struct Unexpected: Error {}
    }

    @Test func depthIsLimited() {
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("[\n", "]")] {
            let allowed = String(repeating: open, count: 64) + "x" + String(repeating: close, count: 64)
            #expect(problems(allowed).isEmpty, "64 times \(open)")
            let refused = problems(String(repeating: open, count: 65) + "x" + String(repeating: close, count: 65))
            #expect(refused.count == 1)
            #expect(refused.first?.message.contains("more than 64") == true, "65 times \(open)")
        }
    }

    @Test func hundredThousandBracketsAreRefusedWhereTheyBecomeTooMany() {
        let found = problems("a: " + String(repeating: "[", count: 100_000))
        #expect(found.map(\.place) == ["1:67"])
    }

    @Test func aliasesCountAsWhatTheyStandFor() {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefghij", "abcdefghi") {
            let aliases = Array(repeating: "*\(before)", count: 10).joined(separator: ", ")
            bomb += "\(name): &\(name) [\(aliases)]\n"
        }
        let found = problems(bomb)
        #expect(found.count == 1)
        #expect(found.first?.message.contains("more than 100000 values") == true)
        #expect(found.first?.range.start.line == 5)

        let deep = "a: &a " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        #expect(problems(deep + "\nb: [*a]\n").isEmpty)
        let deeper = deep + "\nb: " + String(repeating: "[", count: 30) + "*a" + String(repeating: "]", count: 30)
        #expect(problems(deeper).map(\.place) == ["2:34"])
    }

    @Test func sizeIsLimited() throws {
        let source = try file(String(repeating: "#", count: 100))
        let limits = Limits(bytes: 99, depth: 1, nodes: 1, escapes: .all)
        #expect(throws: Diagnostics.self) { try YAMLReader.read(source, limits: limits) }
        let many = problems("[a, b, c]", limits: Limits(bytes: 99, depth: 1, nodes: 3, escapes: .all))
        #expect(many.map(\.place) == ["1:8"])
        #expect(problems("[a, b, c]", limits: Limits(bytes: 99, depth: 1, nodes: 4, escapes: .all)).isEmpty)
    }

    @Test func allDuplicatesAreReportedAtBothPlaces() {
        let found = problems("a: 1\nb: {c: 1, 'c': 2}\na: 3\na: 4\n")
        #expect(found.map(\.place) == ["2:11", "3:1", "4:1"])
        #expect(found.map { $0.notes.first?.range?.start.line } == [2, 1, 1])
        #expect(found.first?.message == "“c” is given twice; keep one of them")
    }

    @Test func mistakesBeforeASyntaxErrorAreReportedWithIt() {
        #expect(problems("a: 1\na: *x\nb: !t 1\nc: @\n").map(\.place) == ["2:1", "2:4", "3:4", "4:4"])
    }

    @Test func noMoreErrorsAreListedThanAnyoneReads() {
        let found = problems(String(repeating: "k: 1\n", count: 5000))
        #expect(found.count == 101)
        #expect(found.last?.message.contains("more errors") == true)
    }
}
