import Exact
import Solver
import Template
import Testing

@testable import Generator

/// Templates that nothing can be drawn from, and those that leave nothing to draw.
struct ImpossibleTemplateTests {
    private func message(_ text: String) throws -> String? {
        let template = try template(text)
        do throws(GeneratorError) {
            _ = try Generator(template, seed: 1)
            return nil
        } catch {
            return error.message(for: template)
        }
    }

    @Test func requirementsOfASmallSpace() throws {
        let text = """
            given: { a: { draw: 1..4 }, b: { draw: 1..5 } }
            define: { L: a + b }
            require: [L > 100, a == b, a < 4]
            ask: [{ find: L }]
            """
        #expect(
            try message(text) == """
                none of the 20 variants satisfies all rules; by itself each rejects:
                      100%  L > 100
                       80%  a == b
                       25%  a < 4
                  without 'L > 100', 15% of the draws satisfy the rest
                """)
    }

    @Test func requirementsOfALargeSpace() throws {
        let text = """
            given: { A: { shape: [5, 5], draw: 0..9 } }
            define: { L: sum(A) }
            require: [L > 1000, 'A[1,1] != 3']
            ask: [{ find: L }]
            """
        let message = try #require(try message(text))
        let lines = message.split(separator: "\n")
        #expect(lines.first == "none of 2097152 draws satisfied all rules; by itself each rejects:")
        #expect(lines.dropFirst().first == "      100%  L > 1000")
        #expect(lines.count == 4 && lines[2].hasSuffix("%  A[1,1] != 3"))
        #expect(lines.last == "  without 'L > 1000', 90% of the draws satisfy the rest")
    }

    @Test func requirementsThatExcludeEachOther() throws {
        let message = try #require(
            try message(
                """
                given: { A: { shape: [5, 5], draw: 0..9 } }
                define: { L: sum(A) }
                require: ['A[1,1] < 5', 'A[1,1] > 4']
                ask: [{ find: L }]
                """))
        #expect(message.contains("%  A[1,1] < 5") && message.contains("%  A[1,1] > 4"))
    }

    @Test func fixedTemplatesRepeat() throws {
        let generator = try Generator(
            template("given: { x: 2, y: { draw: 3..3 } }\ndefine: { L: x * y }\nask: [{ find: L }]"), seed: 1)
        #expect(generator.capacity == nil)
        try generator.check(count: 1_000_000)
        #expect(Set(try generator.values(ofSheets: 0..<130)).count == 1)
        #expect(try generator.values(ofSheets: 999_999..<1_000_000)[0] == [2, 3, 6, 6].map { .exact($0) })
    }

    @Test func fixedTemplatesMustKeepTheirRequirements() throws {
        #expect(
            try message("given: { x: 2 }\ndefine: { L: x^2 }\nrequire: [x > 0, L > 5]\nask: [{ find: L }]")
                == "the numbers of this template do not satisfy its own requirement 'L > 5'")
    }

    @Test func fixedTemplatesMayBreakTheOtherRules() throws {
        let generator = try Generator(
            template("given: { x: 0 }\ndefine: { h: relu(x), L: x }\nask: [{ find: 'h, L' }]"), seed: 1)
        // What is 0 on every sheet is not 0 by chance.
        #expect(generator.brokenRules() == [BrokenRule(rule: .kink, numbers: ["in h"])])
    }

    /// Rules are broken by numbers, which are named.
    @Test(
        arguments: [
            ("y: x - 1", "y", [BrokenRule(rule: .zero, numbers: ["y = 0"])]),
            ("y: relu(x - 2)", "y", []),
            ("y: relu(x - 1)", "y", [BrokenRule(rule: .kink, numbers: ["in y"])]),
            ("y: 3000 * x", "y", [BrokenRule(rule: .largest, numbers: ["y = 3000"])]),
            ("y: x / 3", "y", [BrokenRule(rule: .decimals, numbers: ["y = 1/3"])]),
            ("y: x / 16", "y", [BrokenRule(rule: .decimals, numbers: ["y = 0.0625"])]),
            ("y: x + 1, L: 2 * x", "y, L", [BrokenRule(rule: .equal, numbers: ["y = 2", "L = 2"])]),
            ("y: v * 2", "y", [BrokenRule(rule: .zero, numbers: ["y[2] = 0"])]),
            ("y: h_0 * 2", "y", []),
        ] as [(String, String, [BrokenRule])])
    func fixedTemplatesSayWhichNumbersBreakRules(equations: String, asked: String, broken: [BrokenRule]) throws {
        let text = "given: { x: 1, v: [1, 0], h_0: [0, 0] }\ndefine: { \(equations) }\nask: [{ find: '\(asked)' }]"
        #expect(try Generator(template(text), seed: 1).brokenRules() == broken)
        #expect(try Generator(template(text), seed: 1).capacity == nil)
    }

    /// Draws from one number or function are fixed, too.
    @Test func drawsOfOneNumberBreakRules() throws {
        let text = """
            given: { act: { draw: [relu] }, k: { draw: 0..0 }, x: { draw: 4..4 }, w: 2, b: { value: 'x - 2' } }
            define: { y: act(w - x), z: w * x - 8 + k, u: b * w - x }
            ask: [{ find: 'y, z, u' }]
            """
        let broken = try Generator(template(text), seed: 1).brokenRules()
        #expect(broken.first == BrokenRule(rule: .zero, numbers: ["z = 0", "u = 0"]), "\(broken)")
    }

    @Test func fixedNumbersMustExist() throws {
        #expect(
            try message("given: { x: 0 }\ndefine: { M: 2, L: 1 / x }\nask: [{ find: L }]")
                == "'L' cannot be computed: a division by 0")
        #expect(
            try message("given: { x: -1 }\ndefine: { L: ln(x) }\nask: [{ find: L }]")
                == "'L' cannot be computed: the logarithm of a number that is not positive")
        #expect(
            try message("given: { x: 2 }\ndefine: { L: sqrt(x) }\nask: [{ find: dL/dx }]") == nil)
        #expect(
            try message("given: { x: 0 }\ndefine: { L: x^3, q: x / x }\nask: [{ find: L }]")
                == "'q' cannot be computed: a division by 0")
    }

    @Test func overflowNamesTheQuantity() throws {
        let squares = (1...9).map { "  a\($0): a\($0 - 1)^2" }.joined(separator: "\n")
        // 3^(2^6) has 31 digits, 3^(2^7) has 62.
        #expect(
            try message("given: { a0: 3 }\ndefine:\n\(squares)\nask: [{ find: a9 }]")
                == "'a7' cannot be computed: numbers too large to be kept exactly")
        #expect(
            try message("given: { a0: { draw: 3..9 } }\ndefine:\n\(squares)\nask: [{ find: a9 }]") == """
                none of the 7 variants satisfies all rules; by itself each rejects:
                      100%  every number can be computed
                  without 'every number can be computed', 100% of the draws satisfy the rest
                """)
    }

    @Test func whatIsTooLongIsSaid() throws {
        let products = (1...6).map { "  a\($0): a\($0 - 1) @ a0" }.joined(separator: "\n")
        #expect(
            try message(
                "given: { a0: { shape: [64, 64], draw: 0..3 } }\ndefine:\n\(products)\nask: [{ find: 'a6[1,1]' }]")
                == "this calculation has more steps than psgen works out")
    }
}
