import Exact

extension Code {
    /// a + b.
    mutating func add(_ a: Slot, _ b: Slot) -> Slot {
        switch (constantValue(a), constantValue(b)) {
        case (let x?, let y?): fold(x + y, .add, a, b)
        case (let x?, _) where x.isZero: b
        case (_, let y?) where y.isZero: a
        default: emit(.add, min(a, b), max(a, b))
        }
    }

    /// a − b.
    mutating func subtract(_ a: Slot, _ b: Slot) -> Slot {
        switch (constantValue(a), constantValue(b)) {
        case (let x?, let y?): fold(x - y, .subtract, a, b)
        case (let x?, _) where x.isZero: negate(b)
        case (_, let y?) where y.isZero: a
        default: emit(.subtract, a, b)
        }
    }

    /// a · b; a constant 0 makes it 0 whatever the other is.
    mutating func multiply(_ a: Slot, _ b: Slot) -> Slot {
        switch (constantValue(a), constantValue(b)) {
        case (let x?, let y?): fold(x * y, .multiply, a, b)
        case (let x?, _) where x.isZero: a
        case (_, let y?) where y.isZero: b
        case (let x?, _) where x == .one: b
        case (_, let y?) where y == .one: a
        default: emit(.multiply, min(a, b), max(a, b))
        }
    }

    /// a / b.
    mutating func divide(_ a: Slot, _ b: Slot) -> Slot {
        switch (constantValue(a), constantValue(b)) {
        case (let x?, let y?): fold(x / y, .divide, a, b)
        case (_, let y?) where y == .one: a
        default: emit(.divide, a, b)
        }
    }

    /// −a.
    mutating func negate(_ a: Slot) -> Slot {
        if let x = constantValue(a) { return constant(-x) }
        let instruction = instructions[Int(a)]
        return instruction.operation == .negate ? instruction.a : emit(.negate, a)
    }

    /// a to a whole power, as products; 1 for 0.
    mutating func power(_ a: Slot, _ exponent: Int) -> Slot {
        if let x = constantValue(a), !x.power(exponent).isUndefined { return constant(x.power(exponent)) }
        var result: Slot?
        var base = a
        var left = exponent.magnitude
        while left > 0 {
            if left & 1 == 1 { result = result.map { multiply($0, base) } ?? base }
            left >>= 1
            if left > 0 { base = multiply(base, base) }
        }
        let one = constant(1)
        return exponent < 0 ? divide(one, result ?? one) : result ?? one
    }

    /// a to the power b, for an exponent that is not constant or not whole.
    mutating func power(_ a: Slot, _ b: Slot) -> Slot { emit(.power, a, b) }

    /// The sum of any number of slots, from the left; 0 for none.
    mutating func sum(_ slots: [Slot]) -> Slot {
        guard var total = slots.first else { return constant(0) }
        for slot in slots.dropFirst() { total = add(total, slot) }
        return total
    }

    /// Keeps an undefined constant as an instruction, so that the error shows where the quantity is computed.
    private mutating func fold(_ value: Rational, _ operation: ScalarOperation, _ a: Slot, _ b: Slot) -> Slot {
        value.isUndefined ? emit(operation, a, b) : constant(value)
    }
}
