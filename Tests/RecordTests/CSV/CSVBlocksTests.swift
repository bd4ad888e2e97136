import Testing

@testable import Record

struct CSVBlocksTests {
    @Test func blocksEndAtRecordBordersAndKnowTheirLine() throws {
        let text = (1...500).map { "\($0),\"a\n\"\"b\"\"\",\"\"\r\n" }.joined()
        var blocks = CSVBlocks(MemorySource(Array(text.utf8)), dialect: CSVDialect(), size: 64)
        var block = CSVBlock()
        var offset = 0
        var records = 0
        while try blocks.next(into: &block) {
            #expect(block.offset == offset)
            #expect(block.line == 2 * records + 1)
            try block.withBytes { bytes in
                var tokens = CSVTokens(bytes, delimiter: UInt8(ascii: ","), line: block.line)
                while try tokens.next() {
                    records += 1
                    #expect(String(decoding: tokens.record[0], as: UTF8.self) == String(records))
                    #expect(tokens.record.line == 2 * records - 1)
                }
            }
            offset += block.count
        }
        #expect(records == 500)
        #expect(offset == text.utf8.count)
    }

    @Test func anEndlessLineIsRefusedInBoundedMemory() {
        let start = Array("a,b\n\n".utf8)
        let source = EndlessSource(start: start)
        let (records, error) = read([], from: source)
        #expect(records.count == 1)
        #expect(error == .recordTooLong(line: 3, limit: CSVBlocks.recordLimit))
    }

    @Test func theLimitIsTheSameWhereverBlocksEnd() {
        for length in 95...105 {
            for lineEnd in ["\n", "\r\n", "\r"] {
                let text = "a\n" + String(repeating: "x", count: length) + lineEnd + "b\n"
                for size in [16, 100, 101, 103, 1000] {
                    let (records, error) = read(Array(text.utf8), size: size, limit: 100)
                    let isRefused = error == .recordTooLong(line: 2, limit: 100)
                    #expect(isRefused == (length > 100), "\(length) in blocks of \(size)")
                    #expect(records.count == (length > 100 ? 1 : 3), "\(length) in blocks of \(size)")
                }
            }
        }
    }

    @Test func shortReadsAndFailuresAreHandled() {
        let bytes = Array("a,b\n1,2\n\"3\n\",4\n".utf8)
        #expect(read([], from: TricklingSource(bytes: bytes)).records == read(bytes).records)
        #expect(read([], from: BrokenSource()).error == .unreadable(ReadFailure(reason: "Input/output error")))
    }

    @Test func theBodyEndsTheReading() throws {
        var blocks = CSVBlocks(MemorySource(Array("1\n2\n3\n".utf8)), dialect: CSVDialect(), size: 16)
        var count = 0
        try blocks.forEachRecord { _, _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
    }

    @Test func countsLineEndsOfAllKinds() {
        for (text, count) in [
            ("", 0), ("a", 0), ("\n", 1), ("\r\n", 1), ("\r", 1), ("\r\r\n\n", 3), ("abcdefghi\nj\n\n", 3),
        ] {
            #expect(Array(text.utf8).withUnsafeBytes(lineEnds) == count, "\(text)")
        }
    }
}

/// A few bytes, then `x` without end.
private struct EndlessSource: ByteSource {
    let start: [UInt8]
    var count: Int { 1 << 40 }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        for index in buffer.indices {
            buffer[index] = offset + index < start.count ? start[offset + index] : UInt8(ascii: "x")
        }
        return buffer.count
    }
}

/// Gives one byte at a time.
private struct TricklingSource: ByteSource {
    let bytes: [UInt8]
    var count: Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        guard offset < bytes.count, !buffer.isEmpty else { return 0 }
        buffer[0] = bytes[offset]
        return 1
    }
}

private struct BrokenSource: ByteSource {
    var count: Int { 10 }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        throw ReadFailure(reason: "Input/output error")
    }
}
