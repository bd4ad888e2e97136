import Exact

/// What the variables of loops stand for while an expression is read.
enum LoopVariables {
    /// Numbers, in one round of the loop.
    case values([String: Int])
    /// Themselves, in an expression that is only to be written.
    case symbols(Set<String>)

    /// A token with its variables replaced: `t` by a number, and `h_{t-1}` by the name that it means in this round.
    func resolved(_ token: Token) throws(ExpressionError) -> Token {
        guard case .name(let text) = token.kind else { return token }
        guard text.contains("{") else {
            if case .values(let values) = self, let value = values[text] {
                return Token(kind: .number(Rational(value)), range: token.range)
            }
            return token
        }
        return Token(kind: .name(try name(text, from: token.range.lowerBound)), range: token.range)
    }

    /// `h_0` for `h_{t-1}` where t is 1.
    private func name(_ text: String, from start: Int) throws(ExpressionError) -> String {
        let bytes = Array(text.utf8)
        var name = ""
        var rest = 0
        while let open = bytes[rest...].firstIndex(of: UInt8(ascii: "{")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let inner = String(decoding: bytes[open + 1..<close], as: UTF8.self)
            name += String(decoding: bytes[rest..<open], as: UTF8.self)
            name += try piece(inner, at: start + open..<start + close + 1)
            rest = close + 1
        }
        return name + String(decoding: bytes[rest...], as: UTF8.self)
    }

    /// What stands between braces.
    private func piece(_ inner: String, at range: TextRange) throws(ExpressionError) -> String {
        let expression: Expression
        do throws(ExpressionError) {
            var parser = try Parser(inner, [], self)
            expression = try parser.comparison()
            guard parser.current.kind == .end else { throw parser.unexpected("whole-number arithmetic") }
        } catch {
            throw ExpressionError(
                error.message,
                at: range.lowerBound + 1 + error.range.lowerBound..<range.lowerBound + 1 + error.range.upperBound)
        }
        switch self {
        case .symbols(let symbols):
            try check(expression, among: symbols, at: range)
            return "{" + inner.filter { !$0.isWhitespace } + "}"
        case .values(let values):
            guard !values.isEmpty else {
                throw ExpressionError(
                    "names with {…} need a for line around them; elsewhere name one round's quantity, as in h_1",
                    at: range.lowerBound..<range.lowerBound + 1)
            }
            try check(expression, among: Set(values.keys), at: range)
            guard let value = expression.wholeValue else {
                throw ExpressionError("expected whole-number arithmetic in braces, as in {t-1}", at: range)
            }
            guard value >= 0 else { throw ExpressionError("this is \(value) here; names count from 0", at: range) }
            return String(value)
        }
    }

    private func check(
        _ expression: Expression, among variables: Set<String>, at range: TextRange
    ) throws(ExpressionError) {
        guard let unknown = expression.names.first(where: { !variables.contains($0) }) else { return }
        let known = variables.sorted().joined(separator: ", ")
        throw ExpressionError("there is no loop variable '\(unknown)'; here it is \(known)", at: range)
    }
}
