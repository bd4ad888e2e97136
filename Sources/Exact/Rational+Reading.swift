extension Rational {
    /// Reads `21`, `+21`, `-3.5`, `−3.5` (U+2212), `.5`, `5.`, `1e-3`, `49/8`; nothing else, no spaces.
    ///
    /// A fraction's parts are integers, its denominator not 0. Nil also where the number does not fit.
    package init?(reading bytes: some Collection<UInt8>) {
        var scanner = DigitScanner(bytes: bytes[...])
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

    /// Reads a text as ``init(reading:)-(Collection)`` reads its UTF-8.
    package init?(reading text: String) { self.init(reading: Array(text.utf8)) }
}

private struct DigitScanner<Bytes: Collection<UInt8>> where Bytes.SubSequence == Bytes {
    var bytes: Bytes

    var isAtEnd: Bool { bytes.isEmpty }

    mutating func take(_ byte: UInt8) -> Bool {
        guard bytes.first == byte else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    /// Reads `+`, `-`, `−` or nothing; true for a minus.
    mutating func readSign() -> Bool {
        if take(UInt8(ascii: "+")) { return false }
        if take(UInt8(ascii: "-")) { return true }
        guard bytes.starts(with: [0xE2, 0x88, 0x92]) else { return false }
        bytes = bytes.dropFirst(3)
        return true
    }

    /// Digits with at most one point among, before or after them; nil without a digit or if they do not fit.
    mutating func readDecimal() -> (value: Rational, isInteger: Bool)? {
        var digits = 0 as Int128
        var scale = 1 as Int128
        var count = 0
        var pointSeen = false
        while let byte = bytes.first {
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
            bytes = bytes.dropFirst()
        }
        return count == 0 ? nil : (Rational(digits, scale), !pointSeen)
    }
}
