/// A cell that stands differently in two tables of answers.
package struct AnswerConflict: Hashable, Sendable {
    /// What one of the tables has.
    package struct Typed: Hashable, Sendable {
        /// The table's name, and the line in which the row begins.
        package let table: String
        package let line: Int
        /// The cell; nothing where it was left blank.
        package let text: String

        /// As a sentence shows it.
        var shown: String { text.isEmpty ? "nothing" : "'\(text)'" }
    }

    /// The sheet's code.
    package let sheet: String
    /// The column.
    package let column: String
    /// The two readings, the earlier table's first.
    package let first: Typed
    package let second: Typed

    /// A sentence for the instructor, without its full stop.
    package var message: String {
        "sheet \(sheet), column '\(column)': \(first.shown) in \(first.table):\(first.line),"
            + " \(second.shown) in \(second.table):\(second.line)"
    }

    /// What stands between two readings in a cell; nothing that a student writes.
    static let sign = " ≠ "

    /// Both readings as one cell, for a person to strike one out.
    var cell: String { [first.text, second.text].map { $0.isEmpty ? "blank" : $0 }.joined(separator: Self.sign) }
}
