import Exact

/// Numbers with sizes, row by row.
struct PlainArray<Element: PlainNumber>: Equatable {
    var sizes: [Int]
    var entries: [Element]

    init(_ sizes: [Int], _ entries: [Element]) {
        self.sizes = sizes
        self.entries = entries
    }

    init(_ number: Element) { self.init([], [number]) }

    /// An array filled place by place, each place given by its indices from 0.
    init(_ sizes: [Int], _ entry: ([Int]) -> Element) {
        self.init(sizes, Self.places(sizes).map(entry))
    }

    /// All indices of an array, the last running fastest.
    static func places(_ sizes: [Int]) -> [[Int]] {
        sizes.reduce([[]]) { places, size in places.flatMap { place in (0..<size).map { place + [$0] } } }
    }

    /// The entry at indices from 0; a size of 1 takes any index.
    subscript(indices: [Int]) -> Element {
        var place = 0
        for (index, size) in zip(indices, sizes) { place = place * size + (size == 1 ? 0 : index) }
        return entries[place]
    }

    func map(_ body: (Element) throws -> Element) rethrows -> PlainArray { .init(sizes, try entries.map(body)) }

    /// Entry by entry, spreading scalars, rows and columns.
    static func combined(
        _ left: PlainArray, _ right: PlainArray, _ body: (Element, Element) throws -> Element
    ) throws -> PlainArray {
        if left.sizes.isEmpty { return try right.map { try body(left.entries[0], $0) } }
        if right.sizes.isEmpty { return try left.map { try body($0, right.entries[0]) } }
        var (a, b) = (left, right)
        if a.sizes.count == 1, b.sizes == [a.sizes[0], 1] { a.sizes.append(1) }
        if b.sizes.count == 1, a.sizes == [b.sizes[0], 1] { b.sizes.append(1) }
        guard a.sizes.count == b.sizes.count,
            zip(a.sizes, b.sizes).allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 })
        else { throw PlainError.shape }
        let sizes = zip(a.sizes, b.sizes).map { $0 > $1 ? $0 : $1 }
        return PlainArray(sizes, try places(sizes).map { try body(a[$0], b[$0]) })
    }

    /// Rows and columns; a vector is a column, a scalar 1×1.
    private var table: (rows: Int, columns: Int)? {
        switch sizes.count {
        case 0: (1, 1)
        case 1: (sizes[0], 1)
        case 2: (sizes[0], sizes[1])
        default: nil
        }
    }

    static func product(_ left: PlainArray, _ right: PlainArray) throws -> PlainArray {
        if left.sizes.count == 1, left.sizes == right.sizes {
            return PlainArray(zip(left.entries, right.entries).reduce(.zero) { $0 + $1.0 * $1.1 })
        }
        guard let a = left.table, let b = right.table, a.columns == b.rows else { throw PlainError.shape }
        var entries: [Element] = []
        for row in 0..<a.rows {
            for column in 0..<b.columns {
                var sum = Element.zero
                for inner in 0..<a.columns {
                    sum = sum + left.entries[row * a.columns + inner] * right.entries[inner * b.columns + column]
                }
                entries.append(sum)
            }
        }
        if entries.count == 1 { return PlainArray(entries[0]) }
        return PlainArray(right.sizes.count < 2 ? [a.rows] : [a.rows, b.columns], entries)
    }

    func transposed() throws -> PlainArray {
        if sizes.isEmpty { return self }
        guard let (rows, columns) = table else { throw PlainError.shape }
        return PlainArray([columns, rows]) { entries[$0[1] * columns + $0[0]] }
    }

    /// The groups that `by=rows` or `by=columns` makes; all entries where nothing is said.
    func groups(_ by: String?) throws -> [[Int]] {
        guard let by, by != "all" else { return [Array(entries.indices)] }
        guard sizes.count == 2 else { throw PlainError.shape }
        let (rows, columns) = (sizes[0], sizes[1])
        if by == "rows" { return (0..<rows).map { row in (0..<columns).map { row * columns + $0 } } }
        return (0..<columns).map { column in (0..<rows).map { $0 * columns + column } }
    }
}
