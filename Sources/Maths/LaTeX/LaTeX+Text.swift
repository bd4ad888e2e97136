extension LaTeX {
    /// Appends a text so that LaTeX reads it as text: nothing in it can be a command.
    ///
    /// Typewriter quotes become typographic ones. A word that no line is long enough for may be broken. What the fonts
    /// lack is shown by its code point in a box; ``missing(in:)`` says what that is.
    package static func write(_ text: String, to target: inout [UInt8]) {
        var writer = TextWriter()
        for character in text { writer.write(character, to: &target) }
    }

    /// Appends a text character by character, as typewriters do: quotes are straight, and every space is kept.
    package static func writeCode(_ text: String, to target: inout [UInt8]) {
        var writer = TextWriter(isCode: true)
        for character in text { writer.write(character, to: &target) }
    }

    /// The characters of a text that the fonts lack, in the order in which they come, each once.
    package static func missing(in text: String) -> [Unicode.Scalar] {
        guard !text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) else { return [] }
        var missing: [Unicode.Scalar] = []
        for character in text where TextWriter.isMissing(character) {
            for scalar in character.unicodeScalars where !missing.contains(scalar) && !scalar.isInvisible {
                missing.append(scalar)
            }
        }
        return missing
    }
}

extension Form {
    /// Appends a text that is the same on every sheet, escaped for LaTeX.
    package mutating func append(escapingLaTeX text: String) {
        var bytes: [UInt8] = []
        LaTeX.write(text, to: &bytes)
        append(raw: bytes)
    }
}

/// Writes the characters of one text.
private struct TextWriter {
    var isCode = false
    private var previous: Character?
    /// How many characters stand since the last place where a line of the page may break.
    private var unbroken = 0
    /// How many characters stand on the line of the file, whose length TeX limits.
    private var written = 0

    init(isCode: Bool = false) { self.isCode = isCode }

    /// Longer words are broken anywhere.
    private static let longestWord = 24
    private static let lineLength = 100

    mutating func write(_ character: Character, to target: inout [UInt8]) {
        defer { previous = character }
        written += 1
        unbroken += 1
        if character.isBreakingSpace {
            unbroken = 0
            if isCode { return append("\\ ", to: &target) }
            // Two spaces could become an empty line of the file, which ends a paragraph.
            if let previous, previous.isBreakingSpace { return }
            defer { if written > Self.lineLength { written = 0 } }
            return append(written > Self.lineLength ? "\n" : " ", to: &target)
        }
        if unbroken > Self.longestWord { append("\\allowbreak\n", to: &target) }
        if let ascii = character.asciiValue {
            writeASCII(ascii, to: &target)
        } else if let command = LaTeX.textCommand(for: character) {
            append(command, to: &target)
        } else {
            for scalar in character.unicodeScalars where !scalar.isInvisible { writeBox(scalar, to: &target) }
        }
    }

    static func isMissing(_ character: Character) -> Bool {
        if let ascii = character.asciiValue { return !character.isBreakingSpace && (ascii < 32 || ascii == 127) }
        return LaTeX.textCommand(for: character) == nil
    }

    private mutating func writeASCII(_ ascii: UInt8, to target: inout [UInt8]) {
        switch ascii {
        case UInt8(ascii: "\\"): append(isCode ? "\\char92{}" : "$\\backslash$", to: &target)
        case UInt8(ascii: "{"): append(isCode ? "\\char123{}" : "$\\{$", to: &target)
        case UInt8(ascii: "}"): append(isCode ? "\\char125{}" : "$\\}$", to: &target)
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "&"):
            append("\\\(Character(UnicodeScalar(ascii)))", to: &target)
        case UInt8(ascii: "_"): append(isCode ? "\\char95{}" : "\\_", to: &target)
        case UInt8(ascii: "~"): append(isCode ? "\\char126{}" : "$\\sim$", to: &target)
        case UInt8(ascii: "^"): append("\\char94{}", to: &target)
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
            let sign = Character(UnicodeScalar(ascii))
            append(isCode ? "\(sign)" : "$\(sign)$", to: &target)
        case UInt8(ascii: "`"): append("\\char18{}", to: &target)
        case UInt8(ascii: "'") where isCode: append("\\char13{}", to: &target)
        case UInt8(ascii: "\"") where isCode: append("\\char34{}", to: &target)
        case UInt8(ascii: "\""): append(opensQuote ? "\\textquotedblleft{}" : "\\textquotedblright{}", to: &target)
        // Signs that would join with the same one before.
        case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: ","):
            if previous?.asciiValue == ascii || previous == nil { append("{}", to: &target) }
            target.append(ascii)
        case 32...126: target.append(ascii)
        default: writeBox(UnicodeScalar(ascii), to: &target)
        }
    }

    private var opensQuote: Bool {
        guard let previous else { return true }
        return previous.isBreakingSpace || "([{-\u{2013}\u{2014}/".contains(previous)
    }

    private func writeBox(_ scalar: Unicode.Scalar, to target: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        append("\\missing{" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "}", to: &target)
    }

    private func append(_ text: String, to target: inout [UInt8]) { target.append(contentsOf: text.utf8) }
}

extension Character {
    /// Whether it is a space, a tab or the end of a line.
    fileprivate var isBreakingSpace: Bool {
        switch self {
        case " ", "\t", "\n", "\r", "\r\n", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether it shows nothing of its own: joiners, marks of direction, and what chooses among forms of a character.
    fileprivate var isInvisible: Bool {
        properties.isDefaultIgnorableCodePoint
    }
}
