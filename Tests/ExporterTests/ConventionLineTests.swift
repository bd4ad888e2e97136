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

    @Test func operationsSpeakForThemselves() throws {
        let text = "given: { z: [1, -2] }\ndefine: { h: relu(z), L: sum(h) }\nask: [{ find: 'dL/dz[1]' }]"
        #expect(
            try words(text)
                == "Conventions: vectors are columns; indices count from 1; functions of one number act entry by entry;"
                + " *; *.")
    }
}
