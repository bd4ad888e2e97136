import Exact
import Foundation

/// Why the plain evaluation gives no number.
enum PlainError: Error {
    /// The shapes do not fit.
    case shape
    /// A function that rational numbers do not have.
    case notRational
    /// No step is small enough to stay on one side of every kink.
    case kink
    /// Exact numbers grew too large.
    case tooLarge
    /// Derivatives are not wanted.
    case leftOut
}

/// A number that the plain evaluation calculates with.
protocol PlainNumber: Equatable {
    init(plain: Rational)
    static func + (left: Self, right: Self) -> Self
    static func - (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
    static func / (left: Self, right: Self) -> Self
    static func < (left: Self, right: Self) -> Bool
    func transcendental(_ name: String) throws(PlainError) -> Self
    func raised(to exponent: Self) throws(PlainError) -> Self
    /// The greatest whole number that is not above it.
    var floored: Self { get }
    /// Itself where it is a whole number.
    var whole: Int? { get }
    /// Whether a calculation went well.
    var isThere: Bool { get }
    /// Steps to try for differences, from the largest.
    static var steps: [Rational] { get }
}

extension PlainNumber {
    static var zero: Self { Self(plain: Rational(0)) }
    static var one: Self { Self(plain: Rational(1)) }
    var sign: Int { self < .zero ? -1 : .zero < self ? 1 : 0 }
    var negative: Self { .zero - self }
    func wholePower(_ exponent: Int) -> Self {
        let product = (0..<abs(exponent)).reduce(Self.one) { result, _ in result * self }
        return exponent < 0 ? .one / product : product
    }
}

extension Rational: PlainNumber {
    init(plain: Rational) { self = plain }
    func transcendental(_ name: String) throws(PlainError) -> Rational { throw .notRational }
    func raised(to exponent: Rational) throws(PlainError) -> Rational {
        guard exponent.denominator == 1, abs(exponent.numerator) <= 64 else { throw .notRational }
        return wholePower(Int(exponent.numerator))
    }
    var floored: Rational {
        let rest = numerator % denominator
        return Rational((numerator - rest) / denominator - (rest < 0 ? 1 : 0), 1)
    }
    var whole: Int? { denominator == 1 ? Int(numerator) : nil }
    var isThere: Bool { denominator != 0 }
    static var steps: [Rational] { [Rational(1, 8), Rational(1, 64), Rational(1, 512)] }
}

extension Double: PlainNumber {
    init(plain: Rational) { self = Double(plain.numerator) / Double(plain.denominator) }
    func transcendental(_ name: String) throws(PlainError) -> Double {
        switch name {
        case "exp": exp(self)
        case "ln": log(self)
        case "sqrt": pow(self, 0.5)
        case "tanh": (exp(self) - exp(-self)) / (exp(self) + exp(-self))
        default: exp(self) / (1 + exp(self))
        }
    }
    func raised(to exponent: Double) throws(PlainError) -> Double { pow(self, exponent) }
    var floored: Double { rounded(.down) }
    var whole: Int? { Int(exactly: self) }
    var isThere: Bool { isFinite }
    static var steps: [Rational] { [Rational(1, 100), Rational(1, 1000), Rational(1, 5000)] }
}
