/// A record of a CSV file, as ``CSVTokens`` found it.
///
/// What its fields point to lives only until the next record is asked for.
package struct CSVRecord {
    /// The record's number, from 1, after those before the tokens' start; the header is one.
    package internal(set) var row = 0
    /// The line in which the record begins, from 1; a record has several lines where a quoted cell has.
    package internal(set) var line = 0
    /// Where the record begins in the block.
    package internal(set) var offset = 0
    /// Whether one of the record's bytes is 0, which no text has.
    package internal(set) var hasNUL = false

    /// The record as it stands in the file, without its line end.
    package var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: block[offset..<end]) }

    /// How many fields there are, at least 1.
    @inlinable package var count: Int { fields.count }

    /// A field without its quotes.
    @inlinable package subscript(index: Int) -> UnsafeRawBufferPointer {
        let field = fields[index]
        let base = field.isUnescaped ? UnsafeRawPointer(unescaped.start) : block.baseAddress
        guard let base else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: base + Int(field.start), count: field.length)
    }

    @usableFromInline let block: UnsafeRawBufferPointer
    @usableFromInline var fields: [CSVField] = []
    @usableFromInline let unescaped = UnescapedText()
    var end = 0

    init(in block: UnsafeRawBufferPointer) {
        self.block = block
        fields.reserveCapacity(32)
    }
}

/// Where a field's text is.
@usableFromInline
struct CSVField {
    /// Where the text begins, in the block or in the unescaped text.
    @usableFromInline let start: UInt32
    @usableFromInline let lengthAndOrigin: UInt32

    init(from start: Int, to end: Int, isUnescaped: Bool = false) {
        self.start = UInt32(truncatingIfNeeded: start)
        lengthAndOrigin = UInt32(truncatingIfNeeded: end - start) << 1 | (isUnescaped ? 1 : 0)
    }

    @inlinable var length: Int { Int(lengthAndOrigin >> 1) }

    /// Whether doubled quotes were made single, so that the text is not a part of the block.
    @inlinable var isUnescaped: Bool { lengthAndOrigin & 1 == 1 }
}

/// The text of a record's fields that are not parts of the block; a class, so that pointers into it stay good.
@usableFromInline
final class UnescapedText {
    @usableFromInline private(set) var start: UnsafeMutableRawPointer?
    private(set) var count = 0
    private var capacity = 0

    init() {}

    deinit { start?.deallocate() }

    func removeAll() { count = 0 }

    func append(_ bytes: UnsafeRawBufferPointer) {
        if count + bytes.count > capacity {
            capacity = max(256, 2 * capacity, count + bytes.count)
            let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
            if let start {
                larger.copyMemory(from: start, byteCount: count)
                start.deallocate()
            }
            start = larger
        }
        if let start, let source = bytes.baseAddress {
            (start + count).copyMemory(from: source, byteCount: bytes.count)
            count += bytes.count
        }
    }
}
