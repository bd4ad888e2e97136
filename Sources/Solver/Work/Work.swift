/// What a person does to find a variant's asked numbers.
package struct Work: Hashable, Sendable {
    /// See ``WorkCount/products``.
    package var products = 0
    /// See ``WorkCount/digitPairs``.
    package var digitPairs = 0
    /// See ``WorkCount/sums``.
    package var sums = 0
    /// See ``WorkCount/fractions``.
    package var fractions = 0
    /// See ``WorkCount/livingUnits``.
    package var livingUnits = 0
    /// Negative numbers in products and sums.
    package var signs = 0
    /// Carries and borrows in sums of whole numbers.
    package var carries = 0
    /// Products and sums that a 0 makes needless.
    package var vanishing = 0

    package init() {}

    /// Adds the work of another problem.
    package mutating func add(_ other: Work) {
        products += other.products
        digitPairs += other.digitPairs
        sums += other.sums
        fractions += other.fractions
        livingUnits += other.livingUnits
        signs += other.signs
        carries += other.carries
        vanishing += other.vanishing
    }

    /// One of the counts that stay within bands.
    package subscript(count: WorkCount) -> Int {
        switch count {
        case .products: products
        case .digitPairs: digitPairs
        case .sums: sums
        case .fractions: fractions
        case .livingUnits: livingUnits
        }
    }

    /// About how many seconds it takes a student, by a rough model: writing a product 3 and each pair of digits 2, a sum 3
    /// and each carry 1, a fraction 5 more, a sign to mind ½.
    package var seconds: Double {
        Double(3 * products + 2 * digitPairs + 3 * sums + carries + 5 * fractions) + 0.5 * Double(signs)
    }
}
