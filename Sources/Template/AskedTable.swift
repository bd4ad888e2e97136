import Maths
import Solver

/// A table of a part: a row for each value of a loop variable, a column for each expression.
package struct AskedTable: Sendable {
    /// The loop variable, which heads the first column.
    package let variable: String
    /// Its values, which stand in the first column.
    package let rows: [Int]
    /// The other columns: those that are shown, then those that are asked.
    package let columns: [Column]

    /// How many of the part's quantities stand in the table: the first ones, row by row.
    package var askedCount: Int { columns.count(where: \.isAsked) * rows.count }

    /// Whether something is to be filled in.
    package var hasRoom: Bool {
        columns.contains { column in
            column.cells.contains { cell in if case .given = cell { false } else { true } }
        }
    }

    /// A column of a table.
    package struct Column: Sendable {
        /// The expression with the loop variable as a symbol.
        package let heading: Maths
        /// Whether its cells are answers.
        package let isAsked: Bool
        /// A cell a row.
        package let cells: [Cell]
    }

    /// What stands in a cell.
    package enum Cell: Sendable {
        /// A value that follows from given numbers alone: on the sheet and on the key.
        case given(Shape, [Maths])
        /// A value that must be worked out, so that the sheet has room for it and only the key has it.
        case workedOut(Shape, [Maths])
        /// An answer, by its place among the part's quantities.
        case asked(Int)
    }
}
