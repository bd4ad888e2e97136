/// The sizes of an array of numbers: none for a scalar, one for a vector (a column), two for a matrix (rows, columns).
package struct Shape: Hashable, Sendable, CustomStringConvertible {
    /// Each at least 1; at most four.
    package let dimensions: [Int]

    /// The most entries an array may have: what a person could still be handed on paper, and more.
    package static let largestCount = 4096

    /// An array's shape from its sizes.
    package init(_ dimensions: [Int]) { self.dimensions = dimensions }

    /// A single number.
    package static let scalar = Shape([])
    /// A column of `count` numbers.
    package static func vector(_ count: Int) -> Shape { Shape([count]) }
    /// `rows` by `columns` numbers.
    package static func matrix(_ rows: Int, _ columns: Int) -> Shape { Shape([rows, columns]) }

    /// How many entries an array of this shape has.
    package var count: Int { dimensions.reduce(1, *) }
    /// How many sizes there are.
    package var rank: Int { dimensions.count }
    /// Whether it is a single number, not an array with one entry.
    package var isScalar: Bool { dimensions.isEmpty }
    /// Whether it is a matrix of one row or of one column, whose entries may be given by one index.
    package var isRowOrColumn: Bool { rank == 2 && (dimensions[0] == 1 || dimensions[1] == 1) }

    /// Rows and columns of a vector (as a column) or a matrix; nil for other shapes.
    package var asMatrix: (rows: Int, columns: Int)? {
        switch rank {
        case 1: (dimensions[0], 1)
        case 2: (dimensions[0], dimensions[1])
        default: nil
        }
    }

    /// `scalar`, `3` or `3×2`.
    package var description: String {
        isScalar ? "a scalar" : dimensions.map(String.init).joined(separator: "×")
    }

    /// The indices, from 1, of the entry that stands at a place of the row-major order.
    package func indices(ofEntry entry: Int) -> [Int] {
        var rest = entry
        var indices: [Int] = []
        for dimension in dimensions.reversed() {
            indices.append(rest % dimension + 1)
            rest /= dimension
        }
        return indices.reversed()
    }
}

/// Shapes that do not fit an operation, said to the author of the equation.
package struct ShapeError: Error, Hashable, Sendable {
    /// A sentence without a full stop.
    package let message: String

    init(_ message: String) { self.message = message }
}
