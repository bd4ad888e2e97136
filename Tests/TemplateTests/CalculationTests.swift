import Exact
import Solver
import Testing

@testable import Template

/// The columns, points and rules of what is asked.
struct CalculationTests {
    private let founding = """
        given:
          x:  { shape: 2, draw: 0..3 }
          W1: { shape: [3, 2], draw: -1..2 }
          W2: { shape: [3, 3], draw: -1..2 }
          W3: { shape: [1, 3], draw: -2..2 }
        define:
          z1: W1 @ x
          h1: relu(z1)
          z2: W2 @ h1
          L:  (W3 @ z2)^2 / 2
          p:  sigmoid(L)

        """

    private func columns(_ find: String) throws -> [String] {
        try Calculation(template(founding + "ask: [{ find: '\(find)' }]")).asked.map(\.column)
    }

    @Test func columnsNameEntries() throws {
        #expect(try columns("z1, L") == ["z1[1]", "z1[2]", "z1[3]", "L"])
        #expect(try columns("dL/dW3[2], dL/dW2[2,2]") == ["dL/dW3[2]", "dL/dW2[2,2]"])
        #expect(try columns("dL/dW3") == ["dL/dW3[1]", "dL/dW3[2]", "dL/dW3[3]"])
        #expect(try columns("W1[2,:], W1[1,2]") == ["W1[2,1]", "W1[2,2]", "W1[1,2]"])
    }

    @Test func entriesOfJacobians() throws {
        #expect(try columns("dz2[1]/dh1[3], dL/dz1[2]") == ["dz2[1]/dh1[3]", "dL/dz1[2]"])
        #expect(try columns("dz2/dh1[1,:]") == ["dz2/dh1[1,1]", "dz2/dh1[1,2]", "dz2/dh1[1,3]"])
    }

    /// A sheet shows 2 and 4 as given: what the second was worked out from stays apart when the first changes.
    @Test func givenNumbersDoNotFollowOneAnother() throws {
        let text = """
            given: { a: 2, b: { value: '2 * a' }, x: 3 }
            define: { L: x * a + b, g: L with a = 10 }

            """
        let calculation = try Calculation(template(text + "ask: [{ find: 'L, g, dL/da' }]"))
        let machine = Machine(calculation.program)
        machine.run(lanes: 1)
        let answers = calculation.asked.map { machine.number(at: calculation.location(ofValue: $0.value), lane: 0) }
        #expect(answers == [.exact(10), .exact(34), .exact(3)])
        #expect(mistakes(text + "ask: [{ find: db/da }]").contains("there is no such derivative"))
        #expect(
            mistakes("given: { a: 2, b: { value: '2 * a' } }\ndefine: { h: b with a = 3 }\nask: [{ find: h }]")
                .contains(
                    "this does not depend on 'a'"))
    }

    @Test func pointsAreSplitOverQuantitiesThenEntries() throws {
        let calculation = try Calculation(
            template(
                founding + """
                    ask:
                      - find: z1, h1, L
                        points: 5
                      - find: dL/dW3[2]
                        points: 1/3
                      - find: z2
                    """))
        let points = calculation.asked.map(\.points)
        #expect(Array(points[..<3]) == Array(repeating: Rational(5, 9), count: 3))
        #expect(points[6] == Rational(5, 3))
        #expect(points[7] == Rational(1, 3))
        #expect(Array(points[8...]) == [1, 1, 1])
        for (part, total) in zip(0..., [5, Rational(1, 3), 3]) {
            let own = calculation.asked.filter { $0.part == part }.map(\.points)
            #expect(own.reduce(.zero, +) == total)
        }
        #expect(calculation.asked.map(\.quantity) == [0, 0, 0, 1, 1, 1, 2, 0, 0, 0, 0])
    }

    @Test func splitPointsAddUp() throws {
        for points in 1...40 {
            let calculation = try Calculation(
                template(founding + "ask: [{ find: 'z1, h1, L, dL/dW2, W3[2], p, x', points: \(points)/7 }]"))
            #expect(calculation.asked.map(\.points).reduce(.zero, +) == Rational(Int128(points), 7))
        }
    }

    @Test func askedValuesStandWhereTheirEntriesSay() throws {
        let calculation = try Calculation(template(founding + "ask: [{ find: 'z1[2], L' }, { find: h1 }]"))
        #expect(calculation.askedValues.flatMap { $0 }.flatMap { $0 } == calculation.asked.map(\.value))
        #expect(calculation.askedValues.map { $0.map(\.count) } == [[1, 1], [3]])
        #expect(calculation.asked.map(\.entry) == [1, 0, 0, 1, 2])
        #expect(calculation.roundings.count == calculation.program.outputs[0].count)
    }

    @Test func rulesComeFromThePartThenTheTemplateThenTheNumber() throws {
        func rules(_ text: String) throws -> [AnswerRule] {
            try Calculation(template(founding + text)).asked.map(\.rule)
        }
        #expect(try rules("ask: [{ find: 'L, p' }]") == [.exact, .decimals(4)])
        #expect(try rules("answers: { decimals: 2 }\nask: [{ find: 'L, p' }]") == [.decimals(2), .decimals(2)])
        #expect(
            try rules("answers: { decimals: 2 }\nask: [{ find: L, answers: exact }, { find: p }]")
                == [.exact, .decimals(2)])
        #expect(
            try rules("ask: [{ find: L, answers: { significant: 3 } }, { find: p, answers: { tolerance: 1/100 } }]")
                == [.significant(3), .tolerance(Rational(1, 100))])
    }
}
