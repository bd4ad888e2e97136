import Exact
import Testing

@testable import Solver

/// Calls: how many arguments, which named ones, and what is said of others.
struct FunctionTests {
    private var problem: Problem {
        var problem = Problem()
        problem.give("z", [2, 2], [-1, 2, 3, -4])
        problem.give("s", [], [2])
        return problem
    }

    @Test func namesAreFoundAndAreTheirOwn() {
        for function in Function.all {
            #expect(Function.named(function.name)?.usage == function.usage)
            #expect(function.usage.hasPrefix(function.name + "("))
        }
        #expect(Set(Function.all.map(\.name)).count == Function.all.count)
        #expect(Function.named("argh") == nil)
    }

    @Test(
        arguments: [
            ("relu()", "relu is written relu(z)", 0..<6), ("relu(z, z)", "relu is written relu(z)", 0..<10),
            ("where(z, 1)", "where is written where(c, a, b)", 0..<11),
            ("sum(z, by=diagonals)", "by= takes rows or columns", 7..<19), ("sum(z, by=2)", "by= takes rows", 7..<11),
            ("sum(z, axis=1)", "sum takes no 'axis='; it is written sum(X, by=rows)", 7..<13),
            ("relu(z, slope=1)", "relu takes no 'slope='", 8..<15),
            ("leaky_relu(z, slope=s)", "slope= takes a number", 14..<21),
            ("leaky_relu(z, slope=s+1)", "'slope=' takes a word or a fixed number", 20..<23),
            ("leaky_relu(z, slope=1/0)", "'slope=' takes a word or a fixed number", 20..<23),
            ("leaky_relu(z, slope=1, slope=2)", "'slope=' is there twice", 23..<30),
            ("max(z, s, by=rows)", "by= goes with one array", 10..<17),
            ("min(z, s, by=columns)", "by= goes with one array", 10..<20),
            ("log(z)", "there is no function 'log'; write ln(x), the natural logarithm", 0..<6),
            ("norm(z)", "write sqrt(sum(v^2))", 0..<7), ("rleu(z)", "there is no function 'rleu'", 0..<7),
            ("d(s)", "name a derivative first", 0..<4), ("y + 1", "there is no quantity 'y'", 0..<1),
        ] as [(String, String, Range<Int>)])
    func messages(_ text: String, _ message: String, _ range: Range<Int>) {
        let error = #expect(throws: ExpressionError.self) { try problem.solved([text]) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.range == range)
    }

    @Test func nearestNamesAreOffered() throws {
        var elaboration = Elaboration { name, names in names.first { $0.first == name.first } }
        try elaboration.give("yhat", Given(shape: .scalar, entries: [.fixed(1)]))
        let quantity = #expect(throws: ExpressionError.self) {
            try elaboration.node(for: try Parser.expression("y_hat", names: []))
        }
        #expect(quantity?.message == "there is no quantity 'y_hat'; did you mean 'yhat'?")
        let function = #expect(throws: ExpressionError.self) {
            try elaboration.node(for: try Parser.expression("tan(yhat)", names: []))
        }
        #expect(function?.message == "there is no function 'tan'; did you mean 'tanh'?")
    }

    @Test func slopes() throws {
        #expect(try problem.solved(["leaky_relu(z)"])[0].numbers == exact(Rational(-1, 10), 2, 3, Rational(-2, 5)))
        #expect(try problem.solved(["leaky_relu(z, slope=-1/2)"])[0].numbers == exact(Rational(1, 2), 2, 3, 2))
        #expect(try problem.solved(["sum(z, by=all)"])[0].numbers == exact(0))
    }

    /// Targets of 0 count nothing, even for a probability of 0.
    @Test func crossEntropyOfCertainty() throws {
        var problem = Problem()
        problem.give("p", [2], [0, Rational(1, 2)])
        problem.give("t", [2], [0, 1])
        #expect(agree([try problem.number("cross_entropy(p, t)")], PlainArray(0.6931471805599453)))
    }

    /// Scores far apart neither overflow nor lose the small probability.
    @Test func softmaxOfLargeScores() throws {
        var problem = Problem()
        problem.give("z", [3], [1000, 1001, -1000])
        let numbers = try problem.solved(["softmax(z)"])[0].numbers
        #expect(agree(numbers, PlainArray([3], [0.2689414213699951, 0.7310585786300049, 0])))
    }
}
