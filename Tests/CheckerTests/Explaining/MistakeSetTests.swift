import Testing

@testable import Checker

@Suite struct MistakeSetTests {
    @Test func holdsUpToThree() throws {
        let set = try #require(MistakeSet([7, 0, 300]))
        #expect(set.places == [0, 7, 300])
        #expect(set.count == 3)
        #expect(MistakeSet([1, 2, 3, 4]) == nil)
        #expect(MistakeSet.none.places.isEmpty && MistakeSet.none.isEmpty)
    }

    @Test func unionsAndParts() throws {
        let (one, two) = (try #require(MistakeSet([3])), try #require(MistakeSet([1, 3])))
        #expect(one.union(two) == two)
        #expect(one.isSubset(of: two) && !two.isSubset(of: one))
        let other = try #require(MistakeSet([2]))
        let three = try #require(two.union(other))
        #expect(three.places == [1, 2, 3])
        let further = try #require(MistakeSet([9]))
        #expect(three.union(further) == nil)
        #expect(three.union(two) == three && two.union(three) == three)
        #expect(two.contains(3) && two.contains(1) && !two.contains(2) && !MistakeSet.none.contains(0))
        #expect(MistakeSet.none.isSubset(of: one) && !one.isSubset(of: .none))
        #expect(three.filter([false, true, false, true]).places == [1, 3])
        #expect(three.filter([false, false, false, false]).isEmpty)
    }
}
