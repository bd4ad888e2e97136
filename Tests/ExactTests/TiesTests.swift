import Testing

@testable import Exact

/// What is said to be far from a rounding tie is written as its neighbours are.
struct TiesTests {
    @Test func neighboursAreWrittenAlike() {
        var numbers = Numbers(state: 2024)
        var far = 0
        for _ in 0..<20_000 {
            let number = numbers.next()
            let error = Swift.max(number.magnitude, 1e-3) * 1e-14
            for rounding in [
                Rounding.exact, .decimals(0), .decimals(4), .significant(1), .significant(3), .significant(10),
            ]
            where number.isFarFromTies(of: rounding, within: error) {
                far += 1
                let texts = [-1, -0.5, 0, 0.5, 1].map { Number.real(number + $0 * error).text(rounding) }
                #expect(Set(texts).count == 1, "\(number), \(rounding)")
            }
        }
        #expect(far > 60_000)
    }

    @Test func tiesAreNotFarAndOtherNumbersAre() {
        #expect(!0.00005.isFarFromTies(of: .decimals(4), within: 1e-17))
        #expect(!(2.5 + 1e-14).isFarFromTies(of: .decimals(0), within: 2.5e-14))
        #expect(!0.1235.isFarFromTies(of: .significant(3), within: 1e-15))
        #expect(0.1234.isFarFromTies(of: .significant(3), within: 1e-15))
        #expect(0.00004.isFarFromTies(of: .decimals(4), within: 1e-17))
        #expect(9.9999999.isFarFromTies(of: .significant(3), within: 1e-13))
    }
}

/// Numbers of all sizes, many of them at or near ties and powers of ten.
private struct Numbers {
    var state: UInt64

    mutating func next() -> Double {
        let size = [1e-9, 1e-4, 1e-2, 1, 10, 1e3, 1e7][integer(0..<7)]
        let digits = [1.0, 10, 100, 1000, 1e9][integer(0..<5)]
        let whole = Double(integer(-1000..<1000)) + [0, 0.5, 0.25][integer(0..<3)]
        let nudge = [0, 1e-16, -1e-16, 1e-14, -1e-14, 3e-14, 1e-9, 0.1][integer(0..<8)]
        return size * whole / digits * (1 + nudge)
    }

    private mutating func integer(_ range: Range<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % range.count
    }
}
