/// Up to three mistakes that are made together, by their places in the catalogue, in order.
struct MistakeSet: Hashable, Sendable {
    /// Sixteen bits a mistake, one more than its place; 0 where there is none.
    private let packed: UInt64

    /// How many mistakes are looked for at once.
    static let largest = 3
    /// No mistake.
    static let none = MistakeSet(packed: 0)

    private init(packed: UInt64) { self.packed = packed }

    /// The mistakes at some places; nil where they are too many.
    init?(_ places: some Collection<Int>) {
        guard places.count <= Self.largest, places.allSatisfy({ $0 < 0xFFFF }) else { return nil }
        packed = places.sorted().reduce(0) { $0 << 16 | UInt64($1 + 1) }
    }

    /// The places in the catalogue, in order.
    var places: [Int] {
        var places: [Int] = []
        var rest = packed
        while rest != 0 {
            places.append(Int(rest & 0xFFFF) - 1)
            rest >>= 16
        }
        return places.reversed()
    }

    var isEmpty: Bool { packed == 0 }
    var count: Int { packed == 0 ? 0 : packed >> 16 == 0 ? 1 : packed >> 32 == 0 ? 2 : 3 }

    func contains(_ place: Int) -> Bool { contains { $0 == place } }

    /// Whether a mistake is as asked, by its place.
    func contains(where isAsked: (Int) -> Bool) -> Bool {
        var rest = packed
        while rest != 0 {
            if isAsked(Int(rest & 0xFFFF) - 1) { return true }
            rest >>= 16
        }
        return false
    }

    func isSubset(of other: MistakeSet) -> Bool { self == other || !contains { !other.contains($0) } }

    /// Both together; nil where they are too many.
    func union(_ other: MistakeSet) -> MistakeSet? {
        if other.isSubset(of: self) { return self }
        if isSubset(of: other) { return other }
        if count == Self.largest || other.count == Self.largest { return nil }
        return MistakeSet(Set(places).union(other.places))
    }

    /// Those for which `isMember` holds, by place.
    func filter(_ isMember: [Bool]) -> MistakeSet {
        var kept = 0 as UInt64
        for shift in stride(from: 32, through: 0, by: -16) {
            let place = packed >> shift & 0xFFFF
            if place != 0, isMember[Int(place) - 1] { kept = kept << 16 | place }
        }
        return MistakeSet(packed: kept)
    }
}
