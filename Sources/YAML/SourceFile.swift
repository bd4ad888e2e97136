/// A text as it was read from a file, ready to be pointed into.
package struct SourceFile: Sendable {
    /// The file's name as the user gave it.
    package let name: String
    /// The text in UTF-8, without a byte order mark.
    package let bytes: [UInt8]
    private let lines: LineTable

    /// Takes a file's bytes as text.
    ///
    /// - Parameter limit: The most bytes a file may have.
    /// - Throws: What keeps the bytes from being read: too many, UTF-16, a zero byte, ill-formed UTF-8.
    ///   As there is no file to quote from, render it with `rendered(as:)`.
    package init(name: String, bytes: [UInt8], limit: Int = 1 << 20) throws(Diagnostics) {
        guard bytes.count <= limit else {
            throw Diagnostics(.error("the file is larger than \(byteSize(limit)), the most that is read", at: .top))
        }
        if let problem = Self.encodingProblem(bytes) { throw Diagnostics(problem) }
        self.name = name
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        lines = self.bytes.withUnsafeBufferPointer { LineTable($0) }
    }

    /// The number of lines; a text that ends with a line end has an empty last line.
    package var lineCount: Int { lines.lineStarts.count }

    /// The line and column of a byte offset; offsets outside the text count as its ends. O(log lines).
    package func position(atOffset offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        return bytes.withUnsafeBufferPointer { lines.position(atOffset: offset, in: $0) }
    }

    /// The places of a stretch of bytes.
    package func range(_ offsets: Range<Int>) -> SourceRange {
        SourceRange(start: position(atOffset: offsets.lowerBound), end: position(atOffset: offsets.upperBound))
    }

    /// The offsets of a line, counted from 1, without its line end; empty for a line that does not exist.
    package func lineOffsets(_ number: Int) -> Range<Int> {
        guard 1...lineCount ~= number else { return bytes.count..<bytes.count }
        let start = lines.lineStarts[number - 1]
        var end = number < lineCount ? lines.lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The text of a line, counted from 1, without its line end.
    package func line(_ number: Int) -> String {
        String(decoding: bytes[lineOffsets(number)], as: UTF8.self)
    }

    /// The text between two offsets.
    package func text(_ offsets: Range<Int>) -> String {
        String(decoding: bytes[offsets.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The byte at an offset, nil behind the end.
    func byte(at offset: Int) -> UInt8? {
        bytes.indices.contains(offset) ? bytes[offset] : nil
    }

    /// The byte offset of a scalar, counted from 0.
    func offset(ofScalar number: Int) -> Int {
        bytes.withUnsafeBufferPointer { lines.offset(ofScalar: number, in: $0) }
    }
}

extension SourceRange {
    /// The start of a text, for what concerns all of it.
    package static let top = SourceRange(at: .start)
}

/// A number of bytes for people: in MiB where it is a whole number of them.
func byteSize(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
}
