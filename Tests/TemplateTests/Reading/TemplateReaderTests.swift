import Exact
import Solver
import Testing

@testable import Template

/// What is read is what was written.
struct TemplateReaderTests {
    @Test func numbersAreExact() throws {
        let template = try template(
            """
            given:
              a: 0.1
              b: 1/3
              c: 010
              d: -2.50
              x: [2, 1]
              W: [[1, 2], [3, 1/2], [0, -1]]
              f: { shape: [2, 2], value: 7 }
              v: { shape: 2, value: [1, 2] }
              T: [[[1, 2]], [[3, 4]]]
            define: { L: a }
            ask: [{ find: L }]
            """)
        func entries(_ name: String) -> [Rational?] {
            let entries = template.given.first { $0.name == name }?.entries ?? []
            return entries.map { if case .fixed(let number) = $0 { number } else { nil } }
        }
        #expect(template.given.map(\.name) == ["a", "b", "c", "d", "x", "W", "f", "v", "T"])
        #expect(
            template.given.map(\.shape.dimensions) == [[], [], [], [], [2], [3, 2], [2, 2], [2], [2, 1, 2]])
        #expect(entries("a") == [Rational(1, 10)])
        #expect(entries("b") == [Rational(1, 3)])
        #expect(entries("c") == [10])
        #expect(entries("d") == [Rational(-5, 2)])
        #expect(entries("x") == [2, 1])
        #expect(entries("W") == [1, 2, 3, Rational(1, 2), 0, -1])
        #expect(entries("f") == [7, 7, 7, 7])
        #expect(entries("T") == [1, 2, 3, 4])
        #expect(template.draws.isEmpty && template.isFixed)
    }

    @Test func drawsStandInTheOrderOfTheirEntries() throws {
        let template = try template(
            """
            given:
              x: { shape: 2, draw: -1..1 }
              y: 3
              z: { draw: 0..1, step: 1/4 }
              w: { shape: [1, 2], draw: [1/2, -3, 0.25] }
              v: { draw: -2..2, nonzero: yes }
              u: { draw: [0, 5], nonzero: yes }
              t: { draw: 1..2, nonzero: no }
            define: { L: z }
            ask: [{ find: L }]
            """)
        let numbers = template.draws.map { draw in (0..<draw.count).map { draw[$0] } }
        let quarters = (0...4).map { Rational($0, 4) }
        let choice = [Rational(1, 2), -3, Rational(1, 4)]
        #expect(
            numbers == [[-1, 0, 1], [-1, 0, 1], quarters, choice, choice, [-2, -1, 1, 2], [5], [1, 2]])
        #expect(template.given[3].entries == [.drawn(3), .drawn(4)])
        #expect(!template.isFixed)
    }

    @Test func definitionsMayStandInAnyOrder() throws {
        let template = try template(
            """
            title: A title
            given: { x: [1, 2] }
            define:
              L: sum(h)
              h: relu(z)
              z: 2 * x
            ask: [{ find: L }]
            """)
        #expect(template.definitions.map(\.name) == ["L", "h", "z"])
        #expect(template.title == "A title")
        let calculation = try Calculation(template)
        #expect(calculation.quantities.map(\.name) == ["x", "L", "h", "z"])
        #expect(calculation.quantities.map(\.values) == [0..<2, 2..<3, 3..<5, 5..<7])
    }

    @Test func titleIsTheFileNameWhereNoneIsGiven() throws {
        #expect(try template("given: { x: 1 }\ndefine: { L: x }\nask: [{ find: L }]").title == "q")
    }

    @Test func requirementsMayBeOneOrMany() throws {
        func requirements(_ text: String) throws -> [String] {
            try template("given: { x: [1, 2] }\ndefine: { L: sum(x) }\nask: [{ find: L }]\nrequire: \(text)")
                .requirements.map(\.text)
        }
        #expect(try requirements("0 < L <= 3") == ["0 < L <= 3"])
        #expect(
            try requirements("[L != 3, all(x > 0), 'any(x == 1)', count(x > 1) >= 1, 'dL/dx[1] == 1']")
                == ["L != 3", "all(x > 0)", "any(x == 1)", "count(x > 1) >= 1", "dL/dx[1] == 1"])
    }
}

extension Rational: ExpressibleByIntegerLiteral {
    /// The whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}
