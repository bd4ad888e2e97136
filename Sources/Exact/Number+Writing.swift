extension Number {
    /// Appends the number in ASCII, as `rounding` says; an exact writing of a real number has twelve digits.
    ///
    /// An undefined number is written `undefined`.
    package func write(_ rounding: Rounding, to bytes: inout [UInt8]) {
        guard isDefined else {
            bytes.append(contentsOf: "undefined".utf8)
            return
        }
        switch (self, rounding) {
        case (.exact(let rational), .exact):
            rational.write(to: &bytes)
        case (.exact(let rational), .decimals(let places)):
            if rational.isInteger && places == 0 { return rational.write(to: &bytes) }
            var digits = DecimalDigits(rational, places: places)
            digits.round(toDigits: digits.exponent + places)
            digits.write(places: places, to: &bytes)
        case (.real(let double), .decimals(let places)):
            var digits = DecimalDigits(double)
            digits.round(toDigits: digits.exponent + places)
            digits.write(places: places, to: &bytes)
        case (.exact(let rational), .significant(let count)):
            // A rational number that is not 0 is at least 10^-39.
            write(DecimalDigits(rational, places: count + 40), significant: count, to: &bytes)
        case (.real(let double), .significant(let count)):
            write(DecimalDigits(double), significant: count, to: &bytes)
        case (.real(let double), .exact):
            write(DecimalDigits(double), significant: 12, to: &bytes)
        }
    }

    /// The number as ``write(_:to:)`` writes it.
    package func text(_ rounding: Rounding) -> String {
        var bytes: [UInt8] = []
        write(rounding, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(_ digits: DecimalDigits, significant count: Int, to bytes: inout [UInt8]) {
        var digits = digits
        digits.round(toDigits: count)
        digits.write(places: digits.digits.isEmpty ? 0 : max(0, count - digits.exponent), to: &bytes)
    }
}

extension Rational {
    /// Appends the number in ASCII: an integer, a decimal where it ends within six places, otherwise a fraction.
    package func write(to bytes: inout [UInt8]) {
        if denominator == 1 { return writeInteger(numerator, to: &bytes) }
        guard denominator != 0 else { return bytes.append(contentsOf: "undefined".utf8) }
        let million = 1_000_000 as Int128
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: million)
        if denominator <= million && million % denominator == 0 && !overflow {
            writeDecimal(millionths: scaled / denominator, to: &bytes)
        } else {
            writeInteger(numerator, to: &bytes)
            bytes.append(UInt8(ascii: "/"))
            writeInteger(denominator, to: &bytes)
        }
    }

    /// The number as ``write(to:)`` writes it.
    package var text: String { Number.exact(self).text(.exact) }

    private func writeDecimal(millionths: Int128, to bytes: inout [UInt8]) {
        if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        writeInteger(Int128(whole), to: &bytes)
        bytes.append(UInt8(ascii: "."))
        var left = UInt32(rest)
        var place = 100_000 as UInt32
        while left > 0 {
            bytes.append(48 + UInt8(left / place))
            left %= place
            place /= 10
        }
    }
}

/// Appends an integer's digits, with `-` before those of a negative one.
@inlinable
package func writeInteger(_ value: Int128, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    if magnitude < 10 { return bytes.append(48 + UInt8(truncatingIfNeeded: magnitude)) }
    let start = bytes.count
    var left = magnitude
    while left > UInt128(UInt64.max) {
        bytes.append(48 + UInt8(truncatingIfNeeded: left % 10))
        left /= 10
    }
    var small = UInt64(truncatingIfNeeded: left)
    while small > 0 {
        bytes.append(48 + UInt8(truncatingIfNeeded: small % 10))
        small /= 10
    }
    bytes[start...].reverse()
}
