import Testing

@testable import Generator

struct BitSetTests {
    private func set(_ places: [Int], size: Int = 200) -> BitSet {
        var set = BitSet(size: size)
        for place in places { set.insert(place) }
        return set
    }

    @Test func placesComeBackInOrder() {
        let places = [0, 1, 63, 64, 127, 128, 199]
        #expect(set(places.reversed()).places == places)
        #expect(set(places).count == 7)
        #expect(places.allSatisfy { set(places).contains($0) } && !set(places).contains(2))
        #expect(BitSet(size: 5).isEmpty && !BitSet(all: 5).isEmpty && BitSet(all: 130).count == 130)
    }

    @Test func setsAreCombined() {
        let (a, b) = (set([1, 64, 65, 190]), set([2, 64, 190]))
        #expect(a.intersection(b).places == [64, 190] && a.sharedCount(b) == 2)
        #expect(a.union(b).places == [1, 2, 64, 65, 190])
        #expect(a.subtracting(b).places == [1, 65])
    }

    @Test func conditionsAreTakenWhileEnoughIsLeft() {
        let all = BitSet(all: 10)
        let conditions = [
            set([0, 1], size: 10), set([0, 1, 2, 3, 4, 5], size: 10), set([5, 6, 7, 8, 9, 4], size: 10),
        ]
        // The second and the third leave 4 and 5; the first is not satisfied by them.
        let (asked, left) = narrowed(all, by: conditions, leaving: 1)
        #expect(asked == [1, 2] && left.places == [4, 5])
        #expect(narrowed(all, by: conditions, leaving: 3).asked == [1])
        #expect(narrowed(all, by: conditions, leaving: 7).asked == [])
        #expect(narrowed(all, by: [], leaving: 1).left == all)
    }
}
