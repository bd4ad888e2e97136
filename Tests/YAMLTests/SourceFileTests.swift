import TestSupport
import Testing
import YAML

/// Bytes as text, and places in it.
struct SourceFileTests {
    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16", "1:1"),
            ([0x61, 0x00, 0x3A, 0x00], "UTF-16", "1:1"),
            ([0x00, 0x61, 0x00, 0x3A], "UTF-16", "1:1"),
            ([0x61, 0x0A, 0x62, 0x00], "zero byte", "2:2"),
            ([0xC3, 0xA9, 0xE9, 0x61], "byte E9 is not UTF-8", "1:2"),
            ([0x61, 0xC0, 0x80], "byte C0", "1:2"),
            ([0xE0, 0x80, 0x80], "byte E0", "1:1"),
            ([0xED, 0xA0, 0x80], "byte ED", "1:1"),
            ([0xF4, 0x90, 0x80, 0x80], "byte F4", "1:1"),
            ([0xF0, 0x9F, 0x98], "byte F0", "1:1"),
            ([0x80], "byte 80", "1:1"),
        ] as [([UInt8], String, String)])
    func refusesWhatIsNoText(bytes: [UInt8], message: String, place: String) {
        let error = #expect(throws: Diagnostics.self) { try SourceFile(name: "q.yaml", bytes: bytes) }
        #expect(error?.all.first?.message.contains(message) == true)
        #expect(error?.all.first?.place == place)
    }

    @Test func refusesLargeFiles() throws {
        _ = try SourceFile(name: "q", bytes: Array(repeating: 0x61, count: 1 << 20))
        let error = #expect(throws: Diagnostics.self) {
            try SourceFile(name: "q", bytes: Array(repeating: 0x61, count: 1 << 20 + 1))
        }
        #expect(error?.rendered(as: "q") == "q:1:1: error: the file is larger than 1 MiB, the most that is read")
    }

    @Test func acceptsExactlyWhatSwiftAccepts() {
        var numbers = SplitMix(seed: 1)
        let pool: [UInt8] = [
            0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0x8F, 0xF4, 0xF5,
        ]
        for round in 0..<20_000 {
            let bytes = (0..<Int.random(in: 1...5, using: &numbers)).compactMap { _ in
                pool.randomElement(using: &numbers)
            }
            let isText = String(validating: bytes, as: UTF8.self) != nil
            let isTaken = (try? SourceFile(name: "q", bytes: bytes)) != nil
            #expect(isTaken == isText, "round \(round): \(bytes)")
        }
    }

    @Test func linesEndInThreeWays() throws {
        let source = try file("a\nb\r\nc\rd")
        #expect(source.lineCount == 4)
        #expect((0...5).map { source.line($0) } == ["", "a", "b", "c", "d", ""])
        #expect(try file("a\n").lineCount == 2)
    }

    @Test func placesAgreeWithCounting() throws {
        for seed in 0..<200 {
            var numbers = SplitMix(seed: seed)
            let pool: [Unicode.Scalar] = ["a", "é", "∂", "😀", "\n", "\r", " "]
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...400, using: &numbers) {
                text.append(pool.randomElement(using: &numbers) ?? "a")
            }
            let source = try file(String(text))
            let scalars = Array(text)
            var (line, column, offset) = (1, 1, 0)
            for index in 0...scalars.count {
                let expected = SourcePosition(line: line, column: column, offset: offset)
                #expect(source.position(atOffset: offset) == expected, "seed \(seed)")
                guard index < scalars.count else { break }
                offset += UTF8.width(scalars[index])
                let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
                let endsLine = scalars[index] == "\n" || scalars[index] == "\r" && !isPair
                (line, column) = endsLine ? (line + 1, 1) : (line, column + 1)
            }
        }
    }

    @Test func offsetsOutsideCountAsTheEnds() throws {
        let source = try file("ab\nc")
        #expect(source.position(atOffset: -5) == .start)
        #expect(source.position(atOffset: 99) == SourcePosition(line: 2, column: 2, offset: 4))
        #expect(source.text(3..<99) == "c")
    }
}
