import Exact
import Testing

@testable import Solver

/// Overflow and what has no result: an error that says why, and never a wrong number.
struct FailureTests {
    private func outcome(
        _ text: String, _ a: Rational, _ b: Rational = 1, _ kind: Problem.Kind = .scaled, range: InputRange? = nil
    ) throws -> (number: Number, failure: Failure?) {
        var problem = Problem()
        problem.give("a", [], [a])
        problem.give("b", [], [b])
        var (elaboration, inputs) = try problem.elaborated(kind)
        let node = try elaboration.node(for: try problem.parsed(text))
        var lowering = Lowering(elaboration.graph)
        let slot = try lowering.lower([node])[0].slots[0]
        let ranges = inputs.map { value in
            kind == .fractions ? .any : range ?? InputRange(value - 1, value + 1, denominator: value.denominator)
        }
        let program = Program(lowering.code, stages: [[slot]], inputs: ranges)
        let machine = Machine(program)
        for (index, value) in inputs.enumerated() { #expect(machine.set(input: index, to: value, lane: 63)) }
        machine.run()
        return (machine.number(at: program.outputs[0][0], lane: 63), machine.failure(lane: 63))
    }

    @Test(
        arguments: [
            ("a / b", "1", "0", .divisionByZero), ("1 / (a - b)", "2", "2", .divisionByZero),
            ("b^-1", "1", "0", .divisionByZero),
            ("b^-2 + a", "1", "0", .divisionByZero), ("ln(a)", "-1", "1", .logarithm), ("ln(b)", "1", "0", .logarithm),
            ("1 + ln(a - b)", "2", "2", .logarithm), ("sqrt(a)", "-4", "1", .squareRoot),
            ("b^(1/2) + a^(1/2)", "-4", "1", .power),
            ("b^(-1/2)", "1", "0", .power), ("exp(a)", "1000", "1", .overflow), ("a^9", "100000000", "1", .overflow),
            ("tanh(a) < tanh(b)", "1", "1.000000000001", .tooNear), ("a / (b - b)", "1", "1", .divisionByZero),
            ("relu(a / b) * 2 + a", "-1", "0", .divisionByZero),
        ] as [(String, String, String, Failure)])
    func reasons(_ text: String, _ first: String, _ second: String, _ failure: Failure) throws {
        let a = try #require(Rational(reading: first))
        let b = try #require(Rational(reading: second))
        for kind in [Problem.Kind.scaled, .fractions] {
            let (number, reason) = try outcome(text, a, b, kind)
            #expect(!number.isDefined, "\(kind): \(number)")
            #expect(reason == failure, "\(kind)")
        }
    }

    @Test(arguments: [
        "a / (b + 1)", "where(b > 0, 1 / b, a)", "ln(a + 3)", "where(b == 0, a, ln(b))", "cross_entropy(softmax(W), W)",
    ])
    func whatHasAResultHasOne(_ text: String) throws {
        var problem = Problem()
        problem.give("a", [], [1])
        problem.give("b", [], [0])
        problem.give("W", [2], [0, 1])
        for kind in Problem.Kind.allCases { #expect(try problem.number(text, kind).isDefined, "\(kind)") }
    }

    /// What has overflowed does not turn into a number again.
    @Test(arguments: [
        "1 / exp(a)", "tanh(exp(a))", "sigmoid(-exp(a))", "min(exp(a), 3)", "where(exp(a) > 2, 1, 0)", "exp(-exp(a))",
        "relu(0 - exp(a))",
    ])
    func overflowStays(_ text: String) throws {
        let (number, reason) = try outcome(text, 1000)
        #expect(!number.isDefined && reason == .overflow)
    }

    @Test func realOverflow() throws {
        let (number, reason) = try outcome("exp(a) * exp(a)", 500)
        #expect(!number.isDefined && reason == .overflow)
        #expect(try outcome("a / b", 1, 0, .real).failure == .divisionByZero)
    }

    /// At both ends of ranges near 2^61 and beyond: the plain result in 128 bits, or none.
    @Test func scaledRangesNearTheLimit() throws {
        let texts = [
            "a + b", "a - b", "a * b", "-a", "abs(a)", "a + a + b", "a * 3", "a / 3 + b", "a / 3 - b / 7",
            "max(a, b / 5)",
            "where(a < b / 3, a * 5, b / 7)", "a * a - b * b", "(a + b) * (a - b)", "a * b * a", "a / 1000003 * 17 + b",
            "a * 1/4 + b * 1/3", "a^2 / 7", "a / (0 - 3)", "relu(a) + relu(-b)", "a < b / 3", "a / 1099511627776 + b",
        ]
        for exponent in [30, 31, 40, 59, 60, 61, 62, 63, 64] {
            for offset in [-1, 0, 1] {
                let limit = Rational((1 as Int128) << Int128(exponent) + Int128(offset), 1)
                let range = InputRange(-limit, limit, denominator: 1)
                for (a, b) in [(limit, limit), (limit, -limit), (-limit, limit), (-limit, -limit), (limit, 1)] {
                    var problem = Problem()
                    problem.give("a", [], [a])
                    problem.give("b", [], [b])
                    for text in texts {
                        let expected = try problem.plainValues([text], Rational.self)[0].entries[0]
                        let (number, reason) = try outcome(text, a, b, range: range)
                        let isRight = number == .exact(expected) || (!number.isDefined && reason == .overflow)
                        #expect(isRight, "\(text) at 2^\(exponent) + \(offset): \(number)")
                        if exponent <= 60 && text != "a * b * a" { #expect(number.isDefined, "\(text) 2^\(exponent)") }
                    }
                }
            }
        }
    }

    /// The first failure is named, not what follows from it.
    @Test func theFirstFailureIsNamed() throws {
        #expect(try outcome("sqrt(ln(a))", -1).failure == .logarithm)
        #expect(try outcome("a + b", 1, 2).failure == nil)
    }
}
