extension Rational {
    /// Reads `21`, `+21`, `-3.5`, `−3.5` (U+2212), `.5`, `5.`, `1e-3`, `49/8`; nothing else, no spaces.
    ///
    /// A fraction's parts are integers, its denominator not 0. Nil also where the number does not fit.
    package init?(reading bytes: UnsafeRawBufferPointer) {
        var scanner = DigitScanner(bytes: bytes)
        let negative = scanner.readSign()
        guard let decimal = scanner.readDecimal() else { return nil }
        var value = decimal.value
        if scanner.take(UInt8(ascii: "/")) {
            guard decimal.isInteger, let divisor = scanner.readDecimal(), divisor.isInteger else { return nil }
            value = value / divisor.value
        } else if scanner.take(UInt8(ascii: "e")) || scanner.take(UInt8(ascii: "E")) {
            let down = scanner.readSign()
            guard let power = scanner.readDecimal(), power.isInteger, power.value.numerator <= 38 else { return nil }
            let exponent = Int(power.value.numerator)
            value = value * Rational(10).power(down ? -exponent : exponent)
        }
        guard scanner.isAtEnd, !value.isUndefined else { return nil }
        self = negative ? -value : value
    }

    /// Reads bytes wherever they are, in the same way.
    package init?(reading bytes: some Sequence<UInt8>) {
        let read = Array(bytes).withUnsafeBytes { Rational(reading: $0) }
        guard let read else { return nil }
        self = read
    }

    /// Reads a text in the same way.
    package init?(reading text: String) { self.init(reading: text.utf8) }
}

private struct DigitScanner {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Reads `+`, `-`, `−` or nothing; true for a minus.
    mutating func readSign() -> Bool {
        if take(UInt8(ascii: "+")) { return false }
        if take(UInt8(ascii: "-")) { return true }
        guard bytes.count - position >= 3, bytes[position] == 0xE2, bytes[position + 1] == 0x88,
            bytes[position + 2] == 0x92
        else { return false }
        position += 3
        return true
    }

    /// Digits with at most one point among, before or after them; nil without a digit or if they do not fit.
    mutating func readDecimal() -> (value: Rational, isInteger: Bool)? {
        var digits = 0 as Int128
        var scale = 1 as Int128
        var count = 0
        var pointSeen = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "."), !pointSeen {
                pointSeen = true
            } else if byte >= 48, byte <= 57 {
                let (tens, overflow1) = digits.multipliedReportingOverflow(by: 10)
                let (sum, overflow2) = tens.addingReportingOverflow(Int128(byte - 48))
                let (nextScale, overflow3) = scale.multipliedReportingOverflow(by: pointSeen ? 10 : 1)
                if overflow1 || overflow2 || overflow3 { return nil }
                (digits, scale, count) = (sum, nextScale, count + 1)
            } else {
                break
            }
            position += 1
        }
        return count == 0 ? nil : (Rational(digits, scale), !pointSeen)
    }
}
