import Exact
import Testing

@testable import Solver

/// Entries and parts of arrays, from 1.
struct SelectionTests {
    private var problem: Problem {
        var problem = Problem()
        problem.give("X", [2, 3], [1, 2, 3, 4, 5, 6])
        problem.give("v", [3], [7, 8, 9])
        problem.give("row", [1, 3], [7, 8, 9])
        problem.give("column", [3, 1], [7, 8, 9])
        problem.give("T", [2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8])
        return problem
    }

    @Test(
        arguments: [
            ("X[2,1]", [], [4]), ("X[2,:]", [3], [4, 5, 6]), ("X[:,1]", [2], [1, 4]),
            ("X[:,2:3]", [2, 2], [2, 3, 5, 6]),
            ("X[1:1,:]", [1, 3], [1, 2, 3]), ("v[2]", [], [8]), ("v[2:3]", [2], [8, 9]), ("v[2:2]", [1], [8]),
            ("row[3]", [], [9]), ("column[3]", [], [9]), ("row[1:2]", [2], [7, 8]), ("column[2:3]", [2], [8, 9]),
            ("T[2,1,2]", [], [6]), ("T[:,1,:]", [2, 2], [1, 2, 5, 6]), ("X.T[3,2]", [], [6]), ("X[:,:][2,3]", [], [6]),
            ("X[2,:][1:2]", [2], [4, 5]),
        ] as [(String, [Int], [Rational])])
    func values(_ text: String, _ sizes: [Int], _ entries: [Rational]) throws {
        for kind in [Problem.Kind.scaled, .fractions] {
            let (shape, numbers) = try problem.solved([text], kind)[0]
            #expect(shape.dimensions == sizes)
            #expect(numbers == entries.map(Number.exact))
        }
    }

    /// An entry that is used twice collects both uses; what is not used has derivative 0.
    @Test func derivativesStandAtTheirPlaces() throws {
        var problem = problem
        problem.define("L", "X[2,1] * X[1,3] + sum(X[:,1]) * 2")
        #expect(try problem.solved(["dL/dX"])[0].numbers == exact(2, 0, 4, 5, 0, 0))
        #expect(try problem.number("dL/dX[1,3]") == .exact(4))
    }

    @Test func placesOfSubscripts() {
        #expect(Selection.entries([.index(2), .all], in: .matrix(2, 3)) == [3, 4, 5])
        #expect(Selection.entries([.all, .range(2, 3)], in: .matrix(2, 3)) == [1, 2, 4, 5])
        #expect(Selection.entries([.index(2)], in: .matrix(1, 3)) == [1])
        #expect(Selection.entries([.index(2)], in: .matrix(2, 3)) == [])
    }
}
