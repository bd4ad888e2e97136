/// Turns byte offsets of a UTF-8 text into lines and columns, and scalar numbers into byte offsets.
///
/// Each look-up is a binary search and a walk over at most one block, however long a line is.
struct LineTable: Sendable {
    /// The length in bytes of the blocks that scalars are counted by.
    private static let block = 64

    /// The offset at which each line begins.
    let lineStarts: [Int]
    /// The scalars before each block; empty for an ASCII text, where scalars and bytes are the same.
    private let scalarsBefore: [Int]

    /// Reads a whole text. LF, CR LF and CR alone end a line. O(bytes).
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var starts = [0]
        var isASCII = true
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: "\n") {
                starts.append(index + 1)
            } else if byte == UInt8(ascii: "\r"), index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n") {
                starts.append(index + 1)
            } else if byte >= 0x80 {
                isASCII = false
            }
        }
        lineStarts = starts
        guard !isASCII else {
            scalarsBefore = []
            return
        }
        var counts: [Int] = []
        counts.reserveCapacity(text.count / Self.block + 1)
        var count = 0
        for (index, byte) in text.enumerated() {
            if index % Self.block == 0 { counts.append(count) }
            if byte.startsScalar { count += 1 }
        }
        scalarsBefore = counts
    }

    /// The line and column of a byte offset.
    func position(atOffset offset: Int, in text: UnsafeBufferPointer<UInt8>) -> SourcePosition {
        let line = lineStarts.partitioningIndex { $0 > offset }
        let start = lineStarts[line - 1]
        let column = scalars(before: offset, in: text) - scalars(before: start, in: text) + 1
        return SourcePosition(line: line, column: column, offset: offset)
    }

    /// The byte offset of the scalar with this number, counted from 0; the text's end if there are fewer.
    func offset(ofScalar number: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard !scalarsBefore.isEmpty else { return min(number, text.count) }
        let block = max(0, scalarsBefore.partitioningIndex { $0 > number } - 1)
        var seen = scalarsBefore[block]
        for index in (block * Self.block)..<text.count where text[index].startsScalar {
            if seen == number { return index }
            seen += 1
        }
        return text.count
    }

    private func scalars(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard !scalarsBefore.isEmpty else { return offset }
        // The end of a text that fills its last block has no block of its own.
        let block = min(offset / Self.block, scalarsBefore.count - 1)
        return text[(block * Self.block)..<offset].reduce(scalarsBefore[block]) { $0 + ($1.startsScalar ? 1 : 0) }
    }
}

extension UInt8 {
    /// Whether a UTF-8 scalar starts with this byte.
    var startsScalar: Bool { self & 0xC0 != 0x80 }
}

extension Array {
    /// The first index whose element fulfils a condition that all later ones fulfil too. O(log count).
    fileprivate func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
