import Exact
import Testing

@testable import Solver

/// Functions that choose, join and reorder entries.
struct ArrayFunctionTests {
    private func solved(_ text: String, _ given: [(String, [Int], [Rational])] = []) throws -> [Number] {
        var problem = Problem()
        for (name, sizes, numbers) in given { problem.give(name, sizes, numbers) }
        return try problem.solved([text])[0].numbers
    }

    private let a: [(String, [Int], [Rational])] = [
        ("X", [2, 2], [1, 2, 3, 4].map { Rational($0) }), ("v", [3], [5, 7, 6].map { Rational($0) }),
        ("c", [], [Rational(2)]), ("q", [], [Rational(7, 2)]), ("d", [], [Rational(4)]),
    ]

    @Test(arguments: [
        ("floor(q)", ["3"]), ("floor(-q)", ["-4"]), ("argmax(v)", ["2"]), ("argmax(X, by=rows)", ["2", "2"]),
        ("argmax(-X, by=columns)", ["1", "1"]), ("one_hot(c, 3)", ["0", "1", "0"]),
        ("concat(v, c)", ["5", "7", "6", "2"]), ("concat(X, X, by=columns)", ["1", "2", "1", "2", "3", "4", "3", "4"]),
        ("concat(X, -X)[:,2]", ["2", "4", "-2", "-4"]), ("flatten(X)", ["1", "2", "3", "4"]),
        ("flatten(X.T)", ["1", "3", "2", "4"]),
    ])
    func values(_ text: String, _ expected: [String]) throws {
        #expect(try solved(text, a).map { $0.text(.exact) } == expected)
    }

    @Test func aClassThatIsNotThereIsNoNumber() throws {
        #expect(try solved("one_hot(d, 3)", a).allSatisfy { !$0.isDefined })
        #expect(try solved("one_hot(q, 3)", a).allSatisfy { !$0.isDefined })
    }

    @Test(arguments: [
        ("one_hot(c, n)", "expected a fixed number here"), ("one_hot(c, 0)", "a size is a whole number from 1"),
        ("one_hot(v, 3)", "one_hot takes the number of a class, not an array of 3"),
        ("one_hot(c)", "one_hot is written one_hot(c, 3)"),
        ("argmax(X)", "argmax takes a vector, not 2×2; of a matrix say by=rows or by=columns"),
        ("concat(X, v)", "concat takes vectors or matrices, not 2×2, 3 together"),
        ("concat(v, v, by=columns)", "vectors stand end to end; give them the shape [n, 1]"),
        ("concat(X, X[1:1,:], by=columns)", "2×2, 1×2 differ in their rows"),
    ])
    func mistakes(_ text: String, _ message: String) throws {
        var error: ExpressionError?
        do { _ = try solved(text, a + [("n", [], [Rational(3)])]) } catch let found as ExpressionError { error = found }
        #expect(error?.message.contains(message) == true)
    }

    @Test func twoLargestEntriesAreAKink() throws {
        for (entries, isClear) in [([1, 2, 2], "0"), ([2, 2, 3], "1")] {
            var code = Code()
            let slots = entries.map { code.constant($0) }
            let clear = ArgumentOfMaximum().clearOfKinks([Tensor(.vector(3), slots)], in: &code)
            #expect(clear.compactMap { code.constantValue($0)?.text } == [isClear])
        }
    }
}
