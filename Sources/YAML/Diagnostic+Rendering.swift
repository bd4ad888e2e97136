extension Diagnostic {
    /// The diagnostic for a terminal: its place and message, the line with a caret, then the notes in the same way.
    /// Lines are separated by LF; the last one has none.
    package func rendered(in file: SourceFile) -> String {
        lines(name: file.name) { Self.excerpt(of: file, at: $0) }
    }

    /// The diagnostic without lines quoted, for a file of this name that could not be taken as text.
    package func rendered(as name: String) -> String {
        lines(name: name) { _ in [] }
    }

    private func lines(name: String, excerpt: (SourceRange) -> [String]) -> String {
        var lines = ["\(Self.label(name, range)): \(severity.rawValue): \(Self.shortened(message))"] + excerpt(range)
        for note in notes {
            lines.append("\(Self.label(name, note.range)): note: \(Self.shortened(note.message))")
            if let range = note.range { lines += excerpt(range) }
        }
        return lines.joined(separator: "\n")
    }

    private static func label(_ name: String, _ range: SourceRange?) -> String {
        guard let start = range?.start else { return name }
        return "\(name):\(start.line):\(start.column)"
    }

    /// A message without the middle of a text of megabytes that it quotes.
    private static func shortened(_ message: String) -> String {
        guard message.utf8.count > 1000 else { return message }
        return "\(message.prefix(300)) … \(message.suffix(200))"
    }

    /// The most characters of a line that are quoted.
    private static let width = 100

    /// The line a range begins on and a line with a caret under it; nothing for an empty line.
    private static func excerpt(of file: SourceFile, at range: SourceRange) -> [String] {
        let offsets = file.lineOffsets(range.start.line)
        guard !offsets.isEmpty else { return [] }
        let start = min(max(range.start.offset, offsets.lowerBound), offsets.upperBound)
        let end = min(max(range.end.offset, start), offsets.upperBound)
        // Characters in a line of megabytes are not worth counting: what is quoted stands near the caret.
        let near = (start - 4 * width)..<(start + 8 * width)
        let from = max(offsets.lowerBound, file.scalarBoundary(near.lowerBound))
        let to = min(offsets.upperBound, file.scalarBoundary(near.upperBound))

        var before = printable(file.text(from..<start))
        var marked = printable(file.text(start..<min(end, to)))
        var after = printable(file.text(min(end, to)..<to))
        if from > offsets.lowerBound || before.count > width / 2 {
            before = ["…"] + before.suffix(width / 2)
        }
        let room = width - before.count
        let isCut = to < offsets.upperBound || marked.count + after.count > room
        marked = Array(marked.prefix(room))
        after = Array(after.prefix(room - marked.count))

        let indent = String(before.map { $0 == "\t" ? "\t" : " " })
        let caret = "^" + String(repeating: "~", count: max(0, marked.count - 1))
        return [String(before + marked + after) + (isCut ? "…" : ""), indent + caret]
    }

    /// Characters with controls made visible, so that a file cannot command the terminal it is quoted in.
    private static func printable(_ text: String) -> [Character] {
        text.map { character in
            let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return isControl && character != "\t" ? "\u{FFFD}" : character
        }
    }
}

extension Diagnostics {
    /// All diagnostics for a terminal, one after the other.
    package func rendered(in file: SourceFile) -> String {
        all.map { $0.rendered(in: file) }.joined(separator: "\n")
    }

    /// All diagnostics without lines quoted, for a file of this name that could not be taken as text.
    package func rendered(as name: String) -> String {
        all.map { $0.rendered(as: name) }.joined(separator: "\n")
    }
}

extension SourceFile {
    /// The nearest offset at or before this one, inside the text, at which a scalar starts.
    fileprivate func scalarBoundary(_ offset: Int) -> Int {
        var offset = min(max(offset, 0), bytes.count)
        while offset > 0, offset < bytes.count, !bytes[offset].startsScalar { offset -= 1 }
        return offset
    }
}
