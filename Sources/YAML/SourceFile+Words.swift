extension SourceFile {
    /// The bytes from an offset up to white space, a comma or a closing bracket; at least one where there is one.
    func word(at offset: Int) -> Range<Int> {
        let stops = [UInt8](" \t\r\n,]}".utf8)
        let end = bytes[min(offset, bytes.count)...].firstIndex { stops.contains($0) } ?? bytes.count
        return offset..<max(end, min(bytes.count, offset + 1))
    }

    /// The offset of the first byte from here on that is neither a blank nor a line end.
    func skippingWhiteSpace(from offset: Int) -> Int {
        bytes[min(offset, bytes.count)...].firstIndex { !$0.isWhiteSpace } ?? bytes.count
    }

    /// The offset of what follows anchors and tags, at most an end.
    func skippingProperties(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!") {
            let wordEnd = bytes[offset..<end].firstIndex(where: \.isWhiteSpace) ?? end
            offset = min(end, skippingWhiteSpace(from: wordEnd))
        }
        return offset
    }
}

extension UInt8 {
    /// Whether it is a blank, a tab or part of a line end.
    var isWhiteSpace: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
