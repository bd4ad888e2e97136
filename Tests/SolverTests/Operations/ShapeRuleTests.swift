import Exact
import Testing

@testable import Solver

/// Which shapes go together, in every combination of small ones, and what is said where they do not.
struct ShapeRuleTests {
    private static let shapes: [[Int]] = [
        [], [1], [2], [3], [1, 1], [1, 2], [2, 1], [2, 2], [2, 3], [3, 2], [3, 1], [1, 3], [2, 1, 2],
    ]

    private static func problem(_ a: [Int], _ b: [Int] = []) -> Problem {
        var problem = Problem()
        for (name, sizes) in [("a", a), ("b", b)] {
            problem.give(name, sizes, (0..<sizes.reduce(1, *)).map { Rational($0 + 1) })
        }
        return problem
    }

    /// The solver takes what the plain evaluation takes, and makes the same shape and numbers of it.
    private func compare(_ texts: [String], _ problem: Problem, _ note: String) {
        for text in texts {
            let plain = try? problem.plainValues([text], Double.self)[0]
            let solved = try? problem.solved([text])[0]
            #expect((plain == nil) == (solved == nil), "\(text) with \(note)")
            if let plain, let solved {
                #expect(solved.shape.dimensions == plain.sizes, "\(text) with \(note)")
                #expect(agree(solved.numbers, plain), "\(text) with \(note)")
            }
        }
    }

    @Test func twoOperands() {
        for a in Self.shapes {
            for b in Self.shapes {
                compare(
                    [
                        "a + b", "a - b", "a * b", "a / b", "a ^ 2 + b", "a @ b", "a.T @ b", "a @ b.T", "a < b",
                        "0 < a < b", "max(a, b)", "min(a, b)", "where(a < 2, a, b)", "where(b > 1, 1, a)",
                        "cross_entropy(a, b)",
                    ], Self.problem(a, b), "\(a) and \(b)")
            }
        }
    }

    @Test func oneOperand() {
        for a in Self.shapes {
            compare(
                [
                    "-a", "a.T", "relu(a)", "leaky_relu(a)", "sigmoid(a)", "tanh(a)", "exp(a)", "ln(a)", "sqrt(a)",
                    "abs(a)", "softmax(a)", "softmax(a, by=rows)", "softmax(a, by=columns)", "sum(a)",
                    "sum(a, by=rows)", "mean(a, by=columns)", "mean(a)", "max(a)", "max(a, by=rows)",
                    "min(a, by=columns)", "count(a > 1)", "any(a > 1)", "all(a > 1)", "a[1]", "a[2]", "a[4]", "a[1,1]",
                    "a[2,1]", "a[1,:]", "a[:,1]", "a[1:2]", "a[2:1]", "a[1:2,1:2]", "a[2,:,1]", "a[:,1,:]", "a[:]",
                ], Self.problem(a), "\(a)")
        }
    }

    @Test(
        arguments: [
            ("a + b", [2], [3], "cannot add 2 and 3: the shapes must be equal, or one a scalar"),
            ("a - b", [2, 3], [3, 2], "cannot subtract 2×3 and 3×2: the shapes must be equal, or one a scalar"),
            (
                "a * b", [3], [3, 2],
                "cannot multiply 3 and 3×2: a plain vector does not spread over a matrix; give it the shape"
                    + " [3, 1] to spread it over columns or [1, 2] to spread it over rows"
                    + "; the matrix product is written with @"
            ),
            (
                "a * b", [2], [1, 2],
                "cannot multiply 2 and 1×2: a vector is a column, the other one a row; write .T behind the vector, or none"
                    + " behind the row"
            ),
            (
                "a @ b", [3, 2], [3],
                "cannot multiply 3×2 by 3 with @: the left one's columns must be as many as the right"
            ),
            ("a @ b", [2, 3], [2, 3], "did you mean the transpose, .T?"),
            ("a @ b", [2], [3], "the dot product takes vectors of the same length"),
            ("a @ b", [2, 1, 2], [2], "it takes vectors and matrices"),
            ("a[3]", [2], [], "index 3 is outside 1 to 2 in an array of 2"),
            ("a[1]", [2, 3], [], "an array of 2×3 takes 2 indices, not 1"),
            ("a[1,1]", [2], [], "an array of 2 takes 1 index, not 2"),
            ("a[1]", [], [], "a scalar has no entries to choose from"),
            ("a[2:4]", [3], [], "indices 2:4 are outside 1 to 3 in an array of 3"),
            ("a[3:2]", [3], [], "indices 3:2 are outside 1 to 3 in an array of 3"),
            ("sum(a, by=rows)", [3], [], "by=rows needs a matrix, not a vector of 3"),
            ("mean(a, by=columns)", [], [], "by=columns needs a matrix, not a scalar"),
            ("softmax(a)", [], [], "softmax takes a vector or matrix, not a scalar"),
            ("cross_entropy(a, b)", [2], [3], "cross_entropy takes probabilities and targets of the same shape"),
            ("a.T", [2, 1, 2], [], "cannot transpose an array of 2×1×2: .T takes vectors and matrices"),
            ("where(a < 1, a, b)", [2], [3], "cannot choose between 2 and 3"),
            ("where(a < 1, b, 0)", [2], [3], "cannot choose by 2 and 3"),
            ("a < b", [2], [3], "cannot compare 2 and 3"),
            ("max(a, b)", [2], [3], "cannot compare 2 and 3"),
            ("da/db", [2, 1, 2], [2, 3], "ask for entries of it"),
        ] as [(String, [Int], [Int], String)])
    func messages(_ text: String, _ a: [Int], _ b: [Int], _ message: String) {
        let error = #expect(throws: ExpressionError.self) { try Self.problem(a, b).solved([text]) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.range == 0..<text.utf8.count)
    }

    @Test func largeArraysAreRefused() {
        var problem = Problem()
        problem.give("a", [80, 1], Array(repeating: 1, count: 80))
        let error = #expect(throws: ExpressionError.self) { try problem.solved(["a @ a.T"]) }
        #expect(error?.message == "an array of 80×80 has more than 4096 entries")
    }
}
