import Solver
import Testing

@testable import Template

/// Drawn indices in equations and questions.
struct DrawnTests {
    private func asking(_ find: String, define: String = "z: W @ x, L: z @ z") -> String {
        """
        given:
          x: { shape: 3, draw: 1..3 }
          W: { shape: [2, 3], draw: -2..2 }
          i: { draw: 1..2 }
          j: { draw: [3, 1] }
          k: { draw: 1..3, step: 1/2 }
          n: 2
        define: { \(define) }
        ask:
          - find: '\(find)'
        """
    }

    @Test(arguments: [
        ("dL/dW[i,j]", "dL/dW[i,j]"), ("dL/dW[i,2]", "dL/dW[i,2]"), ("dL/dW[n,j]", "dL/dW[n,j]"),
        ("W[i,:]", "W[i,1] W[i,2] W[i,3]"), ("W[i,2:3]", "W[i,2] W[i,3]"), ("W[:,j]", "W[1,j] W[2,j]"),
        ("dz[i]/dx[j]", "dz[i]/dx[j]"), ("dz[i]/dx", "dz[i]/dx[1] dz[i]/dx[2] dz[i]/dx[3]"),
        ("z[i], dL/dz[i]", "z[i] dL/dz[i]"),
    ])
    func columnsAreAsWritten(_ find: String, _ columns: String) throws {
        let template = try template(asking(find))
        let calculation = try Calculation(template)
        #expect(calculation.asked.map(\.column).joined(separator: " ") == columns)
    }

    @Test func indicesAreShownAsTheSheetsOwn() throws {
        let template = try template(asking("dL/dW[i,2]"))
        #expect(template.shown.map(\.node) == [template.nodes["i"]])
        #expect(try self.template(asking("z")).shown.isEmpty)
    }

    @Test func numbersThatAreNoIndicesAreMistakes() {
        expect(
            asking("dL/dW[i,k]"),
            is: """
                10:12: error: 'k' cannot be an index: an index is a whole number from 1, or a given scalar that is one on \
                each sheet
                """)
        expect(
            asking("W[j,1]"), is: "10:12: error: 'j' can be 3, which is outside 1 to 2 in an array of 2×3")
    }

    private func template(_ text: String) throws -> Template { try TemplateTests.template(text) }
}
