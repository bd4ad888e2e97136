/// A part of a CSV file that begins and ends at a record's border, so that blocks can be taken apart in parallel.
package struct CSVBlock: Sendable {
    /// Where the block begins in the file.
    package fileprivate(set) var offset = 0
    /// The line in which the block begins, from 1.
    package fileprivate(set) var line = 1
    /// How many bytes the block has.
    package fileprivate(set) var count = 0

    /// Longer than the block: kept from one use to the next.
    fileprivate var buffer: [UInt8] = []

    /// A block to be filled by ``CSVBlocks/next(into:)``, as often as you like.
    package init() {}

    /// Calls `body` with the block's bytes.
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try buffer.withUnsafeBufferPointer { (buffer) throws(Failure) in
            try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<count])))
        }
    }
}

/// Cuts a CSV file into blocks, one after another.
///
/// Memory is bounded by the size of a block and the limit of a record.
package struct CSVBlocks: Sendable {
    /// How many bytes a record may have.
    package static let recordLimit = 1 << 20

    /// How the file is written.
    package let dialect: CSVDialect

    private let source: any ByteSource
    /// About how many bytes a block has.
    package var size: Int
    private let limit: Int
    private var offset: Int
    private var line: Int
    /// What was read beyond the last block.
    private var rest: [UInt8] = []
    private var isAtEnd = false

    /// The blocks of `source`, from its first record on, each of about `size` bytes.
    package init(
        _ source: any ByteSource, dialect: CSVDialect, size: Int = 1 << 18, limit: Int = CSVBlocks.recordLimit
    ) {
        self.source = source
        self.dialect = dialect
        self.size = max(size, 16)
        self.limit = limit
        offset = dialect.preamble
        line = dialect.firstLine
    }

    /// The blocks of `source` in the dialect that its beginning shows; a text in UTF-16 is kept in memory as UTF-8.
    package init(sniffing source: any ByteSource) throws(CSVError) {
        var source = source
        var start = CSVBlock()
        start.buffer = [UInt8](repeating: 0, count: 1 << 14)
        _ = try Self.fill(&start, from: source, at: 0)
        if start.withBytes(UTF16Text.begins) {
            do throws(ReadFailure) { source = try UTF16Text.source(of: source) } catch { throw .unreadable(error) }
            start.count = 0
            _ = try Self.fill(&start, from: source, at: 0)
        }
        let dialect = try start.withBytes { (bytes) throws(CSVError) in try CSVDialect(sniffing: bytes) }
        self.init(source, dialect: dialect)
    }

    /// Fills `block` with the next records; false where there are none.
    package mutating func next(into block: inout CSVBlock) throws(CSVError) -> Bool {
        block.offset = offset
        block.line = line
        block.count = rest.count
        reserve(max(size, rest.count), in: &block)
        block.buffer.replaceSubrange(..<rest.count, with: rest)
        rest.removeAll(keepingCapacity: true)
        while true {
            if !isAtEnd { isAtEnd = try Self.fill(&block, from: source, at: offset + block.count) }
            if isAtEnd { break }
            let boundary = block.withBytes { lastRecordBoundary(in: $0, delimiter: dialect.delimiter) }
            if boundary > 0 {
                rest.append(contentsOf: block.buffer[boundary..<block.count])
                block.count = boundary
                break
            }
            guard block.count <= limit + Self.lineEndRoom else { throw .recordTooLong(line: line, limit: limit) }
            reserve(min(2 * block.count, limit + Self.lineEndRoom + 1), in: &block)
        }
        offset += block.count
        line += block.withBytes(lineEnds)
        return block.count > 0
    }

    /// A line end may have two bytes, and one more shows whether an LF follows a CR.
    private static let lineEndRoom = 3

    private func reserve(_ count: Int, in block: inout CSVBlock) {
        let missing = count - block.buffer.count
        if missing > 0 { block.buffer += [UInt8](repeating: 0, count: missing) }
    }

    /// Reads until the block's buffer is full; whether the source ended before.
    private static func fill(
        _ block: inout CSVBlock, from source: any ByteSource, at offset: Int
    ) throws(CSVError) -> Bool {
        let start = block.count
        var filled = start
        do {
            try block.buffer.withUnsafeMutableBufferPointer { (buffer) throws(ReadFailure) in
                let buffer = UnsafeMutableRawBufferPointer(buffer)
                while filled < buffer.count {
                    let length = try source.read(
                        at: offset + filled - start, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
                    if length == 0 { break }
                    filled += length
                }
            }
        } catch {
            throw .unreadable(error)
        }
        block.count = filled
        return filled < block.buffer.count
    }
}

extension CSVBlocks {
    /// Calls `body` with every record and its offset in the file, in order, until it returns false.
    package mutating func forEachRecord(_ body: (borrowing CSVRecord, _ offset: Int) -> Bool) throws(CSVError) {
        var block = CSVBlock()
        var row = 0
        while try next(into: &block) {
            let goesOn = try block.withBytes { (bytes) throws(CSVError) in
                var tokens = CSVTokens(
                    bytes, delimiter: dialect.delimiter, row: row, line: block.line, limit: limit)
                while try tokens.next() {
                    if !body(tokens.record, block.offset + tokens.record.offset) { return false }
                }
                row = tokens.record.row
                return true
            }
            if !goesOn { return }
        }
    }
}
