import Exact
import TestSupport

/// Reads printed MathML as a person reads it: rows group nothing, only parentheses, fraction bars and heights do.
struct LineReader {
    private enum Token: Equatable {
        case number(Rational)
        case fraction(Rational)
        case sign(String)
        case exponent(Rational)
    }

    private var tokens: [Token] = []
    private var position = 0

    /// The value of a printed formula; nil where it cannot be read, or not with certainty.
    static func value(of markup: [Markup], names: [String: Rational]) -> Rational? {
        var reader = LineReader()
        guard reader.flatten(markup, names) else { return nil }
        guard let value = reader.expression(), reader.position == reader.tokens.count else { return nil }
        return value
    }

    private mutating func flatten(_ markup: [Markup], _ names: [String: Rational]) -> Bool {
        for piece in markup {
            guard case .element(let name, let children) = piece else { return false }
            let text = children.first?.text ?? ""
            switch (name, children) {
            case ("math", _), ("mrow", _):
                guard flatten(children, names) else { return false }
            case ("mn", _):
                guard let number = Rational(reading: text) else { return false }
                tokens.append(.number(number))
            case ("mi", _):
                guard let number = names[text] else { return false }
                tokens.append(.number(number))
            case ("mo", _): tokens.append(.sign(text))
            case ("mfrac", _) where children.count == 2:
                guard let above = Self.value(of: [children[0]], names: names),
                    let below = Self.value(of: [children[1]], names: names)
                else { return false }
                tokens.append(.fraction(above / below))
            case ("msup", _) where children.count == 2:
                guard flatten([children[0]], names), let exponent = Self.value(of: [children[1]], names: names)
                else { return false }
                tokens.append(.exponent(exponent))
            default: return false
            }
        }
        return true
    }

    private mutating func take(_ sign: String) -> Bool {
        guard position < tokens.count, tokens[position] == .sign(sign) else { return false }
        position += 1
        return true
    }

    private mutating func expression() -> Rational? {
        let isNegated = take("\u{2212}")
        guard var sum = term() else { return nil }
        if isNegated { sum = -sum }
        while true {
            if take("+") {
                guard let next = term() else { return nil }
                sum = sum + next
            } else if take("\u{2212}") {
                guard let next = term() else { return nil }
                sum = sum - next
            } else {
                return sum
            }
        }
    }

    private mutating func term() -> Rational? {
        guard var product = factor() else { return nil }
        while true {
            if take("\u{22C5}") || take("\u{00D7}") {
                guard let next = factor() else { return nil }
                product = product * next
            } else if take("\u{2062}") {
                // digits that follow with nothing to be seen between would run into what stands before
                switch position < tokens.count ? tokens[position] : .sign("") {
                case .fraction: return nil
                case .number(let number) where !isName(number): return nil
                default: break
                }
                guard let next = factor() else { return nil }
                product = product * next
            } else if take("/") {
                if position < tokens.count, case .fraction = tokens[position] { return nil }
                guard let next = factor() else { return nil }
                product = product / next
            } else {
                return product
            }
        }
    }

    /// The tests give names values that no printed number has.
    private func isName(_ number: Rational) -> Bool { number.magnitude > Rational(1000) }

    private mutating func factor() -> Rational? {
        guard position < tokens.count else { return nil }
        let base: Rational
        switch tokens[position] {
        case .number(let number):
            base = number
            position += 1
        case .fraction(let number):
            position += 1
            if position < tokens.count, case .exponent = tokens[position] { return nil }
            return number
        case .sign("("):
            position += 1
            guard let inner = expression(), take(")") else { return nil }
            base = inner
        default: return nil
        }
        guard position < tokens.count, case .exponent(let exponent) = tokens[position] else { return base }
        position += 1
        if position < tokens.count, case .exponent = tokens[position] { return nil }
        return power(base, exponent)
    }
}

/// A base multiplied by itself; nil where the exponent is no small number.
func power(_ base: Rational, _ exponent: Rational) -> Rational? {
    guard exponent.isInteger, !exponent.isNegative, exponent < Rational(10) else { return nil }
    var result = Rational.one
    var count = Rational.zero
    while count < exponent {
        result = result * base
        count = count + .one
    }
    return result
}
