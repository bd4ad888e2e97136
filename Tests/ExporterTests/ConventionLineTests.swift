import Document
import Exact
import Maths
import Template
import Testing
import YAML

@testable import Exporter

/// What a sheet says about how its formulas are meant.
struct ConventionLineTests {
    private func calculation(_ text: String) throws -> Calculation {
        try Calculation(try Template(SourceFile(name: "q", bytes: Array(text.utf8))))
    }

    /// The line's words, each formula as `*`.
    private func words(_ text: String) throws -> String? {
        ConventionLine(calculation: try calculation(text)).inlines?.map { inline in
            if case .text(let words) = inline { words } else { "*" }
        }.joined()
    }

    @Test func scalarsNeedNone() throws {
        #expect(try words("given: { x: 2 }\ndefine: { L: x^2 }\nask: [{ find: dL/dx }]") == nil)
    }

    @Test func arraysSayHowTheyAreCounted() throws {
        let text = """
            given: { x: [1, 2], W1: [[1, 2], [3, 4]] }
            define: { z_1: W1 @ x, L: sum(z_1) }
            ask: [{ find: z_1 }, { find: 'dL/dW1[2,1]' }]
            """
        #expect(
            try words(text)
                == "Conventions: vectors are columns; indices count from 1 (* is in row 2, column 1, * is entry 2 of *);"
                + " * above * is the layer, not a power.")
    }

    @Test func diagonalEntriesNeedNoExample() throws {
        let text = "given: { W: [[1, 2], [3, 4]] }\ndefine: { L: sum(W) }\nask: [{ find: 'dL/dW[2,2]' }]"
        #expect(try words(text) == "Conventions: indices count from 1.")
    }

    @Test func wholeGradientsSayTheirShape() throws {
        let text = "given: { W: [[1, 2], [3, 4]] }\ndefine: { L: sum(W), V: W - dL/dW }\nask: [{ find: 'V[1,1]' }]"
        #expect(try words(text) == "Conventions: indices count from 1; * has the shape of *.")
    }

    @Test func rowsAndColumnsThatAreSpreadSaySo() throws {
        func clauses(_ z: String) throws -> [Substring] {
            let text = """
                given: { X: [[1, 2], [3, 4], [5, 6]], r: [[1, 2]], c: [[1], [2], [3]], o: [[1]], q: [[1, 2, 3]] }
                define: { Z: '\(z)' }
                ask: [{ find: 'Z[1,1]' }]
                """
            return try #require(try words(text)).dropFirst("Conventions: ".count).dropLast().split(separator: "; ")
        }
        #expect(try clauses("X + r + r").dropFirst() == ["* is added to every row"])
        #expect(
            try clauses("2 * (c + X - r)").dropFirst() == [
                "* is subtracted from every row", "* is added to every column",
            ])
        #expect(try clauses("X + o").dropFirst() == [])
        #expect(try clauses("X - X + 1").dropFirst() == [])
    }

    @Test func operationsSpeakForThemselves() throws {
        let text = "given: { z: [1, -2] }\ndefine: { h: relu(z), L: sum(h) }\nask: [{ find: 'dL/dz[1]' }]"
        #expect(
            try words(text)
                == "Conventions: vectors are columns; indices count from 1; functions of one number act entry by entry;"
                + " *; *.")
    }

    /// Of the equations of the solution a sheet tells nothing, not even of what is asked by them.
    @Test func theSolutionIsNotTold() throws {
        func line(_ section: String) throws -> String? {
            try words(
                """
                given: { A: [[1, 2], [3, 4]], r: [[5, 6]] }
                \(section): { S: sigmoid(A - r), v: 'S[:,1]', L: sum(ln(S)), G: A - dL/dA }
                ask: [{ find: L }, { find: 'G[1,1]' }]
                """)
        }
        let counting = "Conventions: indices count from 1"
        #expect(try line("solution") == counting + ".")
        let told = try #require(try line("define"))
        #expect(
            told.hasPrefix("Conventions: vectors are columns; indices count from 1; * is subtracted from every row;"))
        let given = "given: { A: [[1, 2], [3, 4]], r: [[5, 6]] }"
        let copied = "solution: { L: sum(ln(A)), B: 2 * A, M: L with A = B }\nask: [{ find: M }]"
        #expect(try words(given + "\n" + copied) == counting + ".")
    }
}
