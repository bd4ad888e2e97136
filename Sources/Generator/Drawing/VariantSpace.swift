/// All draws of a template, numbered: one digit a choice, the lowest first.
package struct VariantSpace: Sendable {
    /// How many numbers each draw chooses from.
    package let radices: [UInt32]
    /// The digits from the lowest.
    let order: [Int]
    /// How many of the digits, from the lowest, the numbering counts; the others are drawn by a hash of the number.
    let counted: Int
    /// How many variants the counted draws have.
    package let size: UInt128
    /// Digits in a row that choose different places.
    let distinct: [Range<Int>]

    /// How many entries the digits choose that say which is asked for; 1 where none do.
    let entries: UInt128

    /// More entries than a set has sheets need not be balanced.
    private static let mostEntries: UInt128 = 64

    /// The space of a template's draws; `index` are the digits that say which entry is asked for.
    package init(radices: [UInt32], distinct: [Range<Int>] = [], index: [Int] = []) {
        self.radices = radices
        self.distinct = distinct
        let all = index.reduce(1 as UInt128) { min($0 * UInt128(radices[$1]), Self.mostEntries + 1) }
        let index = all <= Self.mostEntries ? index : []
        entries = all <= Self.mostEntries ? all : 1
        order = index + radices.indices.filter { !index.contains($0) }
        var size = 1 as UInt128
        var counted = 0
        for digit in order {
            let (product, overflow) = size.multipliedReportingOverflow(by: UInt128(radices[digit]))
            if overflow || product > KeyedPermutation.largestSize { break }
            size = product
            counted += 1
        }
        self.size = size
        self.counted = counted
    }
}
