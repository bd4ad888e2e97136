/// A text's TeX maths, `$…$` within a line and `$$…$$` on lines of their own, taken out before CommonMark reads the rest.
///
/// As in pandoc, an opening `$` stands before something and a closing one behind something and not before a digit, so that
/// prices stay text; `\$` is a dollar. What stands between backticks is left alone.
package struct TeXSpans: Sendable {
    /// The text with a code span in each formula's place.
    package let text: String
    /// The formulas in order.
    package let spans: [Span]

    /// A formula.
    package struct Span: Hashable, Sendable {
        /// What stands between the dollars.
        package let tex: String
        /// Where that begins in the original text, in bytes of UTF-8.
        package let start: Int
        /// Whether it stands between two dollars on each side.
        package let isDisplayed: Bool
    }

    /// Takes the formulas out of a text.
    package init(_ text: String) {
        var reader = Reader(bytes: Array(text.utf8))
        reader.read()
        self.text = String(decoding: reader.output, as: UTF8.self)
        spans = reader.spans
    }

    /// The formula that a code span stands for; nil for other code.
    package func span(of code: String) -> Span? {
        guard code.unicodeScalars.first == Self.mark,
            let index = Int(code.unicodeScalars.dropFirst().map(String.init).joined()),
            spans.indices.contains(index)
        else { return nil }
        return spans[index]
    }

    /// A code block with its formulas as they were written: there, dollars mean nothing.
    package func restored(_ code: String) -> String {
        guard code.unicodeScalars.contains(Self.mark) else { return code }
        var restored = code
        for (index, span) in spans.enumerated().reversed() {
            let dollars = span.isDisplayed ? "$$" : "$"
            let place = "`\(Self.mark)\(index)`"
            while let range = restored.firstRange(of: place) {
                restored.replaceSubrange(range, with: dollars + span.tex + dollars)
            }
        }
        return restored
    }

    /// For private use: it stands in no text.
    private static let mark: Unicode.Scalar = "\u{F8FF}"

    private struct Reader {
        let bytes: [UInt8]
        var position = 0
        var output: [UInt8] = []
        var spans: [Span] = []

        private static let dollar = UInt8(ascii: "$")
        private static let backtick = UInt8(ascii: "`")
        private static let backslash = UInt8(ascii: "\\")

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func read() {
            while position < bytes.count {
                switch bytes[position] {
                case Self.backtick: copyCode()
                case Self.backslash: copy(2)
                case Self.dollar:
                    if !takeFormula() { copy(1) }
                default: copy(1)
                }
            }
        }

        private mutating func copy(_ count: Int) {
            let end = min(bytes.count, position + count)
            output += bytes[position..<end]
            position = end
        }

        /// Copies a run of backticks up to the next run as long; without one, the run alone.
        private mutating func copyCode() {
            let length = run(at: position, of: Self.backtick)
            var end = position + length
            while end < bytes.count {
                let next = run(at: end, of: Self.backtick)
                if next == length { return copy(end + next - position) }
                end += max(1, next)
            }
            copy(length)
        }

        private func run(at start: Int, of byte: UInt8) -> Int {
            bytes[start...].prefix { $0 == byte }.count
        }

        private mutating func takeFormula() -> Bool {
            let isDisplayed = run(at: position, of: Self.dollar) >= 2
            let start = position + (isDisplayed ? 2 : 1)
            guard let end = isDisplayed ? displayEnd(from: start) : inlineEnd(from: start) else { return false }
            let tex = String(decoding: bytes[start..<end], as: UTF8.self)
            // A backtick beside another would join its run.
            if output.last == Self.backtick { output += "\u{2060}".utf8 }
            output += "`\(TeXSpans.mark)\(spans.count)`".utf8
            position = end + (isDisplayed ? 2 : 1)
            if position < bytes.count, bytes[position] == Self.backtick { output += "\u{2060}".utf8 }
            spans.append(Span(tex: tex, start: start, isDisplayed: isDisplayed))
            return true
        }

        private func displayEnd(from start: Int) -> Int? {
            var end = start
            while end + 1 < bytes.count {
                if bytes[end] == Self.dollar && bytes[end + 1] == Self.dollar { return end > start ? end : nil }
                end += bytes[end] == Self.backslash ? 2 : 1
            }
            return nil
        }

        private func inlineEnd(from start: Int) -> Int? {
            guard start < bytes.count, !Self.isSpace(bytes[start]), bytes[start] != Self.dollar else { return nil }
            var end = start
            while end < bytes.count {
                let byte = bytes[end]
                if byte == 10, end + 1 < bytes.count, bytes[end + 1] == 10 { return nil }
                if byte == Self.dollar {
                    let isBeforeDigit = end + 1 < bytes.count && (48...57).contains(bytes[end + 1])
                    return Self.isSpace(bytes[end - 1]) || isBeforeDigit ? nil : end
                }
                end += byte == Self.backslash ? 2 : 1
            }
            return nil
        }

        private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 }
    }
}
