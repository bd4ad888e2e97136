import Exact
import Testing

@testable import Solver

/// Indices and functions that numbers of the sheet choose.
struct DrawnTests {
    private func problem(i: Int, j: Int, f: Int = 0, g: Int = 0) -> Problem {
        var problem = Problem()
        problem.give("X", [2, 3], [1, -2, 3, 4, 5, -6])
        problem.give("v", [3], [7, 8, 9])
        problem.give("row", [1, 3], [7, 8, 9])
        problem.give("T", [2, 3, 2], (1...12).map { Rational($0) })
        problem.give("a", [2], [-1, 3])
        problem.give(index: "i", i, among: [1, 2])
        problem.give(index: "j", j, among: [1, 2, 3])
        problem.give(function: "f", f, among: ["relu", "leaky_relu", "abs"])
        problem.give(function: "g", g, among: ["relu", "tanh", "ln", "softmax"])
        problem.give(function: "k", 0, among: ["relu", "sum"])
        problem.give("b", [], [Rational(1, 2)])
        return problem
    }

    @Test(arguments: [
        "X[i,j]", "X[i,:]", "X[:,j]", "X[2,j]", "X[i,2:3]", "v[j]", "row[j]", "T[i,j,:]", "T[i,:,2]", "T[i,j,1]",
        "X.T[j,i]",
        "f(X)", "f(X, slope=1/3)", "f(a)[i]",
    ])
    func values(_ text: String) throws {
        for (i, j, f) in [(1, 1, 0), (2, 3, 1), (1, 2, 2), (2, 1, 1)] {
            let problem = problem(i: i, j: j, f: f)
            let plain = try problem.plainValues([text], Rational.self)[0]
            for kind in Problem.Kind.allCases {
                let (shape, numbers) = try problem.solved([text], kind)[0]
                #expect(shape.dimensions == plain.sizes, "\(text), \(kind)")
                #expect(agree(numbers, plain), "\(text) with \(i), \(j), \(f), \(kind)")
            }
        }
    }

    /// What is not chosen has derivative 0; both uses of an entry count.
    @Test func derivativesStandAtTheirPlaces() throws {
        var problem = problem(i: 2, j: 3)
        problem.define("L", "X[i,j] * X[1,2] + sum(X[i,:]) * 2")
        #expect(try problem.solved(["dL/dX"])[0].numbers == exact(0, -6, 0, 2, 2, 0))
        #expect(try problem.number("dL/dX[i,1]") == .exact(2))
        #expect(try problem.solved(["dL/dX[:,j]"])[0].numbers == exact(0, 0))
    }

    @Test func anEntryIsDifferentiated() throws {
        var problem = problem(i: 2, j: 3)
        problem.define("p", "X @ v")
        #expect(try problem.solved(["dp[i]/dv"])[0].numbers == exact(4, 5, -6))
        #expect(try problem.number("dp[i]/dv[j]") == .exact(-6))
    }

    /// Only the function that is drawn has a say: of ln, −1 has no value; at 0 only relu has a kink.
    @Test func whatIsNotDrawnDoesNoHarm() throws {
        var problem = problem(i: 1, j: 1, g: 0)
        problem.define("h", "g(a)")
        problem.define("L", "h @ h")
        #expect(try problem.solved(["h", "dL/da"]).map { $0.numbers.map(\.double) } == [[0, 3], [0, 6]])
        for place in 1...3 {
            var problem = self.problem(i: 1, j: 1, g: place)
            problem.give("c", [2], [Rational(1, 2), 2])
            problem.define("h", "g(c)")
            problem.define("L", "h @ h")
            let plain = try problem.plainValues(["dL/dc"], Double.self)[0]
            #expect(agree(try problem.solved(["dL/dc"])[0].numbers, plain, within: 1e-6), "place \(place)")
        }
    }

    /// A gradient's gradient goes through the choice and the place again.
    @Test func derivativesAreDifferentiatedAgain() throws {
        for f in 0...1 {
            var problem = problem(i: 2, j: 1, f: f)
            problem.define("L", "f(a)[i]^3 * a[i]")
            problem.define("s", "sum(dL/da)")
            #expect(try problem.number("ds/da[2]") == .exact(108))
            #expect(try problem.number("ds/da[1]") == .exact(0))
        }
    }

    @Test(arguments: [
        ("X[j,1]", "'j' can be 3, which is outside 1 to 2 in an array of 2×3"),
        (
            "v[b]",
            "'b' cannot be an index: an index is a whole number from 1, or a given scalar that is one on each sheet"
        ),
        ("X[i + 1,:]", "a drawn index stands by itself, as in X[i,:]"),
        ("v[j:3]", "the ends of a range are fixed numbers, since a drawn number cannot change a shape"),
        ("X[i]", "an array of 2×3 takes 2 indices, not 1"),
        ("X[i,1] with i = 2", "'i' is an index and cannot be replaced"),
        ("f + 1", "'f' is a function; write what it is applied to, as in f(z)"),
        ("f(a, by=rows)", "none of the functions that 'f' can be takes 'by='"),
        ("f(a, a)", "'f' can be relu, which is written relu(z)"),
        ("k(X)", "a draw never changes a shape: relu gives 2×3 here, sum gives a scalar"),
    ])
    func messages(_ text: String, _ expected: String) {
        #expect {
            try problem(i: 1, j: 1).solved([text])
        } throws: { error in
            (error as? ExpressionError)?.message == expected
        }
    }

    /// Kinks of functions that are not drawn are none.
    @Test func kinksAreThoseOfTheDrawnFunction() {
        let call = DrawnCall(names: ["relu", "sigmoid"], operations: [ReLU(), Sigmoid()], argumentCount: 1)
        for place in 0...1 {
            var code = Code()
            let operands = [Tensor(.scalar, [code.constant(0)]), Tensor(.scalar, [code.constant(place)])]
            let clear = call.clearOfKinks(operands, in: &code)
            #expect(clear.map { code.constantValue($0) } == [Rational(place)])
        }
    }

    @Test func conventionsAreThoseOfAllFunctions() {
        let leaky = LeakyReLU(slope: Rational(1, 10))
        let call = DrawnCall(names: ["relu", "leaky_relu"], operations: [ReLU(), leaky], argumentCount: 1)
        #expect(call.conventions == ReLU().conventions + leaky.conventions)
        #expect(call.derivativeConventions == ReLU().derivativeConventions + leaky.derivativeConventions)
    }
}
