import Generator
import Record

/// The rows of some sheets in `answers.csv`, `key.csv` and `given.csv`.
package struct TableRows: Sendable {
    /// In `answers.csv`, the answers left blank.
    package let answers: [UInt8]
    /// In `key.csv`.
    package let key: [UInt8]
    /// In `given.csv`.
    package let given: [UInt8]
    /// How many sheets there are.
    package let count: Int
}

/// Writes rows of the three tables at once.
struct RowWriter {
    private let tables: SetTables
    private var answers = CSVWriter()
    private var key = CSVWriter()
    private var given = CSVWriter()
    private var count = 0

    init(_ tables: SetTables) { self.tables = tables }

    mutating func append(_ code: SheetCode, student: String, _ numbers: SheetNumbers) {
        tables.writeAnswers(of: code, student: student, to: &answers)
        tables.writeKey(of: code, numbers, to: &key)
        tables.writeGiven(of: code, numbers, to: &given)
        count += 1
    }

    var rows: TableRows { TableRows(answers: answers.bytes, key: key.bytes, given: given.bytes, count: count) }
}
