import Exact

/// What matters of a number to a person who works with it.
struct HandledNumber: Hashable {
    let isZero: Bool
    /// Whether it is 1 or −1.
    let isOne: Bool
    let isNegative: Bool
    /// Whether it is a whole number, or one that a calculator works with anyway.
    let isWhole: Bool
    /// How many digits it is written with: all decimals where they end early, else those of a fraction; 0 for a real
    /// number, which a calculator works with.
    let digits: Int
    /// Itself, where it is whole and not huge.
    let whole: Int?

    /// A fraction in any terms; the denominator is positive.
    init(_ numerator: Int64, over denominator: Int64) {
        let (quotient, rest) =
            denominator == 1 ? (numerator, 0) : numerator.quotientAndRemainder(dividingBy: denominator)
        isZero = numerator == 0
        isNegative = numerator < 0
        isWhole = rest == 0
        isOne = rest == 0 && quotient.magnitude == 1
        whole = rest == 0 ? Int(quotient) : nil
        digits =
            rest == 0
            ? decimalDigits(quotient.magnitude)
            : decimalPlaces(numerator, over: denominator)
                ?? fractionDigits(Rational(Int128(numerator), Int128(denominator)))
    }

    /// A fraction.
    init(_ number: Rational) {
        isZero = number.isZero
        isNegative = number.isNegative
        isWhole = number.isInteger
        isOne = number.magnitude == .one
        whole = number.isInteger ? Int(exactly: number.numerator) : nil
        digits = number.isUndefined ? 0 : fractionDigits(number)
    }

    /// A real number.
    init(_ number: Double) {
        isZero = number == 0
        isNegative = number < 0
        isWhole = true
        isOne = number.magnitude == 1
        whole = nil
        digits = 0
    }
}

/// The digits of a whole number.
func decimalDigits(_ number: UInt64) -> Int {
    if number < 100 { return number < 10 ? 1 : 2 }
    var (digits, limit) = (1, 10 as UInt64)
    while number >= limit {
        digits += 1
        let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
        if overflow { break }
        limit = next
    }
    return digits
}

/// The digits of a decimal that ends within three places; nil for others, and for huge ones.
private func decimalPlaces(_ numerator: Int64, over denominator: Int64) -> Int? {
    guard 1000 % denominator == 0, numerator.magnitude < 1 << 50 else { return nil }
    var scaled = numerator.magnitude * UInt64(1000 / denominator)
    while scaled % 10 == 0 && scaled > 0 { scaled /= 10 }
    return decimalDigits(scaled)
}

/// The digits of a number as it is written: with decimals where they end within three places, else as a fraction.
private func fractionDigits(_ number: Rational) -> Int {
    var scaled = number.magnitude
    for _ in 0...3 {
        if scaled.isInteger { return decimalDigits(UInt64(clamping: scaled.numerator)) }
        scaled = scaled * Rational(10)
    }
    return decimalDigits(UInt64(clamping: number.numerator.magnitude))
        + decimalDigits(UInt64(clamping: number.denominator))
}

extension Machine {
    /// A number as a person handles it, in one lane.
    func handled(at location: Location, lane: Int) -> HandledNumber {
        let place = Int(location.register) * Self.width + lane
        switch location.kind {
        case .integer: return HandledNumber(integers[place], over: location.denominator)
        case .rational: return HandledNumber(rationals[place])
        case .real: return HandledNumber(reals[place])
        }
    }
}
