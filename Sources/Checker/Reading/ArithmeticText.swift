import Exact

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a number that is written as arithmetic: `-3.5*6`, `ln(2)+1`, `1/(1+e^-2)`, `sqrt(2)/2`.
///
/// Exact where it can be. What people read in two ways is refused: `-3^2`, `2^3^2`, `1/2/3`, `1/2e3`, `3 -1/8`, a sign
/// behind a sign.
struct ArithmeticText {
    private let text: ArraySlice<UInt8>
    private let decimalPoint: UInt8
    private var place: Int
    /// How deep the brackets are.
    private var depth = 0
    /// A lone numeral is no arithmetic.
    private var steps = 0

    private static let depthLimit = 32

    private enum Failure: Error { case unreadable }

    /// The number that a plain text amounts to; nil where it is no arithmetic or has no value.
    static func number(in text: [UInt8], hasDecimalComma: Bool) -> Rational? {
        var reader = ArithmeticText(
            text: text[...], decimalPoint: hasDecimalComma ? comma : point, place: text.startIndex)
        guard let number = try? reader.sum(), reader.isAtEnd, reader.steps > 0, number.isDefined else { return nil }
        switch number {
        case .exact(let rational): return rational
        // Fifteen digits are right; a sheet asks for fewer.
        case .real(let double): return Rational(reading: Number.real(double).text(.significant(15)))
        }
    }

    private var isAtEnd: Bool { place == text.endIndex }

    /// The next byte that is no space.
    private mutating func peek() -> UInt8? {
        while place < text.endIndex, text[place] == space { place += 1 }
        return place < text.endIndex ? text[place] : nil
    }

    /// Whether a sign follows that has a space before it and none behind: `3 -1/8` might be a mixed number.
    private mutating func isLopsided() -> Bool {
        guard let sign = peek(), "+-".utf8.contains(sign), place > text.startIndex else { return false }
        return text[place - 1] == space && text[(place + 1)...].first != space
    }

    /// Takes one of several spellings where it is next.
    private mutating func take(_ spellings: String...) -> Bool {
        _ = peek()
        guard let found = spellings.first(where: { text[place...].starts(with: $0.utf8) }) else { return false }
        place += found.utf8.count
        return true
    }

    private mutating func sum() throws(Failure) -> Number {
        var total = try signed()
        while true {
            if isLopsided() { throw .unreadable }
            if take("+") {
                total = combine(total, try product()) {
                    $0 + $1
                } real: {
                    $0 + $1
                }
            } else if take("-") {
                total = combine(total, try product()) {
                    $0 - $1
                } real: {
                    $0 - $1
                }
            } else {
                return total
            }
        }
    }

    /// A product with a sign before it, which only a first one may have.
    private mutating func signed() throws(Failure) -> Number {
        guard take("-") else {
            _ = take("+")
            return try product()
        }
        let (start, factor) = (place, try product(isNegated: true))
        if start == place { throw .unreadable }
        return combine(.exact(.zero), factor) {
            $0 - $1
        } real: {
            $0 - $1
        }
    }

    private mutating func product(isNegated: Bool = false) throws(Failure) -> Number {
        var total = try power(isNegated: isNegated)
        var divisions = 0
        while true {
            let isPower = text[place...].starts(with: "**".utf8)
            if !isPower, take("*", "·", "×") {
                total = combine(total, try power()) {
                    $0 * $1
                } real: {
                    $0 * $1
                }
            } else if take("/", "÷") {
                divisions += 1
                // Above or below the second line?
                if divisions > 1 { throw .unreadable }
                total = combine(total, try power()) {
                    $0 / $1
                } real: {
                    $0 / $1
                }
            } else {
                return total
            }
        }
    }

    private mutating func power(isNegated: Bool = false) throws(Failure) -> Number {
        let base = try atom()
        guard take("^", "**") else { return base }
        steps += 1
        if isNegated { throw .unreadable }
        let isNegative = take("-")
        let exponent = try atom()
        if take("^", "**") { throw .unreadable }
        if case .exact(let base) = base, case .exact(let whole) = exponent, whole.isInteger,
            let small = Int(exactly: whole.numerator), small <= 64
        {
            return .exact(base.power(isNegative ? -small : small))
        }
        return .real(pow(base.double, isNegative ? -exponent.double : exponent.double))
    }

    private mutating func atom() throws(Failure) -> Number {
        guard let next = peek() else { throw .unreadable }
        if isDigit(next) || next == decimalPoint { return .exact(try numeral()) }
        if take("(") { return try bracketed() }
        if take("√") {
            steps += 1
            return root(try atom())
        }
        if take("π") { return .real(.pi) }
        let start = place
        while place < text.endIndex, text[place] | 0x20 >= UInt8(ascii: "a"), text[place] | 0x20 <= UInt8(ascii: "z") {
            place += 1
        }
        let name = String(decoding: text[start..<place], as: UTF8.self)
        if name == "e" {
            steps += 1
            return .real(exp(1))
        }
        if name == "pi" { return .real(.pi) }
        guard Self.functions.contains(name), take("(") else { throw .unreadable }
        return apply(name, to: try bracketed())
    }

    /// What stands before a closing bracket.
    private mutating func bracketed() throws(Failure) -> Number {
        depth += 1
        steps += 1
        if depth > Self.depthLimit { throw .unreadable }
        let inner = try sum()
        guard take(")") else { throw .unreadable }
        depth -= 1
        return inner
    }

    private mutating func numeral() throws(Failure) -> Rational {
        let start = place
        while place < text.endIndex, isDigit(text[place]) || text[place] == decimalPoint { place += 1 }
        // `2e3` behind a bar might be divided by, or not.
        if place < text.endIndex, text[place] | 0x20 == UInt8(ascii: "e") { throw .unreadable }
        let digits = text[start..<place].map { $0 == decimalPoint ? point : $0 }
        guard let number = Rational(reading: digits) else { throw .unreadable }
        return number
    }

    private static let functions: Set<String> = ["ln", "exp", "sqrt", "tanh", "sigmoid", "abs"]

    private func apply(_ name: String, to number: Number) -> Number {
        switch name {
        case "ln": return .real(log(number.double))
        case "exp": return .real(exp(number.double))
        case "tanh": return .real(tanh(number.double))
        case "sigmoid": return .real(1 / (1 + exp(-number.double)))
        case "abs":
            if case .exact(let number) = number { return .exact(number.magnitude) }
            return .real(number.double.magnitude)
        default: return root(number)
        }
    }

    /// Exact for squares of fractions.
    private func root(_ number: Number) -> Number {
        let root = number.double.squareRoot()
        if case .exact(let number) = number, root.isFinite,
            let guess = Rational(reading: Number.real(root).text(.significant(15))),
            guess * guess == number
        {
            return .exact(guess)
        }
        return .real(root)
    }

    private mutating func combine(
        _ left: Number, _ right: Number, exact: (Rational, Rational) -> Rational, real: (Double, Double) -> Double
    ) -> Number {
        steps += 1
        if case .exact(let left) = left, case .exact(let right) = right { return .exact(exact(left, right)) }
        return .real(real(left.double, right.double))
    }
}
