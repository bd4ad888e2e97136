import Exact

/// Reads a printed formula of one line as a person reads it.
struct TextReader {
    private var rest: Substring
    private let names: [String: Rational]

    /// The value of a printed formula; nil where it cannot be read.
    static func value(of text: String, names: [String: Rational]) -> Rational? {
        var reader = TextReader(rest: text[...], names: names)
        guard let value = reader.expression(), reader.rest.isEmpty else { return nil }
        return value
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    private mutating func expression() -> Rational? {
        let isNegated = take("\u{2212}")
        guard var sum = term() else { return nil }
        if isNegated { sum = -sum }
        while true {
            if take(" + ") {
                guard let next = term() else { return nil }
                sum = sum + next
            } else if take(" \u{2212} ") {
                guard let next = term() else { return nil }
                sum = sum - next
            } else {
                return sum
            }
        }
    }

    /// Factors with signs between them from left to right; what stands side by side belongs together more tightly.
    private mutating func term() -> Rational? {
        guard var product = run() else { return nil }
        while true {
            if take(" \u{B7} ") || take(" \u{D7} ") {
                guard let next = run() else { return nil }
                product = product * next
            } else if take("/") {
                guard let next = run() else { return nil }
                product = product / next
            } else {
                return product
            }
        }
    }

    private mutating func run() -> Rational? {
        guard var product = power() else { return nil }
        while rest.first == " ", let next = rest.dropFirst().first, next == "(" || next.isLetter {
            rest.removeFirst()
            guard let factor = power() else { return nil }
            product = product * factor
        }
        return product
    }

    private mutating func power() -> Rational? {
        guard let base = atom() else { return nil }
        let digits = ["\u{2070}", "\u{B9}", "\u{B2}", "\u{B3}"] as [Character]
        guard let mark = rest.first, let exponent = digits.firstIndex(of: mark) else { return base }
        rest.removeFirst()
        return MathsTests.power(base, Rational(exponent))
    }

    private mutating func atom() -> Rational? {
        if take("(") {
            guard let inner = expression(), take(")") else { return nil }
            return inner
        }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        if !digits.isEmpty {
            rest = rest.dropFirst(digits.count)
            return Rational(reading: String(digits))
        }
        guard let first = rest.first, let value = names[String(first)] else { return nil }
        rest.removeFirst()
        return value
    }
}
