import Exact
import Template
import Testing

@testable import Generator

/// Spaces that are searched whole.
struct SmallSpaceTests {
    @Test func everyVariantIsUsedOnce() throws {
        let template = try template("given: { a: { shape: 2, draw: 1..6 } }\ndefine: { L: sum(a) }\nask: [{ find: L }]")
        let generator = try Generator(template, seed: 3)
        #expect(generator.capacity == 36)
        try generator.check(count: 36)
        #expect(Set(try generator.values(ofSheets: 0..<36)).count == 36)
        let error = #expect(throws: GeneratorError.self) { try generator.check(count: 37) }
        #expect(
            error?.message(for: template)
                == "there are only 36 different variants, not 37; draw from more numbers or make fewer sheets")
        #expect(throws: GeneratorError.exhausted(sheet: 36)) { try generator.values(ofSheets: 36..<37) }
    }

    @Test func rulesThatLeaveTooFewAreNamed() throws {
        let template = try template(
            """
            given: { a: { draw: -2..2 }, b: { draw: 1..4 } }
            define: { L: a * b }
            require: [a < b, L != 2]
            ask: [{ find: L }]
            """)
        let generator = try Generator(template, seed: 3)
        // Of 20 variants 4 have a = 0 and 3 break a < b; of the others L = 2 for a = 1, b = 2 alone.
        #expect(generator.capacity == 12)
        let error = #expect(throws: GeneratorError.self) { try generator.check(count: 100) }
        #expect(
            error?.message(for: template) == """
                there are only 12 different variants, not 100; draw from more numbers or make fewer sheets; \
                by itself each rule rejects:
                       20%  no asked number 0 by chance (variants: { zeros: yes } permits it)
                       15%  a < b
                       10%  L != 2
                """)
    }

    @Test func acceptableVariantsAreEquallyLikely() throws {
        let template = try template(
            """
            given: { a: { draw: 1..4 }, b: { draw: 1..4 } }
            define: { L: a - b }
            ask: [{ find: L }]
            """)
        var counts: [[Rational]: Int] = [:]
        for seed in 0..<1_200 {
            let generator = try Generator(template, seed: UInt64(seed))
            let values = try generator.values(ofSheets: 0..<1)[0]
            counts[generator.quantity("a", in: values) + generator.quantity("b", in: values), default: 0] += 1
        }
        #expect(counts.count == 12)
        // 11 degrees of freedom: more than 38 would happen once in 10,000.
        #expect(chiSquared(counts.values) < 38)
    }

    @Test func zerosAndKinksArePermittedOnRequest() throws {
        func capacity(_ variants: String) throws -> UInt128? {
            try Generator(
                template(
                    """
                    given: { a: { draw: -2..2 }, b: { draw: 1..2 } }
                    define: { h: relu(a), L: b - 1 }
                    ask: [{ find: 'h, L' }]
                    variants: \(variants)
                    """), seed: 1
            ).capacity
        }
        let rest = "equal: yes, spread: any, expose: no"
        // a ≠ 0 and b ≠ 1; h is 0 for a < 0 because the unit is switched off.
        #expect(try capacity("{ zeros: no, \(rest) }") == 4)
        #expect(try capacity("{ zeros: yes, \(rest) }") == 8)
        // For a = 0 the unit is off as well.
        #expect(try capacity("{ kinks: yes, \(rest) }") == 5)
        #expect(try capacity("{ zeros: yes, kinks: yes, \(rest) }") == 10)
    }

    @Test func roundingTiesAreRejected() throws {
        let generator = try Generator(
            template(
                """
                given: { x: { draw: [1/16, 2, 3, 9/16] } }
                define: { r: sqrt(x) }
                answers: { decimals: 1 }
                ask: [{ find: r }]
                """), seed: 1)
        // The roots 0.25 and 0.75 lie between two decimals.
        #expect(generator.capacity == 2)
    }

    @Test func divisionsByZeroAreRejected() throws {
        let generator = try Generator(
            template("given: { x: { draw: -2..2 } }\ndefine: { r: 1 / x }\nask: [{ find: r }]"), seed: 1)
        #expect(generator.capacity == 4)
    }
}
