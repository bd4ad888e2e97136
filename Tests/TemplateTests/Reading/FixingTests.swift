import Exact
import Solver
import Testing
import YAML

@testable import Template

/// Templates with numbers in place of those of the file.
struct FixingTests {
    private let text = """
        given:
          x: { shape: [2, 2], draw: 0..3, distinct: yes }
          y: { draw: 1..9 }
          act: { draw: [relu, tanh] }
          s: { value: y + 1 }
          choose: [{ p: 1, q: 2 }, { p: 3, q: 4 }]
        define: { L: 'sum(act(x)) + s + p * q' }
        ask: [{ find: L }]
        """

    private func file(_ text: String) throws -> SourceFile { try SourceFile(name: "g", bytes: Array(text.utf8)) }

    private func numbers(_ name: String, _ text: String) throws -> [Rational] {
        let quantity = try #require(try template(self.text).given.first { $0.name == name })
        return try quantity.numbers(reading: file(text))
    }

    private func mistake(_ name: String, _ text: String) throws -> String {
        do {
            _ = try numbers(name, text)
            return ""
        } catch let error as Diagnostics {
            return error.rendered(as: "g")
        }
    }

    @Test func numbersAreReadByTheShapeOfTheQuantity() throws {
        #expect(try numbers("x", "[[1, 1/2], [3, 0.25]]").map(\.text) == ["1", "0.5", "3", "0.25"])
        #expect(try numbers("y", "-4").map(\.text) == ["-4"])
        #expect(try numbers("act", "tanh").map(\.text) == ["1"])
    }

    @Test func whatDoesNotFitIsSaid() throws {
        #expect(
            try mistake("x", "[1, 2]")
                == "g:1:1: error: 'x' has the shape 2×2, as in [[0, 0], [0, 0]]; these numbers have 2")
        #expect(try mistake("y", "[1]") == "g:1:1: error: 'y' is a number; these numbers have 1")
        #expect(try mistake("y", "a").contains("'a' is not a number"))
        #expect(try mistake("act", "sigmoid") == "g:1:1: error: 'act' is a function: relu or tanh")
        #expect(try mistake("s", "3").contains("worked out from other given quantities"))
    }

    @Test func whatIsFixedIsNotDrawn() throws {
        let one = try Template(file(text), fixing: ["x": [1, 2, 3, 4].map { Rational($0) }])
        #expect(one.given.first?.entries == [1, 2, 3, 4].map { .fixed(Rational($0)) })
        #expect(one.digits.radices.filter { $0 > 1 } == [9, 2, 2])
        #expect(one.digits.distinct.isEmpty)
        let all = try Template(
            file(text),
            fixing: ["x": [1, 2, 3, 4].map { Rational($0) }, "y": [.one], "act": [.zero], "p": [.one], "q": [.one]])
        #expect(all.isFixed)
    }
}
