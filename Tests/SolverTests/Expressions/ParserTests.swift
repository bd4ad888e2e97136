import Exact
import Testing

@testable import Solver

/// How texts are read: what binds tighter, what a derivative is, and where each error stands.
struct ParserTests {
    private static let names: Set<String> = [
        "a", "b", "c", "x", "y", "L", "W1", "W2", "z2", "h1", "g", "w", "d_k", "S", "dk", "k", "dx", "dy", "X",
    ]

    private func read(_ text: String) throws -> String {
        written(try Parser.expression(text, names: Self.names))
    }

    /// An expression with all its brackets.
    private func written(_ expression: Expression) -> String {
        switch expression.kind {
        case .number(let value): return value.text
        case .name(let name): return name
        case .derivative(let top, let bottom): return "∂\(written(top))/∂\(written(bottom))"
        case .negation(let operand): return "−\(written(operand))"
        case .binary(let sign, let left, let right):
            return "(\(written(left)) \(sign.rawValue) \(written(right)))"
        case .comparison(let operands, let relations):
            let links = zip(relations, operands.dropFirst()).map { " \($0.rawValue) \(written($1))" }
            return "(\(written(operands[0]))\(links.joined()))"
        case .call(let name, let arguments, let options):
            let all = arguments.map(written) + options.map { "\($0.name)=\(written($0.value))" }
            return "\(name)(\(all.joined(separator: ", ")))"
        case .selection(let base, let subscripts):
            let places = subscripts.map { place in
                switch place {
                case .index(let index): "\(index)"
                case .all: ":"
                case .range(let first, let last): "\(first):\(last)"
                case .drawn(let name): name
                case .symbol(let first, let last): written(first) + (last.map { ":" + written($0) } ?? "")
                }
            }
            return "\(written(base))[\(places.joined(separator: ","))]"
        case .transpose(let operand): return "\(written(operand))ᵀ"
        case .substitution(let base, let replacements):
            return "\(written(base))|" + replacements.map { "\($0.name)=\(written($0.value))" }.joined(separator: ",")
        }
    }

    @Test(arguments: [
        ("-x^2", "−(x ^ 2)"), ("2^-1", "(2 ^ −1)"), ("a/b*c", "((a / b) * c)"), ("a - b - c", "((a - b) - c)"),
        ("a - (b - c)", "(a - (b - c))"), ("a^b^c", "(a ^ (b ^ c))"), ("-a^-b^c", "−(a ^ −(b ^ c))"),
        ("a + b * c", "(a + (b * c))"), ("-a * b", "(−a * b)"), ("a * -b", "(a * −b)"), ("a - -b", "(a - −b)"),
        ("--a", "a"), ("-+-a", "a"), ("−a", "−a"), ("a @ b * c", "((a @ b) * c)"), ("a.T @ b", "(aᵀ @ b)"),
        ("-a.T", "−aᵀ"), ("a[1]^2", "(a[1] ^ 2)"), ("X[2,:].T", "X[2,:]ᵀ"), ("X[1:2,3]", "X[1:2,3]"),
        ("X.T[2,1]", "Xᵀ[2,1]"), ("(a + b)[1]", "(a + b)[1]"), ("a < b", "(a < b)"),
        ("a < b <= c", "(a < b <= c)"), ("0 < a + 1 != b*2 == c", "(0 < (a + 1) != (b * 2) == c)"),
        ("(a < b) < c", "((a < b) < c)"), ("relu(a - b)", "relu((a - b))"), ("sum(X, by=rows)", "sum(X, by=rows)"),
        ("where(a < 0, 1, b)", "where((a < 0), 1, b)"), ("leaky_relu(x, slope=1/10)", "leaky_relu(x, slope=(1 / 10))"),
        (".5*x", "(0.5 * x)"), ("1e-3", "0.001"), ("2.T", "2ᵀ"), ("0.1", "0.1"), ("  a\n+\tb ", "(a + b)"),
        ("dL/dW2", "∂L/∂W2"), ("dL/dW2[2,2]", "∂L/∂W2[2,2]"), ("dz2[1]/dh1[3]", "∂z2[1]/∂h1[3]"),
        ("W1 - a * dL/dW1", "(W1 - (a * ∂L/∂W1))"), ("dL/dW1^2", "(∂L/∂W1 ^ 2)"), ("dL/dW1.T", "∂L/∂W1ᵀ"),
        ("-dL/dW1", "−∂L/∂W1"), ("a/dL/dW1", "(a / ∂L/∂W1)"), ("dg/dw", "∂g/∂w"), ("S / dk", "(S / dk)"),
        ("S/dk", "(S / dk)"), ("dx / dy", "(dx / dy)"), ("d_k / a", "(d_k / a)"), ("dk/a", "(dk / a)"),
        ("dk/dW1", "∂k/∂W1"), ("S / d_k^2", "(S / (d_k ^ 2))"),
        ("a[2-1,2*(1+1)]", "a[1,4]"), ("a[4/2:1+2]", "a[2:3]"),
        ("L with W1 = a - b", "L|W1=(a - b)"), ("a + L with W1 = a, b = c", "(a + L)|W1=a,b=c"),
        ("(L with W1 = a) - L", "(L|W1=a - L)"), ("dL/dW1 with W1 = W2", "∂L/∂W1|W1=W2"),
    ])
    func reads(_ text: String, _ expected: String) throws { #expect(try read(text) == expected) }

    @Test(
        arguments: [
            ("", "expected a number, a name or (, found the end", 0..<0), ("a +", "found the end", 3..<3),
            ("a b", "expected an operator or the end, found 'b'", 2..<3), ("(a", "expected ')', found the end", 2..<2),
            ("a)", "expected an operator or the end, found ')'", 1..<2), ("a[", "expected an index from 1", 2..<2),
            ("a[0]", "indices are whole numbers from 1", 2..<3), ("a[1.5]", "indices are whole numbers from 1", 2..<5),
            ("a[5000]", "indices are whole numbers from 1", 2..<6),
            ("a[q]", "expected an index from 1, found 'q'", 2..<3),
            ("a[1", "expected ']'", 3..<3), ("a[1,1,1,1,1]", "at most four dimensions", 11..<12),
            ("a = b", "write == to compare", 2..<3), ("2x", "write * between a number and a name", 0..<2),
            ("3W1 @ x", "write * between a number and a name", 0..<3),
            ("1.2.3", "not a number that can be read", 0..<5),
            ("9e99", "not a number that can be read exactly", 0..<4), ("a · b", "write * for a product", 2..<4),
            ("x²", "write ^2 for a square", 1..<3), ("|x|", "write abs(x) for |x|", 0..<1),
            ("√x", "write sqrt(x)", 0..<3),
            ("a'", "write .T for a transpose", 1..<2), ("a & b", "chain comparisons", 2..<3),
            ("!a", "write != for", 0..<1),
            ("h_{t}", "need a for line", 2..<3), ("a # b", "'#' has no meaning here", 2..<3),
            ("ŷ", "'ŷ' has no", 0..<2), ("a[1-1]", "indices are whole numbers from 1", 2..<5),
            ("a[2*x]", "indices are whole numbers from 1", 2..<5), ("a + h_{t", "'}' is missing", 6..<7),
            ("a.x", "only .T, the transpose, may follow a point", 1..<2), ("f(by=rows, a)", "come last", 11..<12),
            ("dx/dy", "this could be the derivative of x by y or dx divided by dy", 0..<5),
            ("a + dx/dy", "write spaces around / to divide", 4..<9), ("a < ", "found the end", 4..<4),
            ("f(a", "expected ')'", 3..<3), ("f(a,)", "expected a number, a name or (, found ')'", 4..<5),
        ] as [(String, String, Range<Int>)])
    func errors(_ text: String, _ message: String, _ range: Range<Int>) {
        let error = #expect(throws: ExpressionError.self) { try Parser.expression(text, names: Self.names) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.range == range)
    }

    @Test func lists() throws {
        let list = try Parser.list("z2, dL/dW2[2,2], a[1,2]", names: Self.names)
        #expect(list.map(written) == ["z2", "∂L/∂W2[2,2]", "a[1,2]"])
        #expect(list.map(\.range) == [0..<2, 4..<15, 17..<23])
        let error = #expect(throws: ExpressionError.self) { try Parser.list("a b", names: Self.names) }
        #expect(error?.message == "expected a comma or the end, found 'b'")
    }

    /// Every part of an expression knows where it stands.
    @Test func rangesOfParts() throws {
        let text = "relu(W1 @ x[1] + dL/dW1[2]) - (a)"
        let whole = try Parser.expression(text, names: Self.names)
        func slice(_ expression: Expression) -> String {
            String(decoding: Array(text.utf8)[expression.range], as: UTF8.self)
        }
        guard case .binary(_, let left, let right) = whole.kind, case .call(_, let arguments, _) = left.kind,
            case .binary(_, let product, let derivative) = arguments[0].kind
        else { return #expect(Bool(false), "another form") }
        #expect(
            [whole, left, right, arguments[0], product, derivative].map(slice) == [
                text, "relu(W1 @ x[1] + dL/dW1[2])", "(a)", "W1 @ x[1] + dL/dW1[2]", "W1 @ x[1]", "dL/dW1[2]",
            ])
    }

    @Test func namesAreInOrder() throws {
        let expression = try Parser.expression("where(a < b, sum(X, by=rows), -dL/dW1[2]) @ a.T", names: Self.names)
        #expect(expression.names == ["a", "b", "X", "L", "W1"])
    }
}
