import Exact
import Generator
import Template

/// What the answers to a set's templates are worth, as whole numbers over one denominator, and as they are written.
struct PointTexts: Sendable {
    /// Of each asked number that is right, by template, and of one that follows through.
    let numerators: [[Int64]]
    let followed: [[Int64]]
    private let denominator: Int64
    /// The same as they are written.
    let texts: [[[UInt8]]]
    let followedTexts: [[[UInt8]]]
    /// The numerators of all points, by template.
    let totals: [Int64]

    init(_ calculations: [Calculation]) {
        let shares = calculations.flatMap { calculation in
            calculation.asked.map(\.points) + calculation.asked.map { $0.points * calculation.followThrough }
                + calculation.handMarked.map(\.points)
                + calculation.template.marking.credits.values.flatMap { share in
                    calculation.asked.map { $0.points * share }
                }
        }
        var common = 1 as Int128
        for share in shares {
            let divisor = Int128(greatestCommonDivisor(common.magnitude, share.denominator.magnitude))
            common = common / divisor * share.denominator
        }
        let scale = Rational(common, 1)
        denominator = Int64(truncatingIfNeeded: common)
        numerators = calculations.map { calculation in
            calculation.asked.map { Int64(truncatingIfNeeded: ($0.points * scale).numerator) }
        }
        followed = calculations.map { calculation in
            calculation.asked.map {
                Int64(truncatingIfNeeded: ($0.points * calculation.followThrough * scale).numerator)
            }
        }
        followedTexts = calculations.map { calculation in
            calculation.asked.map { Self.cell($0.points * calculation.followThrough) }
        }
        texts = calculations.map { $0.asked.map { Self.cell($0.points) } }
        totals = zip(calculations, numerators).map { calculation, numerators in
            calculation.handMarked.reduce(numerators.reduce(0, +)) {
                $0 + Int64(truncatingIfNeeded: ($1.points * scale).numerator)
            }
        }
    }

    /// A total: exact where two places hold it, else rounded to two; `further` points may be no multiple of the others.
    func text(_ numerator: Int64, further: Rational = .zero) -> [UInt8] {
        text(of: Rational(Int128(numerator), Int128(denominator)) + further)
    }

    /// Points, exact where two places hold them, else rounded to two.
    func text(of points: Rational) -> [UInt8] {
        let isShort = (points * Rational(100)).isInteger
        var bytes: [UInt8] = []
        Number.exact(points).write(isShort ? .exact : .decimals(2), to: &bytes)
        return bytes
    }

    /// Points as a decimal of at most four places: a spreadsheet would take `5/12` for a day in May.
    static func cell(_ points: Rational) -> [UInt8] {
        let isShort = (points * Rational(10_000)).isInteger
        return Array(Number.exact(points).text(isShort ? .exact : .decimals(4)).utf8)
    }

    /// What a whole sheet is worth; nothing where sheets differ.
    func common(_ plan: SetPlan) -> Rational? {
        let sums = plan.problems.map { problem in Set(totals[problem.templates]) }
        guard sums.allSatisfy({ $0.count == 1 }) else { return nil }
        return Rational(Int128(sums.reduce(0) { $0 + ($1.first ?? 0) }), Int128(denominator))
    }

    /// What a total lacks of all points, over the denominator.
    func lost(_ numerator: Int64, further: Rational, of total: Int64) -> Double {
        Double(total - numerator) - (further.isZero ? 0 : further.double * Double(denominator))
    }

    /// A total as a share of all points of a sheet.
    func share(_ numerator: Int64, further: Rational, of total: Int64) -> Double {
        if total == 0 { return 0 }
        return 1 - lost(numerator, further: further, of: total) / Double(total)
    }
}

extension Calculation {
    /// The share of the points for an answer that follows through.
    fileprivate var followThrough: Rational { template.marking.followThrough }
}
