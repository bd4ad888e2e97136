import Exact

/// Reads an equation's text.
///
/// From loose to tight: comparisons; `+ -`; `* / @`; the sign; `^`, from the right; `[…]` and `.T`; a derivative `dA/dB`.
package struct Parser {
    var tokens: [Token]
    var position = 0
    private var depth = 0
    /// The names that the template defines: they tell a derivative from a quotient.
    let names: Set<String>
    /// Variables that stand for themselves, as those of an expression that is only to be written.
    let symbols: Set<String>

    /// Deeper nesting is refused.
    static let deepest = 64

    /// Reads a whole text, with loop variables as the numbers that they stand for in names (`h_{t-1}`), in indices and
    /// elsewhere; throws at the first place that does not fit.
    package static func expression(
        _ text: String, names: Set<String>, loop: [String: Int] = [:]
    ) throws(ExpressionError) -> Expression {
        var parser = try Parser(text, names, .values(loop))
        let expression = try parser.comparison()
        guard parser.current.kind == .end else { throw parser.unexpected("an operator or the end") }
        return expression
    }

    /// Reads a whole text that is only to be written, with loop variables as symbols.
    package static func expression(
        _ text: String, names: Set<String>, symbols: Set<String>
    ) throws(ExpressionError) -> Expression {
        var parser = try Parser(text, names, .symbols(symbols))
        let expression = try parser.comparison()
        guard parser.current.kind == .end else { throw parser.unexpected("an operator or the end") }
        return expression
    }

    /// Reads a name, with loop variables in braces as the numbers that they stand for.
    package static func name(_ text: String, loop: [String: Int]) throws(ExpressionError) -> String {
        try name(text, .values(loop))
    }

    /// Reads a name that is only to be written, with loop variables in braces as symbols.
    package static func name(_ text: String, symbols: Set<String>) throws(ExpressionError) -> String {
        try name(text, .symbols(symbols))
    }

    private static func name(_ text: String, _ variables: LoopVariables) throws(ExpressionError) -> String {
        let parser = try Parser(text, [], variables)
        guard parser.tokens.count == 2, case .name(let name) = parser.tokens[0].kind else {
            throw ExpressionError(
                "expected a name: letters, digits and _, with loop variables in braces as in h_{t}",
                at: 0..<text.utf8.count)
        }
        return name
    }

    /// Reads several expressions with commas between them, with loop variables as the numbers that they stand for.
    package static func list(
        _ text: String, names: Set<String>, loop: [String: Int] = [:]
    ) throws(ExpressionError) -> [Expression] {
        var parser = try Parser(text, names, .values(loop))
        return try parser.list()
    }

    /// Reads several expressions that are only to be written, with loop variables as symbols.
    package static func list(
        _ text: String, names: Set<String>, symbols: Set<String>
    ) throws(ExpressionError) -> [Expression] {
        var parser = try Parser(text, names, .symbols(symbols))
        return try parser.list()
    }

    init(_ text: String, _ names: Set<String>, _ variables: LoopVariables) throws(ExpressionError) {
        var tokens: [Token] = []
        for token in try Lexer.tokens(of: text) { tokens.append(try variables.resolved(token)) }
        self.tokens = tokens
        self.names = names
        if case .symbols(let symbols) = variables { self.symbols = symbols } else { symbols = [] }
    }

    /// Whether a name is known; one with a loop variable in it is as known as those of its rounds.
    func isKnown(_ name: String) -> Bool { names.contains(name) || name.utf8.contains(UInt8(ascii: "{")) }

    private mutating func list() throws(ExpressionError) -> [Expression] {
        var expressions = [try comparison()]
        while take(",") { expressions.append(try comparison()) }
        guard current.kind == .end else { throw unexpected("a comma or the end") }
        return expressions
    }

    /// The end where nothing is left.
    var current: Token { tokens[min(position, tokens.count - 1)] }

    /// Steps over a sign if it comes next.
    mutating func take(_ sign: String) -> Bool {
        guard current.isSign(sign) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ sign: String) throws(ExpressionError) {
        guard take(sign) else { throw unexpected("'\(sign)'") }
    }

    func unexpected(_ expected: String) -> ExpressionError {
        ExpressionError("expected \(expected), found \(current.description)", at: current.range)
    }

    private func made(_ kind: Expression.Kind, from start: Int) -> Expression {
        Expression(kind: kind, range: start..<tokens[max(0, position - 1)].range.upperBound)
    }

    mutating func comparison() throws(ExpressionError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw ExpressionError("this is nested more than \(Self.deepest) deep", at: current.range)
        }
        let start = current.range.lowerBound
        var operands = [try sum()]
        var relations: [Comparison.Relation] = []
        while case .sign(let sign) = current.kind, let relation = Comparison.Relation(rawValue: sign) {
            position += 1
            relations.append(relation)
            operands.append(try sum())
        }
        if current.isSign("=") && depth == 1 {
            throw ExpressionError("write == to compare, or name: … to define a quantity", at: current.range)
        }
        let expression = relations.isEmpty ? operands[0] : made(.comparison(operands, relations), from: start)
        guard current.kind == .name("with") else { return expression }
        position += 1
        var replacements = [try replacement()]
        while isReplacement(at: position + 1), take(",") { replacements.append(try replacement()) }
        return made(.substitution(expression, replacements), from: start)
    }

    private func isReplacement(at place: Int) -> Bool {
        guard place + 1 < tokens.count, case .name = tokens[place].kind else { return false }
        return tokens[place + 1].isSign("=")
    }

    /// Reads `W1 = W1_new`.
    private mutating func replacement() throws(ExpressionError) -> Expression.Replacement {
        guard isReplacement(at: position), case .name(let name) = current.kind else {
            throw unexpected("a quantity and its other value, as in W1 = W1_new,")
        }
        let start = current.range.lowerBound
        position += 2
        let value = try sum()
        return .init(name: name, value: value, range: start..<value.range.upperBound)
    }

    private mutating func sum() throws(ExpressionError) -> Expression {
        try leftToRight([.add, .subtract]) { parser throws(ExpressionError) in try parser.product() }
    }

    private mutating func product() throws(ExpressionError) -> Expression {
        try leftToRight([.multiply, .divide, .matrixProduct]) { parser throws(ExpressionError) in try parser.signed() }
    }

    private mutating func leftToRight(
        _ operators: [BinaryOperator], _ operand: (inout Parser) throws(ExpressionError) -> Expression
    ) throws(ExpressionError) -> Expression {
        let start = current.range.lowerBound
        var left = try operand(&self)
        while case .sign(let sign) = current.kind, let found = BinaryOperator(rawValue: sign), operators.contains(found)
        {
            position += 1
            let right = try operand(&self)
            left = made(.binary(found, left, right), from: start)
        }
        return left
    }

    private mutating func signed() throws(ExpressionError) -> Expression {
        let start = current.range.lowerBound
        var isNegative = false
        while true {
            if take("-") { isNegative.toggle() } else if !take("+") { break }
        }
        let operand = try power()
        return isNegative ? made(.negation(operand), from: start) : operand
    }

    private mutating func power() throws(ExpressionError) -> Expression {
        let start = current.range.lowerBound
        let base = try postfix()
        guard take("^") else { return base }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw ExpressionError("this is nested more than \(Self.deepest) deep", at: current.range)
        }
        let exponent = try signed()
        return made(.binary(.power, base, exponent), from: start)
    }

    private mutating func postfix() throws(ExpressionError) -> Expression {
        let start = current.range.lowerBound
        var base = try primary()
        while true {
            if take("[") {
                let places = try subscripts()
                base = made(.selection(base, places), from: start)
            } else if current.isSign("."), position + 1 < tokens.count, tokens[position + 1].kind == .name("T") {
                position += 2
                base = made(.transpose(base), from: start)
            } else if current.isSign(".") {
                throw ExpressionError("only .T, the transpose, may follow a point", at: current.range)
            } else {
                return base
            }
        }
    }

    private mutating func primary() throws(ExpressionError) -> Expression {
        let token = current
        let start = token.range.lowerBound
        switch token.kind {
        case .number(let value):
            position += 1
            return made(.number(value), from: start)
        case .name(let name):
            if let derivative = try derivative() { return derivative }
            position += 1
            return take("(") ? try call(name, from: start) : made(.name(name), from: start)
        case .sign("("):
            position += 1
            let inner = try comparison()
            try expect(")")
            return Expression(kind: inner.kind, range: start..<tokens[position - 1].range.upperBound)
        case .sign, .end:
            throw unexpected("a number, a name or (")
        }
    }

    private mutating func call(_ name: String, from start: Int) throws(ExpressionError) -> Expression {
        var arguments: [Expression] = []
        var options: [Expression.Option] = []
        if take(")") { return made(.call(name: name, arguments: [], options: []), from: start) }
        repeat {
            let token = current
            if case .name(let option) = token.kind, position + 1 < tokens.count, tokens[position + 1].isSign("=") {
                position += 2
                let value = try comparison()
                options.append(
                    .init(name: option, value: value, range: token.range.lowerBound..<value.range.upperBound))
            } else if options.isEmpty {
                arguments.append(try comparison())
            } else {
                throw ExpressionError("arguments with a name come last", at: token.range)
            }
        } while take(",")
        try expect(")")
        return made(.call(name: name, arguments: arguments, options: options), from: start)
    }
}
