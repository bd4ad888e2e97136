import Foundation
import Testing

/// The page that explains the language, and the examples on it.
struct LanguagePage {
    /// An example between fences.
    struct Example: CustomTestStringConvertible, Sendable {
        /// What stands behind the opening fence: `yaml`, `yaml fragment`, `yaml wrong` or nothing.
        let kind: String
        let text: String
        /// In which line it begins.
        let line: Int

        var testDescription: String { "line \(line)" }
    }

    /// All words of the page.
    let text: String
    /// In order.
    let examples: [Example]

    init() {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Templates/README.md")
        text = (try? String(contentsOf: file.standardizedFileURL, encoding: .utf8)) ?? ""
        var examples: [Example] = []
        var open: (kind: String, lines: [String], line: Int)?
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("```") {
                if let example = open {
                    examples.append(
                        Example(
                            kind: example.kind, text: example.lines.joined(separator: "\n") + "\n", line: example.line))
                    open = nil
                } else {
                    open = (String(line.dropFirst(3)), [], index + 1)
                }
            } else {
                open?.lines.append(line)
            }
        }
        self.examples = examples
    }

    /// A fragment's keys, and after them what the first template gives, defines and asks where the fragment does not.
    ///
    /// Where it has equations of its own and asks nothing, the last of them is asked.
    func completed(_ fragment: Example) -> String {
        var text = fragment.text
        let own = Set(Self.sections(of: text).map(\.key))
        for (key, section) in Self.sections(of: examples[0].text)
        where !own.contains(key) && ["given", "define", "ask", "variants"].contains(key) {
            if key == "ask", let last = Self.lastEquation(of: text) {
                text += "ask:\n  - find: \(last)\n"
            } else if key != "define" || !own.contains("solution") {
                text += section
            }
        }
        return text
    }

    private static func lastEquation(of text: String) -> String? {
        sections(of: text).first { $0.key == "define" || $0.key == "solution" }?.text
            .components(separatedBy: "\n").last { $0.hasPrefix("  ") && $0.contains(":") }
            .map { String($0.dropFirst(2).prefix { $0 != ":" }) }
    }

    private static func sections(of text: String) -> [(key: String, text: String)] {
        var sections: [(key: String, text: String)] = []
        for line in text.components(separatedBy: "\n") where !line.isEmpty {
            if line.hasPrefix(" ") {
                if !sections.isEmpty { sections[sections.count - 1].text += line + "\n" }
            } else {
                sections.append((String(line.prefix { $0 != ":" }), line + "\n"))
            }
        }
        return sections
    }
}
