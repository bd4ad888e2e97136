/// Sums over rows of what each lost in all.
struct RowSums: Hashable, Sendable {
    /// How many rows there are.
    private(set) var count = 0.0
    /// What they lost, and the squares of it.
    private(set) var lost = 0.0
    private(set) var squares = 0.0

    /// Counts what a row lost.
    mutating func add(_ lost: Double) {
        count += 1
        self.lost += lost
        squares += lost * lost
    }

    /// The sums over the rows of both.
    static func + (left: RowSums, right: RowSums) -> RowSums {
        var sums = left
        sums.count += right.count
        sums.lost += right.lost
        sums.squares += right.squares
        return sums
    }
}

/// Sums over rows of the points that the answers to one asked number lost: of most answers none, so that nothing is to
/// be added.
struct ItemSums: Hashable, Sendable {
    /// What was lost, the squares of it, and its products with what the row lost in all.
    private(set) var lost = 0.0
    private(set) var squares = 0.0
    private(set) var products = 0.0

    /// Counts what a row lost at this item, and in all.
    mutating func add(_ lost: Double, of all: Double) {
        self.lost += lost
        squares += lost * lost
        products += lost * all
    }

    /// The sums over the rows of both.
    static func + (left: ItemSums, right: ItemSums) -> ItemSums {
        var sums = left
        sums.lost += right.lost
        sums.squares += right.squares
        sums.products += right.products
        return sums
    }
}

/// How well an asked number was answered.
struct ItemResult: Hashable, Sendable {
    /// The rows that it was asked on.
    let rows: RowSums
    private let item: ItemSums
    /// All points that could be earned there.
    private let most: Double

    /// The answers on some rows, where each is worth so much.
    init(_ item: ItemSums, on rows: RowSums, worth points: Int64) {
        (self.item, self.rows) = (item, rows)
        most = rows.count * Double(points)
    }

    /// The share of the points that was earned, called the item's difficulty; nil where there are none.
    var shareEarned: Double? { most > 0 ? 1 - item.lost / most : nil }

    /// The correlation between the points for the item and those for the rest of the sheet, from −1 to 1; nil where
    /// either is the same on all rows.
    var discrimination: Double? {
        let rest = rows.lost - item.lost
        let restSquares = rows.squares - 2 * item.products + item.squares
        let variance = rows.count * item.squares - item.lost * item.lost
        let restVariance = rows.count * restSquares - rest * rest
        // Less than this is what rounding leaves of nothing.
        let least = 1e-9 * rows.count
        guard variance > least * item.squares, restVariance > least * rows.squares else { return nil }
        let covariance = rows.count * (item.products - item.squares) - item.lost * rest
        return max(-1, min(1, covariance / (variance * restVariance).squareRoot()))
    }
}
