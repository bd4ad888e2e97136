import Testing
import YAML

/// What diagnostics look like.
struct DiagnosticTests {
    @Test func showsTheLineAndACaret() throws {
        let source = try file("a: 1\nb: xyz w\n")
        let note = Diagnostic.Note("first here", at: source.range(0..<1))
        let error = Diagnostic.error("wrong", at: source.range(8..<11), notes: [note, .init("think")])
        #expect(
            error.rendered(in: source) == """
                q.yaml:2:4: error: wrong
                b: xyz w
                   ^~~
                q.yaml:1:1: note: first here
                a: 1
                ^
                q.yaml: note: think
                """)
        #expect(Diagnostic.warning("odd", at: .top).rendered(as: "x.yaml") == "x.yaml:1:1: warning: odd")
    }

    @Test func keepsTabsAndCountsCharacters() throws {
        let source = try file("\ta\tx\u{302}é b\n")
        let start = "\ta\tx\u{302}é ".utf8.count
        let lines = Diagnostic.error("here", at: source.range(start..<(start + 1))).rendered(in: source).split(
            separator: "\n")
        #expect(lines.last == "\t \t   ^")
    }

    @Test func endsAtTheLineAndItsEnd() throws {
        let source = try file("abc\r\ndef")
        #expect(Diagnostic.error("m", at: source.range(1..<7)).rendered(in: source).hasSuffix("\nabc\n ^~"))
        #expect(Diagnostic.error("m", at: source.range(8..<8)).rendered(in: source).hasSuffix("\ndef\n   ^"))
        #expect(try Diagnostic.error("m", at: .top).rendered(in: file("")) == "q.yaml:1:1: error: m")
    }

    @Test func cutsLongLinesAroundTheCaret() throws {
        let source = try file(String(repeating: "é", count: 500_000) + "X" + String(repeating: "ü", count: 500_000))
        let lines = Diagnostic.error("m", at: source.range(1_000_000..<1_000_001)).rendered(in: source).split(
            separator: "\n")
        #expect(lines[0] == "q.yaml:1:500001: error: m")
        #expect(lines[1].first == "…" && lines[1].last == "…")
        #expect(lines[1].count <= 102)
        let caret = try #require(lines[2].firstIndex(of: "^"))
        let distance = lines[2].distance(from: lines[2].startIndex, to: caret)
        #expect(lines[1].dropFirst(distance).first == "X")
    }

    @Test func controlsDoNotReachTheTerminal() throws {
        let source = try file("a\u{1B}[2Jb")
        #expect(Diagnostic.error("m", at: .top).rendered(in: source).contains("a\u{FFFD}[2Jb"))
    }

    @Test func diagnosticsAreSortedByPlace() throws {
        let source = try file("abc")
        let all = [2, 0, 1, 0].enumerated().map { Diagnostic.error("\($0.offset)", at: source.range($0.element..<3)) }
        #expect(Diagnostics(all).all.map(\.message) == ["1", "3", "2", "0"])
    }
}
