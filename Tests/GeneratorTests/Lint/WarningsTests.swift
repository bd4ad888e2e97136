import Template
import Testing
import YAML

@testable import Generator

/// What lint warns of, and what it lets be.
struct WarningsTests {
    /// The warnings of a template, one a line with its place, notes included.
    private func warnings(_ text: String) throws -> [String] {
        let generator = try Generator(template(text), seed: 0)
        return try generator.warnings().map { $0.rendered(as: "q") }
    }

    private let draws = "given: { x: { shape: 3, draw: 2..9 }, i: { draw: 1..3 }, j: { draw: 1..3 } }\n"

    @Test func unusedGiven() throws {
        let text = "given: { x: { draw: 2..9 }, u: 3 }\ndefine: { z: x + 2 }\nask: [{ find: z }]\n"
        #expect(try warnings(text) == ["q:1:29: warning: 'u' is given, but nothing uses it; use it, or leave it out"])
        #expect(try warnings(text + "require: [u > 2]\n") == [])
        #expect(try warnings(text + "text: Mind `u`.\n") == [])
        #expect(try warnings(text + "text: 'Mind $\\frac{u}{2}$.'\n") == [])
    }

    @Test func drawnFunctionsAndIndicesAreUsed() throws {
        let text = """
            given: { x: { shape: 3, draw: 2..9 }, i: { draw: 1..3 }, act: { draw: [relu, abs] }, u: { value: x + i } }
            define: { z: act(x - 20) + u }
            ask: [{ find: 'z[i]' }]
            """
        #expect(try warnings(text) == [])
        #expect(try warnings(text + "\nvariants: { zeros: yes }") == [])
    }

    @Test func answersAskedTwice() throws {
        let text =
            draws + "define: { z: x^2 + 5 }\nask: [{ find: 'z[i], z[j]' }, { find: 'z[2]' }]\n"
            + "variants: { equal: yes }\n"
        let found = try warnings(text)
        #expect(found.count == 3)
        #expect(
            found.allSatisfy { $0.contains("are the same answer on 3") || $0.contains("are the same answer on 2") },
            "about a third of the sheets: \(found)")
        #expect(found.first?.hasPrefix("q:3:22: warning: 'z[i]' and 'z[j]' are") == true, "\(found)")
        #expect(found.first?.contains("draw 'i' and 'j' from other numbers") == true)
        #expect(found.first?.hasSuffix("q:3:16: note: first asked here") == true)
        #expect(try warnings(text + "require: [i != j, i != 2, j != 2]\n") == [])
    }

    @Test func gradientsAskedTwice() throws {
        let text = """
            given: { x: { shape: 2, draw: 2..9 }, W: { shape: [2, 2], draw: 2..9 }, i: { draw: 1..2 } }
            define: { L: sum((W @ x)^2) / 5 }
            ask: [{ find: 'dL/dW[i,1], dL/dW[2,1]' }]
            variants: { equal: yes }
            """
        let found = try warnings(text)
        #expect(found.count == 1)
        #expect(found.first?.contains("'dL/dW[i,1]' and 'dL/dW[2,1]' are the same") == true)
    }

    @Test func answersThatAreGiven() throws {
        let text = "given: { x: { shape: 2, draw: 2..9 }, w: { draw: 2..5 } }\n"
        #expect(
            try warnings(text + "define: { h: relu(x) + 0 * w }\nask: [{ find: h }]\n") == [
                "q:3:15: warning: 'h[1]' is the given number 'x[1]' on 100% of the sheets; ask for what must be worked out"
            ])
        #expect(try warnings(text + "define: { L: w * sum(x) }\nask: [{ find: 'dL/dx, dL/dw' }]\n").count == 1)
        #expect(try warnings(text + "define: { L: w * sum(x) }\nask: [{ find: 'L, dL/dx[1], dL/dw' }]\n") == [])
        let mask = "given: { m: { shape: 4, one_hot: yes }, x: { draw: 2..9 } }\n"
        #expect(
            try warnings(mask + "define: { z: m^2, s: x + 1 }\nask: [{ find: 'z, s' }]\nvariants: { zeros: yes }\n")
                == [])
    }

    /// What masks, one-hot vectors and signs are made of is no number that is copied.
    @Test(arguments: ["0", "1", "-1"]) func numbersThatTellNothing(number: String) throws {
        let text = "given: { s: \(number), x: { draw: 2..9 } }\ndefine: { z: s^3, y: x + 1 }\nask: [{ find: 'z, y' }]\n"
        #expect(try warnings(text + "variants: { zeros: yes }\n") == [])
    }

    @Test func numbersForCalculators() throws {
        let text = "given: { x: { draw: 13..29 } }\ndefine: { z: x^4, s: z / z + x }\nask: [{ find: s }]\n"
        let found = try warnings(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("q:2:11: warning: 'z' needs a calculator though answers are exact") == true)
        #expect(try warnings(text + "answers: { decimals: 4 }\n") == [])
        let fraction = "given: { x: { draw: 1001..1009 } }\ndefine: { z: 1 / x }\nask: [{ find: z }]\n"
        #expect(try warnings(fraction).first?.contains("'z' needs a calculator") == true)
        let rational = "given: { x: { draw: 1..9 } }\ndefine: { z: 1 / x }\nask: [{ find: z }]\n"
        #expect(try warnings(rational) == [])
    }

    @Test func textsThatShowAnswers() throws {
        let text = "given: { x: { draw: 2..9 } }\ndefine: { z: x + 2 }\n"
        let part = "ask: [{ find: z, text: 'Here `x` is `= x^2`.', solution: 'It is `= z`.' }]\n"
        #expect(try warnings(text + part) == [])
        let found = try warnings(text + "text: 'Here `= z - 1` is it.'\n" + part)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("q:3:16: warning: the sheet shows this number") == true, "\(found)")
    }

    @Test func nothingIsEqualByChanceWhereNothingIsDrawn() throws {
        #expect(try warnings("given: { x: 2, y: 4 }\ndefine: { z: x + 2 * (y - 3) }\nask: [{ find: z }]\n") == [])
    }
}
