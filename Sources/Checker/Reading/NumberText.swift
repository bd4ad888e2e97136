import Exact

/// What commas in a cell mean.
enum CommaMeaning {
    /// They stand between entries.
    case separator
    /// They are decimal points; between entries they are followed by a space.
    case decimalPoint
    /// They stand before every three digits.
    case thousands
}

/// Reads a plain text as one number: `21`, `-3.5`, `1e-3`, `49/8`, `6 1/8`, `50%`.
func readNumber(_ text: ArraySlice<UInt8>, comma meaning: CommaMeaning) throws(CellProblem) -> Rational {
    let text = trimmed(text)
    if let decimal = text.withUnsafeBytes(ShortDecimal.init(reading:)) { return decimal.rational }
    guard !text.isEmpty else { throw .emptyEntry }
    if text.last == UInt8(ascii: "%") {
        return try defined(readNumber(text.dropLast(), comma: meaning) / Rational(100), text)
    }
    guard let numeral = withoutCommas(text, meaning) else { throw .notANumber(excerpt(text)) }
    if let number = Rational(reading: numeral) { return number }
    if let mixed = readMixedNumber(numeral) { return try defined(mixed, text) }
    guard isNumeral(numeral) else { throw .notANumber(excerpt(text)) }
    let denominator = numeral.split(separator: slash).last ?? []
    let isDividedByZero = numeral.contains(slash) && denominator.allSatisfy { $0 == UInt8(ascii: "0") }
    throw isDividedByZero ? .zeroDenominator(excerpt(text)) : .tooManyDigits(excerpt(text))
}

private func defined(_ number: Rational, _ text: ArraySlice<UInt8>) throws(CellProblem) -> Rational {
    if number.isUndefined { throw .tooManyDigits(excerpt(text)) }
    return number
}

/// A whole number, a space, and a fraction without a sign: the sign before them belongs to both.
private func readMixedNumber(_ text: ArraySlice<UInt8>) -> Rational? {
    let parts = text.split(separator: space, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first.map(isDigit) == true, parts[1].contains(slash) else { return nil }
    guard isSignedInteger(parts[0]), let fraction = Rational(reading: parts[1]) else { return nil }
    guard let whole = Rational(reading: parts[0]) else { return nil }
    return parts[0].first == UInt8(ascii: "-") ? whole - fraction : whole + fraction
}

/// The numeral with a decimal point where there was a comma, and without marks of thousands; nil where they do not fit.
private func withoutCommas(_ text: ArraySlice<UInt8>, _ meaning: CommaMeaning) -> ArraySlice<UInt8>? {
    guard text.contains(comma) else { return text }
    switch meaning {
    case .separator:
        return nil
    case .thousands:
        return withoutGroups(text, mark: comma, point: point)
    case .decimalPoint:
        let parts = text.split(separator: comma, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first.map(isDigit) == true, !parts[1].contains(point) else { return nil }
        guard parts[0].contains(point) else { return ArraySlice(parts[0] + [point] + parts[1]) }
        return withoutGroups(text, mark: point, point: comma)
    }
}

/// The numeral without marks between groups of three digits; nil where the groups are not such.
private func withoutGroups(_ text: ArraySlice<UInt8>, mark: UInt8, point decimalPoint: UInt8) -> ArraySlice<UInt8>? {
    let sign = text.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let whole = text.dropFirst(sign.count).prefix { $0 != decimalPoint }
    let decimals = text[whole.endIndex...].dropFirst()
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0") else { return nil }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.joined().allSatisfy(isDigit) else { return nil }
    guard decimals.allSatisfy(isDigit) else { return nil }
    return ArraySlice(sign + groups.joined() + [point] + decimals)
}

private func isSignedInteger(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    return !digits.isEmpty && digits.allSatisfy(isDigit)
}

/// Whether a text that cannot be read is a number for all that: one too large, or one divided by 0.
private func isNumeral(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: slash, omittingEmptySubsequences: false)
    if parts.count == 2 {
        let whole = parts[0].split(separator: space, omittingEmptySubsequences: false)
        guard whole.count <= 2, whole.first.map(isSignedInteger) == true, !parts[1].isEmpty else { return false }
        return whole.dropFirst().joined().allSatisfy(isDigit) && parts[1].allSatisfy(isDigit)
    }
    let power = text.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    guard power.count <= 2, power.dropFirst().allSatisfy(isSignedInteger), let digits = power.first else {
        return false
    }
    let halves = digits.split(separator: point, omittingEmptySubsequences: false)
    guard halves.count <= 2, digits.contains(where: isDigit), let whole = halves.first else { return false }
    return (whole.isEmpty || whole.allSatisfy(isDigit) || isSignedInteger(whole))
        && halves.dropFirst().allSatisfy { $0.allSatisfy(isDigit) }
}

/// The text for a message, at most 24 characters of it.
private func excerpt(_ text: ArraySlice<UInt8>) -> String {
    let text = String(decoding: text, as: UTF8.self)
    return text.count > 24 ? text.prefix(24) + "…" : text
}
