#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// All numbers from one to another, as what a calculation with rounded steps can reach.
package struct Interval: Hashable, Sendable {
    /// The least.
    package let low: Double
    /// The greatest.
    package let high: Double

    /// From `low` to `high`.
    package init(_ low: Double, _ high: Double) {
        self.low = low
        self.high = high
    }

    /// One number.
    package init(_ number: Double) { self.init(number, number) }

    /// Where nothing can be said, as after a division by what may be 0.
    static let undefined = Interval(.nan, .nan)

    /// Whether it is known.
    package var isDefined: Bool { low.isFinite && high.isFinite }

    /// Whether a number is in it.
    package func contains(_ number: Double) -> Bool { low <= number && number <= high }

    /// The least interval that holds both.
    package func hull(_ other: Interval) -> Interval {
        Interval(Swift.min(low, other.low), Swift.max(high, other.high))
    }

    static func + (left: Interval, right: Interval) -> Interval {
        Interval(left.low + right.low, left.high + right.high)
    }

    static func - (left: Interval, right: Interval) -> Interval {
        Interval(left.low - right.high, left.high - right.low)
    }

    static func * (left: Interval, right: Interval) -> Interval { left.corners(right, *) }

    static prefix func - (number: Interval) -> Interval { Interval(-number.high, -number.low) }

    /// Undefined where the divisor may be 0.
    func divided(by divisor: Interval) -> Interval { divisor.contains(0) ? .undefined : corners(divisor, /) }

    /// The number times itself, which is never negative.
    var squared: Interval {
        let ends = [low * low, high * high]
        return Interval(contains(0) ? 0 : Swift.min(ends[0], ends[1]), Swift.max(ends[0], ends[1]))
    }

    var magnitude: Interval {
        let ends = [low.magnitude, high.magnitude]
        return Interval(contains(0) ? 0 : Swift.min(ends[0], ends[1]), Swift.max(ends[0], ends[1]))
    }

    /// To a power; undefined where the base may be negative and the exponent is not one even or odd number.
    func power(_ exponent: Interval) -> Interval {
        if low > 0 { return corners(exponent, pow) }
        guard exponent.low == exponent.high, exponent.low > 0, exponent.low.rounded() == exponent.low else {
            return low == 0 && exponent.low > 0 ? corners(exponent, pow) : .undefined
        }
        let isEven = exponent.low.truncatingRemainder(dividingBy: 2) == 0
        return (isEven ? magnitude : self).rising { pow($0, exponent.low) }
    }

    /// Under a function that never falls; undefined where it is not there at an end.
    func rising(_ function: (Double) -> Double) -> Interval {
        let (low, high) = (function(low), function(high))
        return low.isNaN || high.isNaN ? .undefined : Interval(low, high)
    }

    /// The greatest and the least value at the four corners of two intervals.
    private func corners(_ other: Interval, _ body: (Double, Double) -> Double) -> Interval {
        let values = [body(low, other.low), body(low, other.high), body(high, other.low), body(high, other.high)]
        guard !values.contains(where: \.isNaN) else { return .undefined }
        return Interval(values.min() ?? .nan, values.max() ?? .nan)
    }

    /// 1 where a comparison surely holds, 0 where it surely does not.
    static func truth(surely: Bool, never: Bool) -> Interval {
        surely ? Interval(1) : never ? Interval(0) : Interval(0, 1)
    }
}
