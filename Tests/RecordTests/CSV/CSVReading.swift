@testable import Record

/// A record with its own copies of what ``CSVRecord`` points to.
struct Record: Equatable {
    var row: Int
    var line: Int
    var offset: Int
    var fields: [[UInt8]]
    var hasNUL: Bool
}

/// All records of `bytes`, read in blocks of about `size` bytes, and the error that ended them.
func read(
    _ bytes: [UInt8], dialect: CSVDialect = CSVDialect(), size: Int = 1 << 18, limit: Int = CSVBlocks.recordLimit,
    from source: (any ByteSource)? = nil
) -> (records: [Record], error: CSVError?) {
    var blocks = CSVBlocks(source ?? MemorySource(bytes), dialect: dialect, size: size, limit: limit)
    var records: [Record] = []
    do throws(CSVError) {
        try blocks.forEachRecord { record, offset in
            records.append(
                Record(
                    row: record.row, line: record.line, offset: offset,
                    fields: (0..<record.count).map { Array(record[$0]) }, hasNUL: record.hasNUL))
            return true
        }
    } catch {
        return (records, error)
    }
    return (records, nil)
}

/// The cells of all records of a text without errors.
func cells(_ text: String, dialect: CSVDialect = CSVDialect(), size: Int = 1 << 18) -> [[String]] {
    read(Array(text.utf8), dialect: dialect, size: size).records.map { record in
        record.fields.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// The dialect that a text shows.
func sniffed(_ text: String) throws -> CSVDialect {
    try Array(text.utf8).withUnsafeBytes { try CSVDialect(sniffing: $0) }
}
