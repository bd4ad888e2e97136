/// A small CSV file as texts, all at once.
package struct TextTable: Sendable {
    /// A record that is not empty.
    package struct Record: Hashable, Sendable {
        /// The line in which it begins, from 1.
        package let line: Int
        /// Its cells.
        package let cells: [String]

        /// A cell by its column from 0; empty beyond the last one.
        package subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
    }

    /// How the file is written.
    package let dialect: CSVDialect
    /// Its records, the headings first.
    package let records: [Record]

    /// Reads a file in the dialect that its beginning shows.
    package init(_ source: any ByteSource) throws(CSVError) {
        var blocks = try CSVBlocks(sniffing: source)
        var records: [Record] = []
        try blocks.forEachRecord { record, _ in
            records.append(
                Record(line: record.line, cells: (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) })
            )
            return true
        }
        dialect = blocks.dialect
        self.records = records
    }
}
