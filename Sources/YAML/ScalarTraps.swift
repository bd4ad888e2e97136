/// Texts that are YAML, but hardly what their author meant.
enum ScalarTraps {
    /// The first thing that a text most likely does not mean to say, nil if there is none.
    ///
    /// - Parameter isFlow: Whether the text stands inside brackets or braces.
    static func problem(
        of scalar: Scalar, _ node: Node, in file: SourceFile, isFlow: Bool, _ limits: Limits
    ) -> Diagnostic? {
        switch scalar.style {
        case .plain: cutOff(node, in: file) ?? (isFlow ? cutAtComma(scalar, node) : nil)
        case .doubleQuoted where limits.escapes == .unmistakable: mistakenEscape(node, in: file)
        default: nil
        }
    }

    /// `[max(a, b), c]` has three items, of which `max(a` is the first.
    private static func cutAtComma(_ scalar: Scalar, _ node: Node) -> Diagnostic? {
        let open = scalar.text.utf8.reduce(0) { depth, byte in
            byte == UInt8(ascii: "(") ? depth + 1 : byte == UInt8(ascii: ")") ? depth - 1 : depth
        }
        guard open > 0 else { return nil }
        let message =
            "“\(scalar.text)” ends at a comma or bracket inside its parentheses; put all of it in single quotes"
        return .error(message, at: node.range)
    }

    /// `Homework #2` reads as `Homework` and a comment.
    private static func cutOff(_ node: Node, in file: SourceFile) -> Diagnostic? {
        guard node.range.start != node.range.end else { return nil }
        let end = node.range.end.offset
        let blanks = file.bytes[end...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let hash = blanks.endIndex
        guard !blanks.isEmpty, file.byte(at: hash) == UInt8(ascii: "#"),
            let next = file.byte(at: hash + 1), next.isLetterOrDigit
        else { return nil }
        let word = file.word(at: hash)
        let advice = "put the text in single quotes, or write a space after # if a comment is meant"
        return .error("“\(file.text(word))” would be cut off as a comment; \(advice)", at: file.range(word))
    }

    /// An escape that is the beginning of a TeX command.
    private static func mistakenEscape(_ node: Node, in file: SourceFile) -> Diagnostic? {
        let end = node.range.end.offset
        var offset = node.range.start.offset
        while let backslash = file.bytes[offset..<end].firstIndex(of: UInt8(ascii: "\\")), backslash + 1 < end {
            offset = backslash + 2
            guard let meaning = meaning(ofEscape: file.bytes[backslash + 1]) else { continue }
            let letters = file.bytes[(backslash + 1)..<end].prefix(while: \.isLetter)
            let command = file.text(letters.startIndex..<letters.endIndex)
            if file.bytes[backslash + 1] == UInt8(ascii: "n"), !commandsWithN.contains(command) { continue }
            let range = backslash..<max(letters.endIndex, backslash + 2)
            let message = "“\(file.text(backslash..<(backslash + 2)))” in double quotes is \(meaning)"
            return .error("\(message); use single quotes", at: file.range(range))
        }
        return nil
    }

    /// The TeX commands that begin like a line end and are no English words.
    private static let commandsWithN: Set = ["nabla", "ne", "neg", "neq", "notin", "nu"]

    /// What YAML makes of an escape that a text for people has no use for, nil for useful ones.
    private static func meaning(ofEscape letter: UInt8) -> String? {
        switch Unicode.Scalar(letter) {
        case "0": "a zero byte"
        case "a": "a bell"
        case "b": "a backspace"
        case "e": "an escape character"
        case "f": "a form feed"
        case "n": "a line end"
        case "r": "a carriage return"
        case "t", "\t": "a tab"
        case "v": "a vertical tab"
        case "L", "N", "P": "an invisible line end"
        case "_": "a no-break space"
        default: nil
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    fileprivate var isLetterOrDigit: Bool { isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
