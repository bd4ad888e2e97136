extension Node {
    /// Where a byte of the scalar's text stands in the file it was read from; the end of what was written for offsets
    /// behind the text, the start of the node if it is no scalar. O(length of the text).
    package func position(atUTF8Offset offset: Int, in file: SourceFile) -> SourcePosition {
        guard let scalar else { return range.start }
        let place = ScalarPlaces(scalar, range, in: file).bytes(ofTextByte: offset)
        return file.position(atOffset: place.lowerBound)
    }

    /// Where a stretch of the scalar's text stands in the file it was read from. O(length of the text).
    package func range(ofUTF8 offsets: Range<Int>, in file: SourceFile) -> SourceRange {
        guard let scalar else { return range }
        let places = ScalarPlaces(scalar, range, in: file)
        let first = places.bytes(ofTextByte: offsets.lowerBound)
        guard !offsets.isEmpty else { return file.range(first.lowerBound..<first.lowerBound) }
        let last = places.bytes(ofTextByte: offsets.upperBound - 1)
        return file.range(first.lowerBound..<max(first.lowerBound, last.upperBound))
    }
}

/// Finds the bytes of a scalar's text in the file.
///
/// Folding, indentation and line ends change nothing but white space, so the n-th visible byte of the text comes from
/// the n-th visible one of what was written. White space keeps its distance to a visible neighbour on its own line.
private struct ScalarPlaces {
    private let text: [UInt8]
    /// The bytes in the file that each visible byte of the text comes from.
    private let visible: [Range<Int>]
    /// Where what was written begins and ends, between quotes or below the line with the `|`.
    private let content: Range<Int>

    init(_ scalar: Scalar, _ range: SourceRange, in file: SourceFile) {
        text = Array(scalar.text.utf8)
        let whole = range.start.offset..<range.end.offset
        switch scalar.style {
        case .plain: content = whole
        case .singleQuoted, .doubleQuoted: content = whole.dropFirst().dropLast()
        case .literal, .folded: content = whole.clamped(to: file.lineOffsets(range.start.line).upperBound..<Int.max)
        }
        var visible: [Range<Int>] = []
        var index = content.lowerBound
        while index < content.upperBound {
            let unit = Self.unit(at: index, before: content.upperBound, style: scalar.style, in: file.bytes)
            visible += repeatElement(index..<(index + unit.length), count: unit.visibleBytes)
            index += unit.length
        }
        self.visible = visible
    }

    /// The bytes in the file that a byte of the text comes from; the empty stretch at the end if there is no such byte.
    func bytes(ofTextByte offset: Int) -> Range<Int> {
        let end = content.upperBound
        guard text.indices.contains(offset) else { return end..<end }
        let rank = text[..<offset].reduce(0) { $0 + ($1.isWhiteSpace ? 0 : 1) }
        if !text[offset].isWhiteSpace { return visible.indices.contains(rank) ? visible[rank] : end..<end }

        let blanks = text[offset...].prefix(while: \.isWhiteSpace)
        let place: Int
        if rank < visible.count, !blanks.contains(UInt8(ascii: "\n")) {
            place = visible[rank].lowerBound - blanks.count
        } else {
            let before = text[..<offset].reversed().prefix(while: \.isWhiteSpace).count
            place = (rank > 0 && rank <= visible.count ? visible[rank - 1].upperBound : content.lowerBound) + before
        }
        let start = min(max(place, content.lowerBound), end)
        return start..<min(start + 1, end)
    }

    /// How many bytes the next thing written takes, and how many visible ones it puts into the text.
    private static func unit(
        at index: Int, before end: Int, style: Scalar.Style, in bytes: [UInt8]
    ) -> (length: Int, visibleBytes: Int) {
        let byte = bytes[index]
        if byte.isWhiteSpace { return (1, 0) }
        switch style {
        case .singleQuoted where byte == UInt8(ascii: "'"): return (min(2, end - index), 1)
        case .doubleQuoted where byte == UInt8(ascii: "\\") && index + 1 < end:
            let escape = Escape(bytes[index + 1], in: bytes[min(index + 2, end)..<end])
            return (escape.length, escape.visibleBytes)
        default: return (1, 1)
        }
    }
}
