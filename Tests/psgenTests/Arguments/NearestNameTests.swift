import Testing
import YAML

@testable import psgen

@Suite struct NearestNameTests {
    @Test func distancesCountSlips() {
        #expect(editDistance("", "") == 0)
        #expect(editDistance("", "abc") == 3)
        #expect(editDistance("count", "count") == 0)
        #expect(editDistance("cuont", "count") == 1)
        #expect(editDistance("kitten", "sitting") == 3)
        #expect(editDistance("ca", "abc") == 3)
    }

    @Test func distancesAreSymmetric() {
        let words = ["", "a", "ab", "ba", "abc", "cab", "count", "cuont", "columns"]
        for a in words {
            for b in words { #expect(editDistance(a, b) == editDistance(b, a), "\(a), \(b)") }
        }
    }

    @Test func onlyLikelyNamesAreOffered() {
        #expect(nearestName(to: "sede", among: ["each", "seed"]) == "seed")
        #expect(nearestName(to: "rooster", among: ["replace", "roster"]) == "roster")
        #expect(nearestName(to: "xyz", among: ["pdf", "out"]) == nil)
        #expect(nearestName(to: "", among: ["a"]) == nil)
        #expect(nearestName(to: "a", among: []) == nil)
    }
}
