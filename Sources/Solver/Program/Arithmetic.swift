import Exact

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a machine needs of a kind of number whose every result may be undefined.
protocol Arithmetic {
    static var one: Self { get }
    static var zero: Self { get }
    static func + (left: Self, right: Self) -> Self
    static func - (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
    /// Undefined where the divisor is 0.
    func divided(by divisor: Self) -> Self
    static prefix func - (number: Self) -> Self
    var magnitude: Self { get }
    var floored: Self { get }
    func maximum(_ other: Self) -> Self
    func minimum(_ other: Self) -> Self
    /// 1 where the number is less than the other, 0 where not; undefined where either is or where it cannot be told.
    func less(_ other: Self) -> Self
    /// 1 where the numbers are equal, 0 where not; undefined where either is or where it cannot be told.
    func equals(_ other: Self) -> Self
    /// `a` for a number that is not 0, else `b`; undefined for an undefined number.
    func select(_ a: Self, _ b: Self) -> Self
    func transcendental(_ operation: MachineOperation, _ other: Self) -> Self
}

extension Rational: Arithmetic {
    var floored: Rational { floor }

    func divided(by divisor: Rational) -> Rational { self / divisor }

    func maximum(_ other: Rational) -> Rational {
        isUndefined || other.isUndefined ? .undefined : self < other ? other : self
    }

    func minimum(_ other: Rational) -> Rational {
        isUndefined || other.isUndefined ? .undefined : other < self ? other : self
    }

    func less(_ other: Rational) -> Rational {
        isUndefined || other.isUndefined ? .undefined : self < other ? .one : .zero
    }

    func equals(_ other: Rational) -> Rational {
        isUndefined || other.isUndefined ? .undefined : self == other ? .one : .zero
    }

    func select(_ a: Rational, _ b: Rational) -> Rational { isUndefined ? .undefined : isZero ? b : a }

    /// Rational numbers do not have these; the program builder never asks.
    func transcendental(_ operation: MachineOperation, _ other: Rational) -> Rational { .undefined }
}

extension Double: Arithmetic {
    static var one: Double { 1 }

    var floored: Double { rounded(.down) }

    func divided(by divisor: Double) -> Double { divisor == 0 || !divisor.isFinite ? .nan : self / divisor }

    func maximum(_ other: Double) -> Double { isDecidable(with: other) ? Swift.max(self, other) : .nan }

    func minimum(_ other: Double) -> Double { isDecidable(with: other) ? Swift.min(self, other) : .nan }

    /// Whether both are there: what has overflowed must not turn into a number again.
    private func isDecidable(with other: Double) -> Bool { isFinite && other.isFinite }

    /// Libraries differ in the last bit of a function's value, so what lies closer than this is not told apart.
    private func isTooNear(_ other: Double) -> Bool {
        self != other && (self - other).magnitude <= 1e-9 * Swift.max(1, magnitude, other.magnitude)
    }

    func less(_ other: Double) -> Double {
        !isDecidable(with: other) || isTooNear(other) ? .nan : self < other ? 1 : 0
    }

    func equals(_ other: Double) -> Double {
        !isDecidable(with: other) || isTooNear(other) ? .nan : self == other ? 1 : 0
    }

    func select(_ a: Double, _ b: Double) -> Double { !isFinite ? .nan : self == 0 ? b : a }

    func transcendental(_ operation: MachineOperation, _ other: Double) -> Double {
        if !isFinite { return .nan }
        switch operation {
        case .exponential: return exp(self)
        case .logarithm: return self > 0 ? log(self) : .nan
        case .squareRoot: return self >= 0 ? squareRoot() : .nan
        case .tanh: return Self.hyperbolicTangent(self)
        case .sigmoid: return 1 / (1 + exp(-self))
        case .power: return !other.isFinite || (self == 0 && other < 0) ? .nan : pow(self, other)
        default: return .nan
        }
    }

    private static func hyperbolicTangent(_ value: Double) -> Double { tanh(value) }
}
