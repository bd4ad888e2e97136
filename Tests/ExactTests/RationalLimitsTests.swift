import Exact
import Testing

/// Numbers near the limits of 128 bits: a result is right or undefined, never wrong.
struct RationalLimitsTests {
    /// A repeatable source of numbers of very different sizes.
    private struct Source {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }

        mutating func integer() -> Int128 {
            let bits = Int128(truncatingIfNeeded: UInt128(next()) << 64 | UInt128(next()))
            let shift = [0, 1, 2, 3, 63, 64, 65, 100, 120][Int(next() % 9)]
            let number = bits >> Int128(shift)
            return number == .min ? .max : number
        }

        mutating func rational() -> Rational {
            let denominator = next() % 3 == 0 ? 1 : integer()
            return Rational(integer(), denominator == 0 ? 1 : denominator)
        }
    }

    private static let primes: [Int128] = [2_305_843_009_213_693_951, 1_000_000_007, 998_244_353]

    /// Whether two quotients are equal modulo primes, which no wrong result survives.
    private func isSame(_ result: Rational, _ numerator: (Int128) -> Int128, _ denominator: (Int128) -> Int128) -> Bool
    {
        Self.primes.allSatisfy { prime in
            func reduced(_ value: Int128) -> Int128 { ((value % prime) + prime) % prime }
            let left = reduced(reduced(result.numerator) * reduced(denominator(prime)))
            return left == reduced(reduced(result.denominator) * reduced(numerator(prime)))
        }
    }

    @Test func arithmeticIsRightOrUndefined() {
        var defined = 0
        for seed in 0..<1500 as Range<UInt64> {
            var source = Source(state: seed)
            let (a, b) = (source.rational(), source.rational())
            func product(_ x: Int128, _ y: Int128, _ prime: Int128) -> Int128 { (x % prime) * (y % prime) % prime }
            let sum = a + b
            if !sum.isUndefined {
                defined += 1
                let isRight = isSame(
                    sum,
                    { product(a.numerator, b.denominator, $0) + product(b.numerator, a.denominator, $0) },
                    { product(a.denominator, b.denominator, $0) })
                #expect(isRight, "seed \(seed): \(a) + \(b)")
            }
            let times = a * b
            if !times.isUndefined {
                defined += 1
                let isRight = isSame(
                    times, { product(a.numerator, b.numerator, $0) }, { product(a.denominator, b.denominator, $0) })
                #expect(isRight, "seed \(seed): \(a) · \(b)")
            }
        }
        #expect(defined > 600)
    }

    /// Against products of double width.
    @Test func orderIsExact() {
        for seed in 0..<5000 as Range<UInt64> {
            var source = Source(state: seed)
            let a = source.rational()
            var b = source.rational()
            // Numbers with the same whole part, where only the rest decides.
            if seed % 2 == 0, !a.isUndefined, a.denominator > 1 {
                b = Rational(a.numerator &- 2 &* (a.numerator > 0 ? 1 : -1), a.denominator - 1)
            }
            if a.isUndefined || b.isUndefined { continue }
            let left = a.numerator.multipliedFullWidth(by: b.denominator)
            let right = b.numerator.multipliedFullWidth(by: a.denominator)
            let isLess = left.high < right.high || (left.high == right.high && left.low < right.low)
            #expect((a < b) == isLess, "seed \(seed): \(a), \(b)")
        }
    }
}
