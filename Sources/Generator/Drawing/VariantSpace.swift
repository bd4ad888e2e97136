/// All draws of a template, numbered: one digit a choice, the first the lowest.
package struct VariantSpace: Sendable {
    /// How many numbers each draw chooses from.
    package let radices: [UInt32]
    /// How many of the draws, from the first, the numbering counts; the others are drawn by a hash of the number.
    let counted: Int
    /// How many variants the counted draws have.
    package let size: UInt128
    /// Digits in a row that choose different places.
    let distinct: [Range<Int>]

    /// The space of a template's draws.
    package init(radices: [UInt32], distinct: [Range<Int>] = []) {
        self.radices = radices
        self.distinct = distinct
        var size = 1 as UInt128
        var counted = 0
        for radix in radices {
            let (product, overflow) = size.multipliedReportingOverflow(by: UInt128(radix))
            if overflow || product > KeyedPermutation.largestSize { break }
            size = product
            counted += 1
        }
        self.size = size
        self.counted = counted
    }
}
