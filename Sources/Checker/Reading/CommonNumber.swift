import Exact

/// Reads what nearly all cells hold, without looking for anything else: a short decimal, or a fraction of short integers,
/// after a sign in ASCII or U+2212, between plain spaces.
func readCommonNumber(_ cell: UnsafeRawBufferPointer) -> Rational? {
    if let decimal = ShortDecimal(reading: cell) { return decimal.rational }
    guard cell.count <= 48 else { return nil }
    var rest = cell[...]
    while rest.first == space { rest = rest.dropFirst() }
    while rest.last == space { rest = rest.dropLast() }
    if rest.starts(with: [0xE2, 0x88, 0x92]) {
        rest = rest.dropFirst(3)
        guard let first = rest.first, isDigit(first) || first == point else { return nil }
        return readFraction(rest).map { -$0 }
    }
    return readFraction(rest)
}

/// A short decimal, or two short integers with a slash between.
private func readFraction(_ text: Slice<UnsafeRawBufferPointer>) -> Rational? {
    guard let split = text.firstIndex(of: slash) else {
        return ShortDecimal(reading: UnsafeRawBufferPointer(rebasing: text))?.rational
    }
    let below = text[(split + 1)...]
    guard let first = below.first, isDigit(first), !text.contains(point) else { return nil }
    guard let numerator = ShortDecimal(reading: UnsafeRawBufferPointer(rebasing: text[..<split])),
        let denominator = ShortDecimal(reading: UnsafeRawBufferPointer(rebasing: below)), denominator.digits != 0
    else { return nil }
    return Rational(Int128(numerator.digits), Int128(denominator.digits))
}
