import Exact
import TestSupport
import Testing

@testable import Checker

@Suite struct MarkerTests {
    /// One number with a rule; the answer is 49/8, or e² where it is real.
    private func grading(_ definition: String, rule: String? = nil) throws -> Grading {
        try Grading(
            "given: { x: 2 }\ndefine: { a: \(definition) }\nask: [{ find: a, points: 1 }]\n"
                + (rule.map { "answers: { \($0) }\n" } ?? ""), count: 1)
    }

    private func verdicts(_ grading: Grading, _ texts: [String]) throws -> [String: Verdict] {
        try Dictionary(uniqueKeysWithValues: texts.map { ($0, try grading.mark($0).verdict) })
    }

    @Test func exactNumbers() throws {
        let grading = try grading("49 / 8")
        for text in [
            "6.125", "6.1250", "+6.125", "49/8", "98/16", "6 1/8", "612.5%", "6125e-3", " 6.125 ", "[6.125]",
            "06.125000000000000000000",
        ] {
            #expect(try grading.mark(text) == Mark(verdict: .correct), "\(text)")
        }
        for text in ["6", "-6.125", "−49/8", "6.1251", "6.124999999999999999999999", "0", "1e30", "49/80"] {
            #expect(try grading.mark(text) == Mark(verdict: .wrong), "\(text)")
        }
        for text in ["", " ", "\t"] { #expect(try grading.mark(text) == Mark(verdict: .blank)) }
        for text in ["6,125 m", "x", "=49/8", "49/0", "[6.125, 1]", "2-Jan", "1e400"] {
            let mark = try grading.mark(text)
            #expect(mark.verdict == .unreadable, "\(text)")
            #expect(!mark.note.isEmpty)
        }
    }

    @Test func negativeNumbers() throws {
        let grading = try grading("-x / 4")
        for text in ["-0.5", "−0.5", "-.5", "−1/2", "-1/2"] { #expect(try grading.mark(text).verdict == .correct) }
        for text in ["0.5", ".5", "1/2"] { #expect(try grading.mark(text).verdict == .wrong) }
    }

    @Test func aRoundedNumberIsCalledSo() throws {
        let grading = try grading("1 / 3")
        let note = "this is 1/3 rounded; the exact number is asked"
        for text in ["0.333", ".3", "0.33333"] {
            #expect(try grading.mark(text) == Mark(verdict: .wrong, note: note), "\(text)")
        }
        for text in ["0.334", "0", "0.32", "333/1000000"] {
            #expect(try grading.mark(text) == Mark(verdict: .wrong), "\(text)")
        }
    }

    @Test func numbersToSomePlaces() throws {
        // e² is 7.38905609893…
        let real = try grading("exp(x)", rule: "decimals: 3")
        #expect(
            try verdicts(real, ["7.389", "7.39", "7.388", "7.3891", "7.3879", "7.3901", "7.4", "8"]) == [
                "7.389": .correct, "7.39": .wrong, "7.388": .wrong, "7.3891": .correct, "7.3879": .wrong,
                "7.3901": .wrong, "7.4": .wrong, "8": .wrong,
            ])
        let exact = try grading("1 / 3", rule: "decimals: 2")
        #expect(
            try verdicts(exact, ["0.33", "1/3", "0.34", "0.35", "0.3", "0.324"]) == [
                "0.33": .correct, "1/3": .correct, "0.34": .wrong, "0.35": .wrong, "0.3": .wrong, "0.324": .wrong,
            ])
    }

    @Test func numbersToSomeDigits() throws {
        let grading = try grading("1000 * exp(x)", rule: "significant: 3")
        #expect(
            try verdicts(grading, ["7390", "7389.05609893", "7380", "7399", "7400", "7.39e3", "739"]) == [
                "7390": .correct, "7389.05609893": .correct, "7380": .wrong, "7399": .wrong, "7400": .wrong,
                "7.39e3": .correct, "739": .wrong,
            ])
    }

    @Test func numbersWithinATolerance() throws {
        let grading = try grading("1 / 2", rule: "tolerance: 0.1")
        #expect(
            try verdicts(grading, ["0.4", "0.6", "1/2", "0.399", "0.601"]) == [
                "0.4": .correct, "0.6": .correct, "1/2": .correct, "0.399": .wrong, "0.601": .wrong,
            ])
    }

    @Test func decimalCommasWhereTheFileHasThem() throws {
        let grading = try grading("49 / 8")
        #expect(try grading.mark("6,125", delimiter: UInt8(ascii: ";")).verdict == .correct)
        #expect(try grading.mark("6,125").verdict == .unreadable)
    }

    /// Any way of writing the right number is right, and any other number is wrong.
    @Test func rightNumbersAreRightHoweverWritten() throws {
        let count = 200
        let grading = try Grading(
            """
            given:
              W: { shape: [2, 2], draw: -9..9, step: 1/4 }
              x: { shape: 2, draw: -6..6 }
            define:
              z: W @ x / 3
              L: z[1] * z[2]
            ask: [{ find: "z, L, dL/dx", points: 5 }]
            variants: { zeros: yes }
            """, count: count)
        for sheet in 1...count {
            var random = SplitMix(seed: UInt64(sheet))
            let machine = try grading.machine(ofSheet: sheet)
            for (index, right) in grading.answers(machine).enumerated() {
                guard case .exact(let number) = right else { continue }
                let text = try #require(waysToWrite(number).randomElement(using: &random))
                let mark = try grading.mark(text, to: index, on: machine)
                #expect(mark == Mark(verdict: .correct), "sheet \(sheet): \(text) for \(number.text)")
                let other = number + Rational(Int.random(in: 1...9, using: &random))
                let wrong = try #require(waysToWrite(other).randomElement(using: &random))
                #expect(
                    try grading.mark(wrong, to: index, on: machine).verdict == .wrong,
                    "sheet \(sheet): \(wrong) for \(number.text)")
            }
        }
    }

    private func waysToWrite(_ number: Rational) -> [String] {
        let (numerator, denominator) = (number.numerator, number.denominator)
        let fraction = "\(numerator)/\(denominator)"
        let size = numerator.magnitude
        var ways = [
            fraction, fraction.replacing("-", with: "−"), "\(numerator * 6)/\(denominator * 6)", " \(fraction) ",
        ]
        ways += ["[\(fraction)]", number.text]
        if numerator >= 0 { ways.append("+" + fraction) }
        if denominator > 1, size > denominator.magnitude {
            let whole = size / denominator.magnitude
            ways.append("\(numerator < 0 ? "-" : "")\(whole) \(size % denominator.magnitude)/\(denominator)")
        }
        if (number * Rational(10_000)).isInteger {
            let scaled = (number * Rational(10_000)).numerator
            ways += ["\(scaled)e-4", "\(scaled / 100).\(scaled.magnitude % 100)%"].prefix(scaled % 100 < 10 ? 1 : 2)
        }
        return ways
    }
}
