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

    func divided(by divisor: Double) -> Double { divisor == 0 ? .nan : self / divisor }

    func maximum(_ other: Double) -> Double { isNaN || other.isNaN ? .nan : Swift.max(self, other) }

    func minimum(_ other: Double) -> Double { isNaN || other.isNaN ? .nan : Swift.min(self, other) }

    /// Libraries differ in the last bit of a function's value, so what lies closer than this is not told apart.
    private func isTooNear(_ other: Double) -> Bool {
        self != other && (self - other).magnitude <= 1e-9 * Swift.max(1, magnitude, other.magnitude)
    }

    func less(_ other: Double) -> Double {
        isNaN || other.isNaN || isTooNear(other) ? .nan : self < other ? 1 : 0
    }

    func equals(_ other: Double) -> Double {
        isNaN || other.isNaN || isTooNear(other) ? .nan : self == other ? 1 : 0
    }

    func select(_ a: Double, _ b: Double) -> Double { isNaN ? .nan : self == 0 ? b : a }

    func transcendental(_ operation: MachineOperation, _ other: Double) -> Double {
        switch operation {
        case .exponential: exp(self)
        case .logarithm: self > 0 ? log(self) : .nan
        case .squareRoot: self >= 0 ? squareRoot() : .nan
        case .tanh: Self.hyperbolicTangent(self)
        case .sigmoid: 1 / (1 + exp(-self))
        case .power: self == 0 && other < 0 ? .nan : pow(self, other)
        default: .nan
        }
    }

    private static func hyperbolicTangent(_ value: Double) -> Double { tanh(value) }
}
