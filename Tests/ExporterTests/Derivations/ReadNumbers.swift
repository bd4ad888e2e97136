/// A matrix of numbers as a displayed formula is read: a scalar has one row and one column, a vector one column.
struct ReadNumbers: Equatable {
    let rows: Int
    let columns: Int
    let entries: [Double]

    init(_ rows: Int, _ columns: Int, _ entries: [Double]) {
        self.rows = rows
        self.columns = columns
        self.entries = entries
    }

    init(_ scalar: Double) { self.init(1, 1, [scalar]) }

    var isScalar: Bool { entries.count == 1 }

    subscript(row: Int, column: Int) -> Double { entries[row * columns + column] }

    func map(_ body: (Double) -> Double) -> ReadNumbers { ReadNumbers(rows, columns, entries.map(body)) }

    var transposed: ReadNumbers {
        ReadNumbers(columns, rows, (0..<columns).flatMap { column in (0..<rows).map { self[$0, column] } })
    }

    /// Entry by entry, rows, columns and scalars spread; nil where the sizes do not fit.
    func combined(_ other: ReadNumbers, _ body: (Double, Double) -> Double) -> ReadNumbers? {
        let (height, width) = (max(rows, other.rows), max(columns, other.columns))
        for one in [self, other]
        where (one.rows != height && one.rows != 1) || (one.columns != width && one.columns != 1) {
            return nil
        }
        return ReadNumbers(
            height, width,
            (0..<height * width).map { place in
                let (row, column) = (place / width, place % width)
                return body(
                    self[rows == 1 ? 0 : row, columns == 1 ? 0 : column],
                    other[other.rows == 1 ? 0 : row, other.columns == 1 ? 0 : column])
            })
    }

    /// As factors side by side are read: scalars scale, otherwise the matrix product.
    func times(_ other: ReadNumbers) -> ReadNumbers? {
        if isScalar || other.isScalar { return combined(other, *) }
        guard columns == other.rows else { return nil }
        return ReadNumbers(
            rows, other.columns,
            (0..<rows * other.columns).map { place in
                (0..<columns).reduce(0) { $0 + self[place / other.columns, $1] * other[$1, place % other.columns] }
            })
    }

    /// Whether both are the same, a scalar counting as an array of it.
    func isClose(to other: ReadNumbers, within tolerance: Double) -> Bool {
        guard isScalar || other.isScalar || (rows == other.rows && columns == other.columns),
            let gaps = combined(other, { abs($0 - $1) / max(1, abs($0), abs($1)) })
        else { return false }
        return gaps.entries.allSatisfy { $0 <= tolerance }
    }
}
