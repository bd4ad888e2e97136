/// Takes a block of whole records apart, one record at a time.
///
/// A cell is quoted only if its first byte is a quote; within quotes, a doubled quote is one, and delimiters and line
/// ends are text; what follows the closing quote belongs to the cell. Lines end with LF, CRLF or CR. Empty lines are no
/// records.
package struct CSVTokens {
    /// The record that ``next()`` found last.
    package private(set) var record: CSVRecord
    /// The line after the records so far, from 1.
    package private(set) var line: Int

    private let bytes: UnsafeRawBufferPointer
    private let delimiter: UInt8
    private let limit: Int
    private var offset = 0

    /// The records of `block`, which begins in `line` after `row` records.
    ///
    /// - Parameters:
    ///   - block: Bytes that begin and end at a record's border, less than 2 GiB; they must outlive the tokens.
    ///   - limit: How many bytes a record may have.
    package init(
        _ block: UnsafeRawBufferPointer, delimiter: UInt8, row: Int = 0, line: Int = 1,
        limit: Int = CSVBlocks.recordLimit
    ) {
        bytes = block
        self.delimiter = delimiter
        self.line = line
        self.limit = limit
        record = CSVRecord(in: block)
        record.row = row
    }

    /// Finds the next record; false where there is none.
    ///
    /// Complexity: O(length of the record), eight bytes at a time.
    package mutating func next() throws(CSVError) -> Bool {
        skipEmptyLines()
        guard offset < bytes.count else { return false }
        record.row += 1
        record.line = line
        record.offset = offset
        record.hasNUL = false
        record.fields.removeAll(keepingCapacity: true)
        record.unescaped.removeAll()

        var start = offset
        var window = offset
        scanning: while window < bytes.count {
            let word = ByteWord(in: bytes, at: window)
            // Not above a quote are line ends and NUL too.
            var marks = word.marks(of: delimiter) | word.marks(notAbove: quote)
            while marks != 0 {
                let mark = window + marks.trailingZeroBitCount / 8
                marks &= marks - 1
                let byte = bytes[mark]
                if byte == delimiter {
                    appendField(from: start, to: mark)
                    start = mark + 1
                } else if byte == lineFeed || byte == carriageReturn {
                    appendField(from: start, to: mark)
                    return try finish(at: mark)
                } else if byte == quote, mark == start {
                    let end = try readQuotedField(from: mark)
                    guard end < bytes.count, bytes[end] == delimiter else { return try finish(at: end) }
                    start = end + 1
                    window = start
                    continue scanning
                } else if byte == 0 {
                    record.hasNUL = true
                }
            }
            window += ByteWord.width
        }
        appendField(from: start, to: bytes.count)
        return try finish(at: bytes.count)
    }

    private mutating func skipEmptyLines() {
        while offset < bytes.count, bytes[offset] == lineFeed || bytes[offset] == carriageReturn { skipLineEnd() }
    }

    private mutating func skipLineEnd() {
        guard offset < bytes.count else { return }
        let isCRLF = bytes[offset] == carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == lineFeed
        offset += isCRLF ? 2 : 1
        line += 1
    }

    private mutating func finish(at end: Int) throws(CSVError) -> Bool {
        guard end - record.offset <= limit else { throw .recordTooLong(line: record.line, limit: limit) }
        record.end = end
        offset = end
        skipLineEnd()
        return true
    }

    @inline(__always)
    private mutating func appendField(from start: Int, to end: Int) {
        record.fields.append(CSVField(from: start, to: end))
    }

    /// Reads the field whose opening quote is at `open`; where it ends: at a delimiter, a line end, or the block's end.
    private mutating func readQuotedField(from open: Int) throws(CSVError) -> Int {
        let unescapedStart = record.unescaped.count
        let opensInLine = line
        var start = open + 1
        var close = try closingQuote(from: start, openedIn: opensInLine)
        while close + 1 < bytes.count, bytes[close + 1] == quote {
            // The first of the two quotes is text.
            appendUnescaped(from: start, to: close + 1)
            start = close + 2
            close = try closingQuote(from: start, openedIn: opensInLine)
        }
        var end = close + 1
        while end < bytes.count, bytes[end] != delimiter, bytes[end] != lineFeed, bytes[end] != carriageReturn {
            end += 1
        }
        if start == open + 1, end == close + 1 {
            appendField(from: start, to: close)
        } else {
            appendUnescaped(from: start, to: close)
            appendUnescaped(from: close + 1, to: end)
            record.fields.append(CSVField(from: unescapedStart, to: record.unescaped.count, isUnescaped: true))
        }
        let field = UnsafeRawBufferPointer(rebasing: bytes[open..<end])
        if field.firstOffset(of: 0) != nil { record.hasNUL = true }
        line += lineEnds(in: field)
        return end
    }

    private func closingQuote(from start: Int, openedIn line: Int) throws(CSVError) -> Int {
        guard let found = bytes.firstOffset(of: quote, from: start) else {
            throw bytes.count - record.offset > limit
                ? .recordTooLong(line: record.line, limit: limit) : .unclosedQuote(line: line)
        }
        return found
    }

    private func appendUnescaped(from start: Int, to end: Int) {
        record.unescaped.append(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
}
