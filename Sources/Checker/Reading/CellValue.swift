import Exact

/// What a cell of answers says.
package enum CellValue: Hashable, Sendable {
    /// Nothing.
    case blank
    /// One number.
    case number(Rational)
    /// A vector or a matrix.
    case array(NumberArray)
    /// Something that a person must look at.
    case unreadable(CellProblem)
}

/// A vector or a matrix of numbers.
package struct NumberArray: Hashable, Sendable {
    /// The length of a vector; the rows and columns of a matrix.
    package let shape: [Int]
    /// The entries, row by row.
    package let entries: [Rational]

    /// A vector.
    init(vector entries: [Rational]) {
        shape = [entries.count]
        self.entries = entries
    }

    /// A matrix of rows of the same length; nil where they differ.
    init?(rows: [[Rational]]) {
        let columns = rows.first?.count ?? 0
        guard rows.allSatisfy({ $0.count == columns }) else { return nil }
        shape = [rows.count, columns]
        entries = rows.flatMap { $0 }
    }

    /// Rows and columns exchanged; a vector counts as a row.
    var transposed: NumberArray {
        let columns = shape.last ?? 0
        let rows = entries.count / max(1, columns)
        let exchanged = (0..<columns).map { column in (0..<rows).map { row in entries[row * columns + column] } }
        return NumberArray(rows: exchanged) ?? self
    }
}
