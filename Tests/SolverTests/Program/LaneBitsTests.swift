import TestSupport
import Testing

@testable import Solver

/// Sets of lanes as bits.
struct LaneBitsTests {
    @Test(arguments: 0..<100) func everyLaneHasItsBit(seed: Int) {
        var source = SplitMix(seed: seed)
        let truths = (0..<64).map { _ in source.number(0...2) == 0 }
        let lanes = source.number(0...64)
        let bits = UInt64(lanes: lanes) { truths[$0] }
        for lane in 0..<64 {
            #expect((bits >> UInt64(lane) & 1 == 1) == (lane < lanes && truths[lane]), "seed \(seed), lane \(lane)")
        }
        var places: [Int] = []
        bits.forEachBit { places.append($0) }
        #expect(places == (0..<lanes).filter { truths[$0] }, "seed \(seed)")
        #expect(bits.keepingBits { $0 % 2 == 1 } == bits & 0xAAAA_AAAA_AAAA_AAAA, "seed \(seed)")
        #expect(UInt64(lowestBits: lanes).nonzeroBitCount == lanes)
    }
}
