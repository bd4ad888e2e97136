import Exact
import Testing

@testable import Solver

/// Each operation's derivative against differences, at values clear of kinks.
struct DerivativeTests {
    private static func problem(_ text: String) -> Problem {
        var problem = Problem()
        problem.give("s", [], [Rational(3, 2)])
        problem.give("n", [], [3])
        problem.give("u", [3], [Rational(1, 2), 2, 3])
        problem.give("v", [3], [-2, Rational(1, 2), 1])
        problem.give("t", [3], [0, 1, 2])
        problem.give("A", [2, 3], [1, -2, Rational(3, 2), 4, Rational(-1, 2), 2])
        problem.give("B", [3, 2], [2, 1, -1, 3, Rational(1, 2), -3])
        problem.give("C", [2, 3], [1, 2, 3, 4, 5, 6])
        problem.give("r", [1, 3], [2, -1, 3])
        problem.give("c", [2, 1], [Rational(5, 2), -3])
        problem.give("M", [1, 1], [Rational(7, 4)])
        problem.define("f", text)
        // Weights of their own for each entry, so that no two mistakes cancel.
        let shape = (try? problem.solved([text])[0].shape.dimensions) ?? []
        problem.give("weights", shape, (0..<shape.reduce(1, *)).map { Rational(Int128(2 * $0 + 3), 4) })
        problem.define("L", "sum(weights * f)")
        return problem
    }

    private func compare(_ text: String, exactly isExact: Bool) throws {
        let problem = Self.problem(text)
        var count = 0
        for name in ["s", "n", "u", "v", "t", "A", "B", "C", "r", "c", "M"] {
            guard try problem.parsed(text).names.contains(name) else { continue }
            let derivative = "dL/d\(name)"
            let jacobian = "df/d\(name)"
            guard let solved = try? problem.solved([derivative, jacobian]) else { continue }
            for (index, asked) in [derivative, jacobian].enumerated() {
                let isRight =
                    isExact
                    ? agree(solved[index].numbers, try problem.plainValues([asked], Rational.self)[0])
                    : agree(solved[index].numbers, try problem.plainValues([asked], Double.self)[0], within: 1e-6)
                #expect(isRight, "\(asked) of \(text): \(solved[index].numbers)")
                let expected = try problem.plainValues([asked], Double.self)[0].sizes
                #expect(solved[index].shape.dimensions == expected, "\(asked) of \(text)")
            }
            count += 1
        }
        #expect(count > 0, "\(text) was not compared")
    }

    @Test(arguments: [
        "u + v", "u + s", "s - u", "A - r", "c + A", "r * c", "r + c", "A * c", "A * s", "u * v", "s * s", "u / 4",
        "-A", "--s", "u^2", "s^3", "u^1", "u^0", "A @ B", "A @ u", "r @ u", "u @ v", "u @ v.T", "v.T @ u", "r @ B",
        "u @ s", "s @ r", "c @ r", "c.T @ A", "M @ s", "M @ M", "u @ M", "r @ B @ c", "A.T", "u.T", "r.T", "relu(A)",
        "leaky_relu(A)", "leaky_relu(v, slope=1/3)", "abs(A)", "max(u, v)", "min(u, v)", "max(A, r)", "min(c, A)",
        "max(A, 1/4)", "max(A)", "min(A)", "max(A, by=rows)", "min(A, by=columns)", "sum(A)", "sum(A, by=rows)",
        "sum(A, by=columns)", "mean(A)", "mean(A, by=rows)", "mean(A, by=columns)", "sum(s)", "where(A < 0, A, C)",
        "where(A < 1, r, c)", "where(v > 0, s, u)", "where(u > 1, v, 0)", "A[2,1]", "A[2,:]", "A[:,2]", "A[1:2,2:3]",
        "u[2]", "u[2:3]", "r[2]", "c[2]", "r[2:3]", "u[1] * u[2] + u[1]", "count(v > 0) * u", "(u + u) * u",
        "(A @ u)[1] * relu(A)", "A + 0 * A", "sum(A * A * A, by=rows)",
    ])
    func exact(_ text: String) throws { try compare(text, exactly: true) }

    @Test(arguments: [
        "s / u", "u / s", "1 / A", "C / r", "r / c", "u^-1", "C^-2", "u^(1/2)", "u^s", "2^u", "s^n", "C^r",
        "sigmoid(A)",
        "tanh(A)", "exp(v)", "ln(C)", "sqrt(C)", "softmax(v)", "softmax(A)", "softmax(A, by=rows)",
        "softmax(A, by=columns)", "cross_entropy(u, t)", "cross_entropy(softmax(v), u)", "ln(softmax(A, by=rows))",
        "sqrt(sum(u^2))", "(v - mean(v)) / sqrt(mean((v - mean(v))^2) + 1/10)", "exp(u) / sum(exp(u))",
        "where(sigmoid(v) > 1/2, tanh(v), exp(v))", "max(tanh(A), by=rows)",
    ])
    func toSixPlaces(_ text: String) throws { try compare(text, exactly: false) }

    /// A quantity that nothing is carried back through.
    @Test(arguments: ["count(u > 1)", "any(u > 1)", "all(u > 1)", "u < v", "0 < u < 3", "where(u < 1, v, 1)", "v"])
    func stepsHaveNoDerivative(_ text: String) throws {
        let error = #expect(throws: ExpressionError.self) { try Self.problem(text).solved(["dL/du"]) }
        #expect(error?.message == "there is no such derivative: what is differentiated does not depend on the other")
    }

    /// What each function says of itself at its kink, where no difference can tell.
    @Test(
        arguments: [
            ("relu(z)", 0), ("leaky_relu(z, slope=1/4)", Rational(1, 4)), ("abs(z)", 0), ("max(z, 0)", 1),
            ("max(0, z)", 0), ("min(z, 0)", 1), ("min(0, z)", 0),
        ] as [(String, Rational)])
    func atKinks(_ text: String, _ slope: Rational) throws {
        for kind in Problem.Kind.allCases {
            var problem = Problem()
            problem.give("z", [], [0])
            problem.define("L", text)
            #expect(try problem.number("dL/dz", kind).double == slope.double, "\(kind)")
        }
    }
}
