import Solver

/// A set of places in a sample.
struct BitSet: Hashable, Sendable {
    private(set) var words: [UInt64]

    /// The empty set, with room for places below `size`.
    init(size: Int) { words = Array(repeating: 0, count: (size + 63) / 64) }

    /// All places below `size`.
    init(all size: Int) {
        self.init(size: size)
        for place in 0..<size { insert(place) }
    }

    /// How many places there are.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether there is none.
    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The places in order.
    var places: [Int] {
        var places: [Int] = []
        for (index, word) in words.enumerated() { word.forEachBit { places.append(index * 64 + $0) } }
        return places
    }

    func contains(_ place: Int) -> Bool { words[place / 64] >> UInt64(place % 64) & 1 == 1 }

    mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

    /// Inserts 64 places from a multiple of 64, a bit each.
    mutating func insert(_ bits: UInt64, from place: Int) { words[place / 64] |= bits }

    /// The places in both.
    func intersection(_ other: BitSet) -> BitSet {
        var result = self
        for word in words.indices { result.words[word] &= other.words[word] }
        return result
    }

    /// The places in either.
    func union(_ other: BitSet) -> BitSet {
        var result = self
        for word in words.indices { result.words[word] |= other.words[word] }
        return result
    }

    /// How many places are in both.
    func sharedCount(_ other: BitSet) -> Int {
        var count = 0
        for word in words.indices { count += (words[word] & other.words[word]).nonzeroBitCount }
        return count
    }

    /// How many places are in this set alone.
    func count(outside other: BitSet) -> Int {
        var count = 0
        for word in words.indices { count += (words[word] & ~other.words[word]).nonzeroBitCount }
        return count
    }

    /// The places in this set alone.
    func subtracting(_ other: BitSet) -> BitSet {
        var result = self
        for word in words.indices { result.words[word] &= ~other.words[word] }
        return result
    }
}

/// Of conditions, those that can be asked for together while some places of a sample still satisfy all: the most
/// permissive first.
///
/// - Parameters:
///   - base: The places to begin with.
///   - conditions: For each condition the places that satisfy it.
///   - least: How many places must be left.
/// - Returns: The conditions that are asked for, by their places, and what is left.
func narrowed(
    _ base: BitSet, by conditions: [BitSet], leaving least: Int
) -> (asked: [Int], left: BitSet) {
    let shares = conditions.map { $0.sharedCount(base) }
    let order = conditions.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
    var left = base
    var asked: [Int] = []
    for condition in order where left.sharedCount(conditions[condition]) >= max(1, least) {
        left = left.intersection(conditions[condition])
        asked.append(condition)
    }
    return (asked.sorted(), left)
}
