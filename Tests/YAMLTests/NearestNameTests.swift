import TestSupport
import Testing
import YAML

/// Suggestions for misspelt names.
struct NearestNameTests {
    @Test(
        arguments: [
            ("tilte", ["title", "text", "given"], "title"),
            ("giv", ["given", "define"], nil),
            ("give", ["given", "define"], "given"),
            ("sigmod", ["softmax", "sigmoid"], "sigmoid"),
            ("crossentropy", ["cross_entropy", "mean"], "cross_entropy"),
            ("RELU", ["relu", "RELX"], "RELX"),
            ("TITLE", ["title"], "title"),
            ("z1", ["z2", "h1"], "h1"),
            ("x", ["y", "z"], nil),
            ("x", ["x1", "X"], "X"),
            ("", ["a"], nil),
            ("a", [], nil),
            ("same", ["same"], nil),
            ("abcdefghi", ["abcdef", "abcdefxyz"], "abcdef"),
        ] as [(String, [String], String?)])
    func suggests(written: String, names: [String], expected: String?) {
        #expect(nearestName(to: written, in: names) == expected)
        #expect(nearestName(to: written, in: names.reversed()) == expected)
    }

    @Test func everySingleSlipIsFound() {
        for seed in 0..<500 {
            var numbers = SplitMix(seed: seed)
            let letters = Array("abcdefgh")
            let name = (0..<Int.random(in: 3...8, using: &numbers)).compactMap { _ in
                letters.randomElement(using: &numbers)
            }
            var slip = name
            let at = Int.random(in: 0..<(name.count - 1), using: &numbers)
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: slip.remove(at: at)
            case 1: slip.insert("x", at: at)
            case 2: slip[at] = "x"
            default: slip.swapAt(at, at + 1)
            }
            guard slip != name else { continue }
            let found = nearestName(to: String(slip), in: [String(name), "qqqqqqqqqqqqqqq"])
            #expect(found == String(name), "seed \(seed)")
        }
    }
}
