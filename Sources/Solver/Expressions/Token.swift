import Exact

/// A word, number or sign of an equation.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case name(String)
        case number(Rational)
        /// One of the signs of the language, such as `<=`.
        case sign(String)
        case end
    }

    let kind: Kind
    let range: TextRange

    func isSign(_ text: String) -> Bool { kind == .sign(text) }

    /// How a message calls it.
    var description: String {
        switch kind {
        case .name(let name): "'\(name)'"
        case .number: "a number"
        case .sign(let sign): "'\(sign)'"
        case .end: "the end"
        }
    }
}

/// Cuts an equation's text into tokens; the last is always the end.
struct Lexer {
    private let bytes: [UInt8]
    private var position = 0

    /// Longer texts are not equations that a person wrote.
    static let longestText = 10_000
    /// A tree of expressions is at most this high, so that walking down it needs a small stack.
    static let mostTokens = 1000

    static func tokens(of text: String) throws(ExpressionError) -> [Token] {
        var lexer = Lexer(bytes: Array(text.utf8))
        guard lexer.bytes.count <= longestText else {
            throw ExpressionError("an equation is at most \(longestText) characters long", at: 0..<lexer.bytes.count)
        }
        var tokens: [Token] = []
        repeat {
            tokens.append(try lexer.next())
            guard tokens.count <= mostTokens else {
                throw ExpressionError(
                    "an equation has at most \(mostTokens) names, numbers and signs; define parts of it by themselves",
                    at: 0..<lexer.bytes.count)
            }
        } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(ExpressionError) -> Token {
        while position < bytes.count, [32, 9, 10, 13].contains(bytes[position]) { position += 1 }
        let start = position
        guard start < bytes.count else { return Token(kind: .end, range: start..<start) }
        let byte = bytes[start]
        if Self.isLetter(byte) { return try name() }
        if Self.isDigit(byte)
            || (byte == UInt8(ascii: ".") && start + 1 < bytes.count && Self.isDigit(bytes[start + 1]))
        {
            return try number()
        }
        return try sign()
    }

    /// Letters and digits, and what stands in braces right behind them, as in `h_{t-1}`.
    private mutating func name() throws(ExpressionError) -> Token {
        let start = position
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "{") {
                guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw ExpressionError("'}' is missing behind this brace", at: position..<position + 1)
                }
                position = end
            } else if !Self.isLetter(bytes[position]) && !Self.isDigit(bytes[position]) {
                break
            }
            position += 1
        }
        return Token(kind: .name(String(decoding: bytes[start..<position], as: UTF8.self)), range: start..<position)
    }

    private mutating func number() throws(ExpressionError) -> Token {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            let isExponentSign =
                (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")) && position > start
                && (bytes[position - 1] | 32) == UInt8(ascii: "e")
            let isPoint = byte == UInt8(ascii: ".") && !startsTranspose(at: position)
            guard Self.isDigit(byte) || isPoint || (byte | 32) == UInt8(ascii: "e") || isExponentSign else { break }
            position += 1
        }
        if position < bytes.count, Self.isLetter(bytes[position]) {
            while position < bytes.count, Self.isLetter(bytes[position]) || Self.isDigit(bytes[position]) {
                position += 1
            }
            throw ExpressionError("write * between a number and a name", at: start..<position)
        }
        guard let value = Rational(reading: bytes[start..<position]) else {
            throw ExpressionError("this is not a number that can be read exactly", at: start..<position)
        }
        return Token(kind: .number(value), range: start..<position)
    }

    private func startsTranspose(at place: Int) -> Bool {
        place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "T")
    }

    private mutating func sign() throws(ExpressionError) -> Token {
        let start = position
        // U+2212 is what word processors make of a minus.
        if bytes[start...].starts(with: [0xE2, 0x88, 0x92]) {
            position += 3
            return Token(kind: .sign("-"), range: start..<position)
        }
        for length in [2, 1] where start + length <= bytes.count {
            let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
            if length == 2, let hint = Self.hints[text] { throw ExpressionError(hint, at: start..<start + length) }
            if Self.signs.contains(text) {
                position += length
                return Token(kind: .sign(text), range: start..<position)
            }
        }
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let character = String(decoding: bytes[start..<end], as: UTF8.self)
        throw ExpressionError(Self.hints[character] ?? "'\(character)' has no meaning here", at: start..<end)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || ((byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z"))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static let signs: Set<String> = [
        "+", "-", "*", "/", "^", "@", "(", ")", "[", "]", ",", ":", "=", "<", "<=", ">", ">=", "==", "!=", ".",
    ]

    private static let hints: [String: String] = [
        "·": "write * for a product, @ for a matrix product", "×": "write * for a product, @ for a matrix product",
        "**": "write ^ for a power",
        "'": "write .T for a transpose", "²": "write ^2 for a square", "|": "write abs(x) for |x|",
        "√": "write sqrt(x) for a root", "&": "write all(…), or chain comparisons as in 0 < a < b",
        "!": "write != for not equal", "{": "braces stand in names, as in h_{t-1}",
    ]
}
