import TestSupport
import Testing

@testable import Solver

/// Counts in all lanes at once against counts one by one.
struct LaneCountsTests {
    @Test(arguments: 0..<30) func eachLaneIsCounted(seed: Int) {
        var source = SplitMix(seed: seed)
        var counts = LaneCounts()
        var expected = [Int](repeating: 0, count: 64)
        for _ in 0..<source.number(0...300) {
            let lanes = source.next() | source.next()
            counts.add(lanes)
            for lane in 0..<64 where lanes >> UInt64(lane) & 1 == 1 { expected[lane] += 1 }
        }
        #expect((0..<64).map { counts[$0] } == expected, "seed \(seed)")
    }
}
