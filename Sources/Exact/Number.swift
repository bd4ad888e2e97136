/// The value of a quantity: exact, or real where a transcendental function made it so.
package enum Number: Hashable, Sendable {
    /// A rational number.
    case exact(Rational)
    /// A binary floating-point number, with an error of a few units in its last place for each operation before it.
    case real(Double)

    /// Whether the calculation that led here had a result: no division by zero, no overflow, no logarithm of −1.
    @inlinable package var isDefined: Bool {
        switch self {
        case .exact(let rational): !rational.isUndefined
        case .real(let double): double.isFinite
        }
    }

    /// The nearest binary floating-point number.
    @inlinable package var double: Double {
        switch self {
        case .exact(let rational): rational.double
        case .real(let double): double
        }
    }

    /// Whether the number is 0.
    @inlinable package var isZero: Bool {
        switch self {
        case .exact(let rational): rational.isZero
        case .real(let double): double == 0
        }
    }

    /// Whether the number is below 0.
    @inlinable package var isNegative: Bool {
        switch self {
        case .exact(let rational): rational.isNegative
        case .real(let double): double < 0
        }
    }
}
