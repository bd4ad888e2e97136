import Template

/// Which entries sheets ask for where indices are drawn: each as often as any other, in an order that a seed chooses.
///
/// A variant's number is its entry's among all plus so many times the rest.
struct EntryTurns: Sendable {
    /// How many entries there are, those without acceptable variants included.
    let all: UInt128
    /// The entries that sheets take turns in.
    let entries: [UInt128]
    private let seed: UInt64

    /// Turns in some entries of all.
    init(_ entries: [UInt128], of all: UInt128, seed: UInt64) {
        self.entries = entries
        self.all = all
        self.seed = seed
    }

    /// The entry that a sheet takes, by its place among ``entries``, and which of the sheets with that entry it is.
    func turn(ofSheet sheet: Int) -> (entry: Int, round: Int) {
        if entries.count == 1 { return (0, sheet) }
        let (round, place) = sheet.quotientAndRemainder(dividingBy: entries.count)
        let order = KeyedPermutation(size: UInt128(entries.count), seed: seed, purpose: "entries \(round)")
        return (Int(order(UInt128(place))), round)
    }
}

extension Template {
    /// The digits that choose which entries are asked for.
    var indexDigits: [Int] {
        let names = Set(parts.flatMap(\.quantities).flatMap(\.expression.indices))
        var chosen: Set<Int> = []
        for quantity in given where names.contains(quantity.name) {
            for case .drawn(let input) in quantity.entries { chosen.insert(draws[input].digit) }
        }
        // Digits that choose different places say together which ones they are.
        for range in digits.distinct where !chosen.isDisjoint(with: range) { chosen.formUnion(range) }
        return chosen.sorted()
    }
}
