import Exact
import Solver

/// What a variant is made of: a digit for each choice that is made by itself.
package struct VariantDigits: Hashable, Sendable {
    /// From how many each digit chooses.
    package private(set) var radices: [UInt32] = []
    /// Digits in a row that choose different places, the first from all, the next from those that are left, and so on.
    package private(set) var distinct: [Range<Int>] = []

    /// Appends a digit and gives its place.
    mutating func append(choices: Int) -> Int {
        radices.append(UInt32(choices))
        return radices.count - 1
    }

    /// Appends digits that choose `count` different places of `choices`, and gives their places.
    mutating func append(distinct count: Int, of choices: Int) -> Range<Int> {
        let range = radices.count..<radices.count + count
        radices += (0..<count).map { UInt32(choices - $0) }
        distinct.append(range)
        return range
    }

    /// Leaves nothing to choose to all digits but some.
    mutating func keep(_ digits: Set<Int>) {
        for digit in radices.indices where !digits.contains(digit) { radices[digit] = 1 }
        distinct.removeAll { $0.allSatisfy { !digits.contains($0) } }
    }
}

/// A number that differs from sheet to sheet, and what it can be.
package struct Draw: Hashable, Sendable {
    /// The numbers to choose from, each equally likely.
    package enum Values: Hashable, Sendable {
        /// `count` numbers from `low` in steps; all but 0 where it is `skipped` (its place among them).
        case steps(low: Rational, step: Rational, count: Int, skipped: Int?)
        /// One of these numbers.
        case choice([Rational])
    }

    /// What it can be.
    package let values: Values
    /// Which digit of a variant chooses its place; drawn numbers that belong together share one.
    package let digit: Int

    /// The most numbers that a draw may choose from.
    package static let largestCount = 1_000_000

    /// How many numbers there are.
    package var count: Int {
        switch values {
        case .steps(_, _, let count, let skipped): skipped == nil ? count : count - 1
        case .choice(let numbers): numbers.count
        }
    }

    /// The number at a place from 0.
    package subscript(place: Int) -> Rational {
        switch values {
        case .steps(let low, let step, _, let skipped):
            let index = if let skipped, place >= skipped { place + 1 } else { place }
            return low + step * Rational(index)
        case .choice(let numbers):
            return numbers[place]
        }
    }

    /// The bounds and the common denominator of all numbers.
    package var range: InputRange {
        switch values {
        case .steps(let low, let step, let count, _):
            guard let denominator = Self.commonDenominator([low, step]) else { return .any }
            return InputRange(low, low + step * Rational(count - 1), denominator: denominator)
        case .choice(let numbers):
            guard let denominator = Self.commonDenominator(numbers) else { return .any }
            return InputRange(numbers.min() ?? .zero, numbers.max() ?? .zero, denominator: denominator)
        }
    }

    /// The least common denominator; nil where it does not fit.
    private static func commonDenominator(_ numbers: [Rational]) -> Int128? {
        var common = 1 as Int128
        for number in numbers {
            let divisor = Int128(greatestCommonDivisor(common.magnitude, number.denominator.magnitude))
            let (product, overflow) = common.multipliedReportingOverflow(by: number.denominator / divisor)
            if overflow { return nil }
            common = product
        }
        return common
    }
}
