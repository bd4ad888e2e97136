import Document
import Maths
import Template
import Testing
import YAML

@testable import Exporter

/// Which calculations are drawn as circuits, and where the pieces stand.
struct CircuitTests {
    private func worked(_ text: String) throws -> WorkedTemplate {
        WorkedTemplate(try Template(SourceFile(name: "q", bytes: Array(text.utf8))))
    }

    private func circuit(_ text: String) throws -> Circuit? {
        guard case .circuit(let circuit)? = try worked(text).figure else { return nil }
        return circuit
    }

    private static let fork = """
        given: { x: 1, y: 2, z: 3 }
        define: { a: x * y, b: a - z, c: a * b, f: c - 2 * z }
        ask: [{ find: 'f, df/da, df/dz' }]
        """

    @Test func aValueThatIsUsedTwiceIsOneNode() throws {
        let circuit = try #require(try circuit(Self.fork))
        let names = circuit.nodes.map { $0.name ?? "" }
        #expect(names == ["x", "y", "a", "z", "b", "c", "", "f"])
        let inputs = circuit.nodes.map { $0.inputs.map { names[$0.node] } }
        #expect(inputs == [[], [], ["x", "y"], [], ["a", "z"], ["a", "b"], ["z"], ["c", ""]])
        #expect(circuit.nodes[4].inputs.map(\.mark) == [.text("+"), .text("\u{2212}")])
        #expect(circuit.nodes[6].sign == .row([.text("\u{D7}"), .integer(2)]))
    }

    @Test func constantsStandWithTheSign() throws {
        let text = "given: { s: 1 }\ndefine: { f: 1 / (1 + exp(-s)), L: (f - 2)^2 / 2 }\nask: [{ find: dL/ds }]"
        let signs = try #require(try circuit(text)).nodes.compactMap(\.sign)
        let (number, operand) = (Maths.integer, Maths.text("(\u{B7})"))
        #expect(
            signs == [
                .row([.text("\u{D7}("), number(-1), .text(")")]), .identifier("exp", .upright),
                .row([.text("+"), number(1)]), .row([number(1), .text("\u{F7}"), operand]),
                .row([.text("\u{2212}"), number(2)]), .power(operand, number(2)), .row([.text("\u{F7}"), number(2)]),
            ])
    }

    @Test func usesOfANumberHaveTheirNames() throws {
        let text = """
            given: { x: 1, y: 2 }
            define: { a: x + y, a_1: a, a_2: a, f: a_1 * a_2 }
            ask: [{ find: 'df/da_1, df/da' }]
            """
        let circuit = try #require(try circuit(text))
        #expect(circuit.nodes.map(\.name) == ["x", "y", "a", "f"])
        #expect(circuit.nodes.map { $0.inputs.map(\.name) } == [[], [], [nil, nil], ["a_1", "a_2"]])
        let worked = try worked(text)
        let formulas = Formulas(calculation: try Calculation(worked.template))
        for isKey in [false, true] {
            let labels = try #require(worked.figure?.picture(isKey: isKey, formulas)).labels.map(\.maths)
            let derivative = formulas.answer(worked.template.parts[0].quantities[0], part: 0, index: 0)
            #expect(labels.contains(derivative) == isKey)
            #expect(labels.contains(worked.template.notation.name("a_1")) != isKey)
        }
    }

    @Test(arguments: [
        "given: { n: 3, m: 2 }\ndefine: { c: n * m, p: c + m }\nask: [{ find: p }]",  // nothing is differentiated
        "given: { x: 3 }\ndefine: { f: x^2 }\nask: [{ find: df/dx }]",  // a single operation
        "given: { x: [1, 2] }\ndefine: { s: x * x, t: sum(s), f: t^2 }\nask: [{ find: df/dx }]",
        "given: { x: 1 }\ndefine: { a: x^2 + x, g: da/dx, f: g^2 + g }\nask: [{ find: df/dx }]",
        "given: { x: 1 }\ndefine: { f: x + x*x + x*x*x + x*x*x*x + x*x*x*x*x }\nask: [{ find: df/dx }]",
    ])
    func otherCalculationsAreNot(_ text: String) throws {
        #expect(try circuit(text) == nil)
    }

    @Test func keysShowValuesAndTheDerivativesThatAreAsked() throws {
        let worked = try worked(Self.fork)
        let formulas = Formulas(calculation: try Calculation(worked.template))
        let sheet = try #require(worked.figure?.picture(isKey: false, formulas))
        let key = try #require(worked.figure?.picture(isKey: true, formulas))
        func holdsNumber(_ label: PictureLabel) -> Bool {
            var found = false
            _ = label.maths.replacing { piece in
                if case .value = piece { found = true }
                return piece
            }
            return found
        }
        #expect(!sheet.labels.contains(where: holdsNumber))
        #expect(key.labels.count(where: holdsNumber) == 7 + 2)
        #expect(key.lines.count == 9 && key.lines.allSatisfy(\.hasHead) && sheet.boxes.count == 8)
        #expect(sheet.alternative == "The graph of the calculation: a = x * y; b = a - z; c = a * b; f = c - 2 * z.")
    }
}
