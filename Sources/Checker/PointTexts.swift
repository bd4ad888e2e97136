import Exact
import Template

/// What answers are worth, as whole numbers over one denominator, and as they are written.
struct PointTexts: Sendable {
    /// Of each asked number.
    let numerators: [Int64]
    private let denominator: Int64
    /// Of each asked number, exactly.
    let texts: [[UInt8]]
    /// All points, rounded as totals are.
    let total: [UInt8]
    /// `0`.
    let zero: [UInt8] = [48]
    /// The numerator of all points.
    let totalNumerator: Int64

    init(_ calculation: Calculation) {
        let shares = calculation.asked.map(\.points)
        var common = 1 as Int128
        for share in shares {
            let divisor = Int128(greatestCommonDivisor(common.magnitude, share.denominator.magnitude))
            common = common / divisor * share.denominator
        }
        let scale = Rational(common, 1)
        denominator = Int64(truncatingIfNeeded: common)
        numerators = shares.map { Int64(truncatingIfNeeded: ($0 * scale).numerator) }
        texts = shares.map { Array($0.text.utf8) }
        totalNumerator = numerators.reduce(0, +)
        total = Self.text(totalNumerator, denominator)
    }

    /// A total: exact where two places hold it, else rounded to two.
    func text(_ numerator: Int64) -> [UInt8] { Self.text(numerator, denominator) }

    /// A total as a share of all points.
    func share(_ numerator: Int64) -> Double {
        totalNumerator == 0 ? 0 : Double(numerator) / Double(totalNumerator)
    }

    private static func text(_ numerator: Int64, _ denominator: Int64) -> [UInt8] {
        let number = Rational(Int128(numerator), Int128(denominator))
        let isShort = (number * Rational(100)).isInteger
        var bytes: [UInt8] = []
        Number.exact(number).write(isShort ? .exact : .decimals(2), to: &bytes)
        return bytes
    }
}
