import Foundation
import TestSupport
import Testing
import YAML

@testable import Template

/// Templates with mistakes made at random are read or refused; nothing crashes or takes long.
struct MutationTests {
    private static let good = """
        title: Backpropagation by hand
        text: |
          The network below; `z1` and `dL/dW2[2,2]`.
        given:
          x:  { shape: 2,      draw: 0..3 }
          W1: { shape: [3, 2], draw: -1..2, nonzero: yes }
          W2: [[1, 2, 3], [4, 1/2, 6]]
          y:  { draw: -3..3, step: 1/2 }
          c:  { draw: [-1, 1/2, 2] }
        define:
          z1:   W1 @ x
          h1:   relu(z1)
          z2:   W2 @ h1 + c
          L:    (y - sum(z2))^2 / 2
          p:    softmax(z2)
        require:
          - any(z1 < 0)
          - abs(L) <= 100
        ask:
          - find: z1, L, p
            points: 5
            answers: { decimals: 3 }
          - find: dL/dW2[2,2]
        symbols: { W1: 'w^{(1)}' }
        variants: { zeros: yes }
        """

    private static let pieces = [
        "\t", "\n", "  ", ": ", "- ", "[", "]", "{", "}", "'", "\"", "#", "&a ", "*a", "!", "|", ",", "(", ")", "@",
        "^",
        "/", "..", "-", "9999999999", "1e38", "0", "d", "dL/dx", "x", "z1", "relu", "\u{0}", "é", "\u{FEFF}", "T", ".T",
        "`",
        "$", "\\",
    ]

    @Test(arguments: 0..<8)
    func mutantsAreReadOrRefused(block: UInt64) throws {
        for seed in block * 250..<(block + 1) * 250 {
            var random = SplitMix(seed: seed)
            var bytes = Array(Self.good.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes.removeSubrange(place..<end)
                case 1:
                    bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
                case 2:
                    bytes.insert(
                        contentsOf: Self.pieces.randomElement(using: &random).map { Array($0.utf8) } ?? [], at: place)
                case 3:
                    bytes.replaceSubrange(
                        place..<end, with: Self.pieces.randomElement(using: &random).map { Array($0.utf8) } ?? [])
                default: bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            let start = Date()
            do throws(Diagnostics) {
                let file = try SourceFile(name: "q", bytes: bytes)
                do throws(Diagnostics) {
                    _ = try? Calculation(Template(file))
                    _ = try Template(file)
                } catch {
                    #expect(!error.all.isEmpty, "seed \(seed) is refused without a word")
                    #expect(
                        error.all.allSatisfy { !$0.message.isEmpty && $0.range.start.offset <= bytes.count },
                        "seed \(seed)")
                    #expect(!error.rendered(in: file).isEmpty, "seed \(seed)")
                }
            } catch {
                #expect(!error.all.isEmpty, "seed \(seed) is refused without a word")
            }
            #expect(Date().timeIntervalSince(start) < 10, "seed \(seed) takes long")
        }
    }
}
