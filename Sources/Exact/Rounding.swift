/// How a number is to be written.
package enum Rounding: Hashable, Sendable {
    /// As an integer, as a decimal where it ends within six places, otherwise as a fraction.
    case exact
    /// Rounded to this many places after the point.
    case decimals(Int)
    /// Rounded to this many digits from the first that is not 0.
    case significant(Int)
}

/// A number's decimal digits, for rounding them by hand.
struct DecimalDigits {
    /// From the most significant; without leading zeros; empty for 0.
    private(set) var digits: [UInt8]
    /// The value is 0.d₁d₂d₃… · 10^exponent.
    private(set) var exponent: Int
    /// Whether the value is below 0.
    let isNegative: Bool

    /// The shortest digits that identify a finite floating-point number.
    init(_ value: Double) {
        isNegative = value < 0
        digits = []
        exponent = 0
        var seenPoint = false
        var text = value.magnitude.description.utf8.makeIterator()
        while let byte = text.next() {
            switch byte {
            case UInt8(ascii: "."):
                seenPoint = true
            case UInt8(ascii: "e"):
                var negative = false
                var power = 0
                while let next = text.next() {
                    if next == UInt8(ascii: "-") { negative = true }
                    if next >= 48 && next <= 57 { power = power * 10 + Int(next - 48) }
                }
                exponent += negative ? -power : power
            default:
                append(byte - 48, afterPoint: seenPoint)
            }
        }
    }

    /// The digits of a rational number down to one place below `places` after the point, and a last digit that only
    /// tells on which side of a tie the rest lies.
    init(_ value: Rational, places: Int) {
        isNegative = value.isNegative
        digits = []
        exponent = 0
        let denominator = value.denominator.magnitude
        var (whole, rest) = value.numerator.magnitude.quotientAndRemainder(dividingBy: denominator)
        var wholeDigits: [UInt8] = []
        while whole > 0 {
            wholeDigits.append(UInt8(whole % 10))
            whole /= 10
        }
        for digit in wholeDigits.reversed() { append(digit, afterPoint: false) }
        var place = 0
        while rest != 0 && place <= places {
            // ten times the rest may exceed 128 bits only for denominators that no drawn number reaches
            let (product, overflow) = rest.multipliedReportingOverflow(by: 10)
            if overflow { break }
            append(UInt8(product / denominator), afterPoint: true)
            rest = product % denominator
            place += 1
        }
        if rest != 0 { append(1, afterPoint: true) }
    }

    private mutating func append(_ digit: UInt8, afterPoint: Bool) {
        if digits.isEmpty && digit == 0 {
            if afterPoint { exponent -= 1 }
            return
        }
        digits.append(digit)
        if !afterPoint { exponent += 1 }
    }

    /// Rounds half away from zero so that `count` digits are left; `count` may be 0 or less.
    mutating func round(toDigits count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            digits = []
            return
        }
        let up = digits[count] >= 5
        digits.removeSubrange(count...)
        guard up else { return }
        var index = count - 1
        while index >= 0 && digits[index] == 9 {
            digits.removeLast()
            index -= 1
        }
        if index >= 0 {
            digits[index] += 1
        } else {
            digits = [1]
            exponent += 1
        }
    }

    /// Writes the number with `places` digits after the point, padded with zeros; 0 never has a sign.
    func write(places: Int, to bytes: inout [UInt8]) {
        if isNegative && !digits.isEmpty { bytes.append(UInt8(ascii: "-")) }
        if exponent <= 0 || digits.isEmpty {
            bytes.append(48)
        } else {
            for index in 0..<exponent { bytes.append(48 + (index < digits.count ? digits[index] : 0)) }
        }
        guard places > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        for place in 0..<places {
            let index = place + exponent
            bytes.append(48 + (index >= 0 && index < digits.count ? digits[index] : 0))
        }
    }
}
