#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the last record that ends within `bytes` ends: the offset after its line end, 0 where no record does.
///
/// The bytes begin where a record begins. With CR alone as line end, a last byte CR is no end: an LF may follow.
/// Complexity: O(`bytes.count`), most of it at the speed of `memchr`.
package func lastRecordBoundary(in bytes: UnsafeRawBufferPointer, delimiter: UInt8) -> Int {
    var boundary = 0
    var start = 0
    while true {
        let nextQuote = bytes.firstOffset(of: quote, from: start)
        if let end = lastLineEnd(in: bytes, from: start, to: nextQuote ?? bytes.count) { boundary = end }
        guard let open = nextQuote else { return boundary }
        start = open + 1
        let before = open > 0 ? bytes[open - 1] : lineFeed
        guard before == delimiter || before == lineFeed || before == carriageReturn else { continue }
        while true {
            guard let close = bytes.firstOffset(of: quote, from: start) else { return boundary }
            start = close + 1
            guard start < bytes.count, bytes[start] == quote else { break }
            start += 1
        }
    }
}

/// The offset after the last line end in a stretch outside of quotes.
private func lastLineEnd(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
    var index = end
    while index > start {
        index -= 1
        if bytes[index] == lineFeed { return index + 1 }
        if bytes[index] == carriageReturn, index + 1 < bytes.count {
            return bytes[index + 1] == lineFeed ? index + 2 : index + 1
        }
    }
    return nil
}

/// How many lines end within `bytes`: with LF, CRLF, or CR.
func lineEnds(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    for window in stride(from: 0, to: bytes.count, by: ByteWord.width) {
        count += ByteWord(in: bytes, at: window).marks(of: lineFeed).nonzeroBitCount
    }
    var start = 0
    while let found = bytes.firstOffset(of: carriageReturn, from: start) {
        start = found + 1
        if start == bytes.count || bytes[start] != lineFeed { count += 1 }
    }
    return count
}

extension UnsafeRawBufferPointer {
    /// The offset of the first `byte` at or after `start`.
    func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        guard let baseAddress, start < count, let found = memchr(baseAddress + start, Int32(byte), count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - baseAddress
    }
}
