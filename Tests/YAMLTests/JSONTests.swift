import TestSupport
import Testing
import YAML

/// JSON as the program writes it is read like any other YAML.
struct JSONTests {
    @Test func compactJSONIsRead() throws {
        let text = #"{"a":[1,-2.5e3,true,null,"x"],"b":{"c":"","d":[]},"e":{}}"#
        #expect(
            try outline(read(text, limits: .record))
                == #"{"a": [1, -2.5e3, true, null, "x"], "b": {"c": "", "d": []}, "e": {}}"#)
    }

    @Test func stringsComeBackAsTheyWere() throws {
        let pool: [Character] = [
            "a", "é", "∂", "😀", "\n", "\"", "\\", "\t", " ", ":", "#", "\u{1}", "{", "]", ",", "'",
        ]
        for seed in 0..<300 {
            var numbers = SplitMix(seed: seed)
            let text = String((0..<60).compactMap { _ in pool.randomElement(using: &numbers) })
            let node = try read("{\"k\":\"\(escaped(text))\",\"l\":\"\(escaped(text))\"}", limits: .record)
            guard case .mapping(let entries) = node.kind else { continue }
            #expect(entries.map { $0.value.scalar?.text } == [text, text], "seed \(seed)")
        }
    }

    @Test func stringsMayBeLong() throws {
        let text = String(repeating: "line \"of\" text\n", count: 80_000)
        let node = try read("{\"template\":\"\(escaped(text))\"}", limits: .record)
        #expect(node.all.last?.scalar?.text == text)
    }

    private func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\n": "\\n"
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\t": "\\t"
            case "\u{1}": "\\u0001"
            default: String(character)
            }
        }.joined()
    }
}
