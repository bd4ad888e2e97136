import Exact

extension Code {
    /// The larger of two.
    mutating func maximum(_ a: Slot, _ b: Slot) -> Slot {
        if let x = constantValue(a), let y = constantValue(b) { return constant(x < y ? y : x) }
        return a == b ? a : emit(.maximum, min(a, b), max(a, b))
    }

    /// The smaller of two.
    mutating func minimum(_ a: Slot, _ b: Slot) -> Slot {
        if let x = constantValue(a), let y = constantValue(b) { return constant(y < x ? y : x) }
        return a == b ? a : emit(.minimum, min(a, b), max(a, b))
    }

    /// |a|.
    mutating func absolute(_ a: Slot) -> Slot {
        if let x = constantValue(a) { return constant(x.magnitude) }
        return emit(.absolute, a)
    }

    /// The greatest integer that is not above a.
    mutating func floor(_ a: Slot) -> Slot {
        if let x = constantValue(a) { return constant(x.floor) }
        return emit(.floor, a)
    }

    /// The nearest whole number.
    mutating func round(_ a: Slot) -> Slot {
        if let x = constantValue(a) { return constant(x.roundedToWhole) }
        return emit(.round, a)
    }

    /// 1 where a < b, else 0.
    mutating func less(_ a: Slot, _ b: Slot) -> Slot {
        compare(.less, a, b) { $0 < $1 }
    }

    /// 1 where a ≤ b, else 0.
    mutating func lessOrEqual(_ a: Slot, _ b: Slot) -> Slot {
        compare(.lessOrEqual, a, b) { $0 <= $1 }
    }

    /// 1 where a = b, else 0.
    mutating func equal(_ a: Slot, _ b: Slot) -> Slot {
        compare(.equal, min(a, b), max(a, b)) { $0 == $1 }
    }

    /// 1 where a ≠ b, else 0.
    package mutating func notEqual(_ a: Slot, _ b: Slot) -> Slot {
        compare(.notEqual, min(a, b), max(a, b)) { $0 != $1 }
    }

    /// 1 − a, for what is 1 or 0.
    mutating func not(_ a: Slot) -> Slot { subtract(constant(1), a) }

    /// 1 where both are 1, of what is 1 or 0.
    package mutating func and(_ a: Slot, _ b: Slot) -> Slot {
        switch (constantValue(a), constantValue(b)) {
        case (let x?, _): x.isZero ? a : b
        case (_, let y?): y.isZero ? b : a
        default: minimum(a, b)
        }
    }

    /// 1 where a number is not 0.
    package mutating func truth(_ slot: Slot) -> Slot { isOutcome(slot) ? slot : notEqual(slot, constant(0)) }

    /// 1 where either is 1, of what is 1 or 0.
    package mutating func or(_ a: Slot, _ b: Slot) -> Slot {
        switch (constantValue(a), constantValue(b)) {
        case (let x?, _): x.isZero ? b : a
        case (_, let y?): y.isZero ? a : b
        default: maximum(a, b)
        }
    }

    /// `a` where the condition is not 0, else `b`.
    mutating func select(_ condition: Slot, _ a: Slot, _ b: Slot) -> Slot {
        if let truth = constantValue(condition) { return truth.isZero ? b : a }
        return a == b ? a : emit(.select, condition, a, b)
    }

    /// A function of one real number; e⁰, ln 1, tanh 0 and roots of squares of constants are exact.
    mutating func function(_ operation: ScalarOperation, _ a: Slot) -> Slot {
        guard let x = constantValue(a) else { return emit(operation, a) }
        switch operation {
        case .exponential where x.isZero: return constant(1)
        case .logarithm where x == .one: return constant(0)
        case .tanh where x.isZero: return constant(0)
        case .sigmoid where x.isZero: return constant(Rational(1, 2))
        case .squareRoot:
            if let root = exactSquareRoot(of: x) { return constant(root) }
        default: break
        }
        return emit(operation, a)
    }

    private mutating func compare(
        _ operation: ScalarOperation, _ a: Slot, _ b: Slot, holds: (Rational, Rational) -> Bool
    ) -> Slot {
        guard let x = constantValue(a), let y = constantValue(b) else { return emit(operation, a, b) }
        return constant(holds(x, y) ? 1 : 0)
    }

    private func exactSquareRoot(of value: Rational) -> Rational? {
        guard !value.isNegative, !value.isUndefined else { return nil }
        let numerator = Int128(value.numerator.double.squareRoot())
        let denominator = Int128(value.denominator.double.squareRoot())
        let root = Rational(numerator, denominator)
        return root * root == value ? root : nil
    }
}

extension Int128 {
    fileprivate var double: Double { Double(self) }
}

extension Code {
    /// 1 where a number's magnitude is at most another number.
    package mutating func isAtMost(_ limit: Rational, _ slot: Slot) -> Slot {
        let magnitude = absolute(slot)
        return lessOrEqual(magnitude, constant(limit))
    }

    /// 1 where a number's decimals end within so many places.
    package mutating func ends(_ slot: Slot, within decimals: Int) -> Slot {
        let shifted = multiply(slot, constant(Rational(10).power(decimals)))
        return equal(shifted, floor(shifted))
    }
}
