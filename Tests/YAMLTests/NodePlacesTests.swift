import TestSupport
import Testing
import YAML

/// Where the bytes of a scalar's text stand in the file.
struct NodePlacesTests {
    private struct NoScalar: Error {}

    private func value(_ text: String) throws -> (Node, Scalar, SourceFile) {
        let source = try file(text)
        guard case .mapping(let entries) = try YAMLReader.read(source, limits: .record).kind,
            let node = entries.first?.value, let scalar = node.scalar
        else { throw NoScalar() }
        return (node, scalar, source)
    }

    @Test(arguments: [
        ("a: x + y\n", "y", 1, 8),
        ("a: 'it''s z'\n", "z", 1, 11),
        ("a: \"\\u00e9\\n\\t\\\\ z\"\n", "z", 1, 18),
        ("a: \"one\\\n   two z\"\n", "z", 2, 8),
        ("é: one\n  two\n\n  z\n", "z", 4, 3),
        ("a: |\n  one\n    z\n", "z", 3, 5),
        ("a: >+ # |z\n\n  one\n  two\n\n    z\n", "z", 6, 5),
        ("a: &n z\n", "z", 1, 7),
        ("a: |2-\n   z\n", "z", 2, 4),
    ])
    func findsTheLetter(text: String, letter: Character, line: Int, column: Int) throws {
        let (node, scalar, source) = try value(text)
        let index = try #require(scalar.text.lastIndex(of: letter))
        let place = node.position(
            atUTF8Offset: scalar.text.utf8.distance(from: scalar.text.startIndex, to: index), in: source)
        #expect([place.line, place.column] == [line, column])
    }

    @Test func endsBeforeTheClosingQuote() throws {
        let (node, _, source) = try value("a: 'xy'\n")
        #expect((-1...3).map { node.position(atUTF8Offset: $0, in: source).column } == [7, 5, 6, 7, 7])
        #expect(node.range(ofUTF8: 0..<2, in: source) == source.range(4..<6))
        #expect(node.range(ofUTF8: 2..<2, in: source) == source.range(6..<6))
    }

    @Test func escapesAreOneStretch() throws {
        let (node, _, source) = try value("a: \"x\\u00e9y\"\n")
        #expect(node.range(ofUTF8: 1..<3, in: source) == source.range(5..<11))
    }

    @Test func spacesInsideALine() throws {
        let (node, scalar, source) = try value("a: |\n  one\n     two  x\n")
        #expect(scalar.text == "one\n   two  x\n")
        #expect((4...10).map { node.position(atUTF8Offset: $0, in: source).column } == [3, 4, 5, 6, 7, 8, 9])
        #expect(node.position(atUTF8Offset: 3, in: source).line == 2)
    }

    @Test func everyVisibleByteIsFoundInEveryStyle() throws {
        for seed in 0..<100 {
            var numbers = SplitMix(seed: seed)
            let words = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
                ["a", "é'", "x\"y", "\\n", "∂z", "b-c"].randomElement(using: &numbers) ?? "a"
            }
            let breaks = words.map { _ in
                [" ", "  ", "\n  ", "\n\n  ", " \n    "].randomElement(using: &numbers) ?? " "
            }
            var body = zip(words, breaks).map { $0 + $1 }.joined()
            while body.last?.isWhitespace == true { body.removeLast() }
            let single = "'" + body.replacing("'", with: "''") + "'"
            let double = "\"" + body.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
            for written in ["q" + body, single, double, "|\n  " + body, ">-\n  " + body] {
                for end in ["\n", "\r\n"] {
                    let (node, scalar, source) = try value("k: \(written)\nz: 1\n".replacing("\n", with: end))
                    for (offset, byte) in scalar.text.utf8.enumerated() where byte != 0x20 && byte != 0x0A {
                        let place = node.position(atUTF8Offset: offset, in: source)
                        let isEscape = source.bytes[place.offset] == UInt8(ascii: "\\") && byte == UInt8(ascii: "\"")
                        #expect(
                            source.bytes[place.offset] == byte || isEscape, "seed \(seed): \(written.debugDescription)")
                    }
                }
            }
        }
    }
}
