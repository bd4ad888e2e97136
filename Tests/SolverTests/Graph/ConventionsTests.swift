import Maths
import Testing

@testable import Solver

/// What a sheet's equations tell of how they are meant.
struct ConventionsTests {
    private func conventions(
        _ equations: [(String, String)], asking targets: String...
    ) throws -> Conventions {
        var network = try FoundingNetwork(equations: equations)
        let nodes = try targets.map { try network.node($0) }
        return network.elaboration.graph.conventions(neededFor: nodes)
    }

    @Test func derivativeAtTheKinkIsToldWhereOneIsTaken() throws {
        let forward = try conventions(FoundingNetwork.equations, asking: "L")
        let backward = try conventions(FoundingNetwork.equations, asking: "L", "dL/dW1[2,1]")
        #expect(forward.formulas == ReLU().conventions)
        #expect(backward.formulas == ReLU().conventions + ReLU().derivativeConventions)
        #expect(try conventions(FoundingNetwork.equations, asking: "dL/dW3").formulas == ReLU().conventions)
    }

    @Test func eachIsToldOnceInTheOrderOfTheEquations() throws {
        let equations = [
            ("s", "W1 @ x"), ("p", "softmax(s)"), ("t", "p"), ("A", "ln(p)"), ("B", "ln(x)"),
            ("L", "cross_entropy(p, t)"),
        ]
        let all = try conventions(equations, asking: "A", "B", "L")
        #expect(
            all.formulas == Softmax().conventions + [Logarithm.isNatural] + CrossEntropy().conventions.dropLast())
        #expect(try conventions(equations, asking: "s") == Conventions(formulas: [], hasFunctionsOfArrays: false))
    }

    @Test func functionsOfArraysAreNoticed() throws {
        let equations = [("u", "-x"), ("v", "sigmoid(y)"), ("w", "abs(x)"), ("p", "softmax(x)")]
        #expect(!(try conventions(equations, asking: "u", "v", "p")).hasFunctionsOfArrays)
        #expect(try conventions(equations, asking: "w").hasFunctionsOfArrays)
    }

    @Test func slopeDecidesBetweenTheLargerAndTheSmaller() {
        #expect(LeakyReLU(slope: .one).conventions.description.contains("max"))
        #expect(LeakyReLU(slope: 2).conventions.description.contains("min"))
    }
}
