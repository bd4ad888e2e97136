/// What is counted of the work that a variant is.
package enum WorkCount: String, Hashable, Sendable, CaseIterable {
    /// Products and quotients that have to be worked out: no factor is 0, 1 or −1.
    case products
    /// Pairs of digits that are multiplied in them.
    case digitPairs = "digit-pairs"
    /// Sums and differences of numbers that are not 0.
    case sums
    /// Products, quotients, sums and differences with a number that is not whole.
    case fractions
    /// ReLU units that are not switched off.
    case livingUnits = "living-units"

    /// How a table calls it.
    package var name: String {
        switch self {
        case .products: "products"
        case .digitPairs: "digit pairs"
        case .sums: "sums"
        case .fractions: "fractions"
        case .livingUnits: "living units"
        }
    }
}
