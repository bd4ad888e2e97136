import TestSupport
import Testing
import YAML

/// Broken texts end with diagnostics inside the text, never otherwise.
struct RobustnessTests {
    private let template = """
        title: 'Backpropagation'
        given: &g
          x:  { shape: [2, 3], draw: 0..3 }
          y:  { draw: -3..3, step: 1/2 }
        define:
          for t in 1..3:
            h_{t}: "relu(z1) \\\\ é"
        text: |
          Some `z1` text: with $x$
        more: >-
          folded
          text
        ask:
          - find: dL/dW3[2], z1 # why
            points: *g

        """

    @Test(arguments: [Limits.template, .record])
    func mutationsAreReadOrExplained(limits: Limits) throws {
        let pieces = [
            "[", "]", "{", "}", ": ", ":", "- ", "\t", "\n", "\r", "'", "\"", "\\", "#", " #x", "*g", "&g ", "!t ", "|",
            ">",
            "%", "@", "`", "?", ", ", "---\n", "...\n", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "\u{7}", "<<: ", "~",
            " ",
        ].map { Array($0.utf8) }
        let original = Array(template.utf8)
        for seed in 0..<1500 {
            var numbers = SplitMix(seed: seed)
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                let at = Int.random(in: 0...bytes.count, using: &numbers)
                let end = min(bytes.count, at + Int.random(in: 0...3, using: &numbers))
                bytes.replaceSubrange(at..<end, with: pieces.randomElement(using: &numbers) ?? [])
            }
            guard let source = try? SourceFile(name: "q.yaml", bytes: bytes) else { continue }
            do throws(Diagnostics) {
                let root = try YAMLReader.read(source, limits: limits)
                for node in root.all {
                    #expect(node.range.start <= node.range.end, "seed \(seed)")
                    for offset in stride(from: 0, through: node.scalar?.text.utf8.count ?? 0, by: 3) {
                        let place = node.position(atUTF8Offset: offset, in: source)
                        #expect(place >= node.range.start && place <= node.range.end, "seed \(seed)")
                    }
                }
            } catch {
                #expect(!error.all.isEmpty, "seed \(seed)")
                for diagnostic in error.all {
                    let range = diagnostic.range
                    #expect(range.start <= range.end && range.end.offset <= source.bytes.count, "seed \(seed)")
                    #expect(
                        !diagnostic.message.contains("cannot be read as YAML"), "seed \(seed): \(diagnostic.message)")
                }
                #expect(error.rendered(in: source).hasPrefix("q.yaml:"), "seed \(seed)")
            }
        }
    }

    @Test func oneCharacterManyTimes() {
        for piece in [
            "[", "{", "- ", "? ", ": ", "'", "\"", "&a ", "*a ", "!a ", "\t", "%", "|", "> ", "a:\n", "\\", "#", ",",
            "\n", "\r",
        ] {
            for prefix in ["", "a: ", "a: [", "a: \"", "a:\n "] {
                let found = problems(prefix + String(repeating: piece, count: 20_000))
                #expect(found.count <= 101)
            }
        }
    }
}
