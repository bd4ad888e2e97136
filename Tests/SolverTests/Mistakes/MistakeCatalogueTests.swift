import Exact
import Foundation
import Solver
import Template
import TestSupport
import Testing
import YAML

@Suite struct MistakeCatalogueTests {
    /// What can go wrong in the founding quiz, as its students are told.
    @Test func foundingQuiz() throws {
        let template = try template("q2")
        let catalogue = MistakeCatalogue(template.graph, asked: Calculation.pins(of: template))
        let found = catalogue.mistakes.map { "\($0.mistake.rawValue): \($0.words)" }
        for expected in [
            "bias-dropped: the bias b1 was not added in z1", "bias-dropped: no bias was added",
            "transposed-forward: rows and columns of W2 were exchanged in z2",
            "half-forgotten: the ½ in L was not used in the derivative", "sign: ∂L/∂yhat has the wrong sign",
            "mask-ignored: the derivative of ReLU at z1 was left out",
            "one-path-only: only the path through entry 2 of z2 was followed back to h1",
            "pre-for-post: z1 was used for h1 in ∂L/∂W2",
        ] { #expect(found.contains(expected)) }
        #expect(Set(found).count == found.count)
    }

    /// No mistake leaves all asked numbers as they are on every sheet, and no two make the same of all.
    @Test(arguments: [
        "adam", "batch-rows", "bptt", "circuit", "descent", "lstm", "sigmoid-2-2-2", "sizes", "softmax", "two-losses",
        "xor",
    ])
    func differ(name: String) throws {
        let template = try template(name)
        let pins = Calculation.pins(of: template)
        let catalogue = MistakeCatalogue(template.graph, asked: pins)
        #expect(catalogue.mistakes.count > 3)
        var lowering = Lowering(catalogue.graph)
        var seen = Set([try lowering.lower(asked: pins)])
        for mistake in catalogue.mistakes {
            #expect(seen.insert(try lowering.lower(asked: pins, under: mistake.edits)).inserted, "\(mistake.words)")
        }
    }

    /// Nobody sees how a given number is worked out from others, so nothing goes wrong there.
    @Test func givenByFormula() throws {
        let text = """
            given:
              x: { draw: -3..3, nonzero: yes }
              a: { draw: -3..3, nonzero: yes }
              b: { value: 'relu(a) + 2' }
            define:
              z: x * a + b
              h: relu(z)
            ask:
              - find: h
            """
        let template = try Template(SourceFile(name: "given.yaml", bytes: Array(text.utf8)))
        let catalogue = MistakeCatalogue(template.graph, asked: Calculation.pins(of: template))
        #expect(catalogue.mistakes.map(\.words) == ["the bias b was not added in z", "ReLU was not applied to z"])
        #expect(catalogue.values.map(\.name) == ["z", "h"])
    }

    private func template(_ name: String) throws -> Template {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Templates/\(name).yaml")
        return try Template(SourceFile(name: name, bytes: Array(Data(contentsOf: url))))
    }
}
