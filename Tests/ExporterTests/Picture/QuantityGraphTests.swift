import Document
import Maths
import Template
import Testing
import YAML

@testable import Exporter

/// Which calculations are drawn as graphs of vectors, and what their pictures show.
struct QuantityGraphTests {
    private func worked(_ text: String) throws -> WorkedTemplate {
        WorkedTemplate(try Template(SourceFile(name: "q", bytes: Array(text.utf8))))
    }

    private func graph(_ text: String) throws -> QuantityGraph? {
        guard case .quantities(let graph)? = try worked(text).figure else { return nil }
        return graph
    }

    private static let recurrent = """
        given: { x: [3, 4], h_0: [1, 1], W: [[1, 2], [3, 4]], u: [1, 2], b: [0, 1] }
        define:
          for t in 1..2:
            W_{t}: W
            a_{t}: W_{t} @ h_{t-1} + u * x[t] + b
            h_{t}: relu(a_{t})
          L: sum(h_2 * h_1)
        ask: [{ find: dL/dW }]
        """

    @Test func weightsStandOnArrowsAndSumsCountWithTheirActivation() throws {
        let nodes = try #require(try graph(Self.recurrent)).nodes
        let names = nodes.map { $0.entry == nil ? $0.name : "\($0.name)[\($0.entry ?? 0)]" }
        #expect(names == ["h_0", "x[0]", "h_1", "x[1]", "h_2", "L"])
        #expect(
            nodes.map { $0.inputs.map { names[$0.node] } } == [
                [], [], ["h_0", "x[0]"], [], ["h_1", "x[1]"], ["h_2", "h_1"],
            ])
        let (used, u) = (Maths.scripts(.variable("W"), sub: .text("2"), sup: nil), Maths.variable("u"))
        #expect(nodes[4].inputs.map(\.weights) == [used, u] && nodes[5].inputs.map(\.weights) == [nil, nil])
        #expect(nodes[4].function == .identifier("ReLU", .upright) && nodes[0].function == nil)
    }

    @Test func aSumThatIsUsedTwiceHasABoxOfItsOwn() throws {
        let text = """
            given: { x: [1, 2], W: [[1, 2], [3, 4]], u: [1, 2] }
            define: { a: W @ x, h: relu(a), L_1: u @ h, L_2: sum(a), L: L_1 + L_2 }
            ask: [{ find: dL/dx }]
            """
        #expect(try graph(text)?.nodes.map(\.name) == ["x", "a", "h", "L_1", "L_2", "L"])
    }

    @Test(arguments: [
        "given: { x: [1, 2], y: [3, 4] }\ndefine: { s: x * y, L: sum(s) }\nask: [{ find: dL/dx }]",  // no weights
        "given: { X: [[1, 2], [3, 4]], W: [[1, 2], [3, 4]] }\ndefine: { Z: W @ X, L: sum(Z) }\nask: [{ find: dL/dW }]",
    ])
    func otherCalculationsAreNot(_ text: String) throws {
        #expect(try graph(text) == nil)
    }

    @Test func keysShowShortVectorsAndEntries() throws {
        let worked = try worked(Self.recurrent)
        let formulas = Formulas(calculation: try Calculation(worked.template))
        let sheet = try #require(worked.figure?.picture(isKey: false, formulas))
        let key = try #require(worked.figure?.picture(isKey: true, formulas))
        let entry = formulas.numbers(of: "x")[1]
        #expect(key.labels.contains { $0.maths == .list([entry]) })
        #expect(key.labels.contains { $0.maths == .list(formulas.numbers(of: "h_2")) })
        #expect(!sheet.labels.contains { $0.maths == .list([entry]) })
        #expect(sheet.boxes.count == 6 && sheet.lines.count == 6 && key.lines.count == 6)
        #expect(
            sheet.alternative
                == "The graph of the calculation: h_1 from h_0, x[1]; h_2 from h_1, x[2]; L from h_2, h_1.")
    }

    @Test func aGraphWithoutRoomIsNotDrawn() throws {
        let sums = (1...8).map { "s_\($0): u @ h" }.joined(separator: ", ")
        let total = (1...8).map { "s_\($0)" }.joined(separator: " + ")
        let text = """
            given: { x: [1, 2], W: [[1, 2], [3, 4]], u: [1, 2] }
            define: { h: relu(W @ x), \(sums), L: \(total) }
            ask: [{ find: dL/dW }]
            """
        let worked = try worked(text)
        let formulas = Formulas(calculation: try Calculation(worked.template))
        #expect(try graph(text) != nil && worked.figure?.picture(isKey: false, formulas) == nil)
    }
}
