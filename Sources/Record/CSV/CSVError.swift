/// Why no more records can be read from a CSV file.
package enum CSVError: Error, Hashable {
    /// The record that begins in `line` has more than `limit` bytes.
    case recordTooLong(line: Int, limit: Int)
    /// The quotation mark that opens a cell in `line` has no partner up to the end of the file.
    case unclosedQuote(line: Int)
    /// The bytes could not be read.
    case unreadable(ReadFailure)

    /// A sentence for the person whose file it is, without its full stop.
    package var message: String {
        switch self {
        case .recordTooLong(let line, let limit):
            "the row that begins in line \(line) is longer than \(limit) bytes; is a quotation mark left open in it?"
        case .unclosedQuote(let line):
            "the quotation mark that opens a cell in line \(line) is never closed"
        case .unreadable(let failure):
            failure.reason
        }
    }
}
