import Exact
import TestSupport
import Testing

@testable import Solver

/// Texts that nobody writes: refused with an error, never a crash.
struct ParserRobustnessTests {
    private static func message(_ text: String) -> String {
        do throws(ExpressionError) {
            _ = try Parser.expression(text, names: ["a"])
            return ""
        } catch {
            return error.message
        }
    }

    @Test(arguments: ["(", "f(", "a^", "2^-", "(((a^("])
    func deepNestingIsRefused(_ opening: String) {
        #expect(Self.message(String(repeating: opening, count: 150)).contains("nested more than 64 deep"))
        #expect(Self.message(String(repeating: opening, count: 1200)).contains("at most 1000 names"))
        #expect(Self.message(String(repeating: opening, count: 100_000)).contains("at most 10000 characters"))
    }

    @Test func nestingToTheLimitIsRead() {
        let count = 63
        let text = String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
        #expect(Self.message(text) == "")
        #expect(Self.message("(" + text + ")").contains("nested more than 64 deep"))
    }

    /// The longest texts without nesting are read, worked out and freed on a small stack.
    @Test(arguments: [("a", "+a", 499), ("a", ".T", 499), ("a", "-a", 499), ("a", "*1", 499), ("", "-", 997)])
    func longTexts(_ start: String, _ more: String, _ count: Int) throws {
        let text = start + String(repeating: more, count: count) + (start.isEmpty ? "a" : "")
        var problem = Problem()
        problem.give("a", [], [1])
        let number = try problem.number(text)
        #expect(number.isDefined)
        if more == "+a" { #expect(number == .exact(500)) }
        #expect(try problem.parsed(text).names == ["a"])
        #expect(Self.message(text + more + "+a+a").contains("at most 1000 names, numbers and signs"))
    }

    @Test func randomBytes() {
        for seed in 0..<3000 {
            var source = SplitMix(seed: seed)
            let bytes = (0..<source.number(0...60)).map { _ in UInt8(source.number(0...255)) }
            _ = Self.message(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Random tokens get further than random bytes; an error's range lies in the text.
    @Test func randomTokens() {
        let words = [
            "a", "dL/da", "da", "/", "+", "-", "*", "@", "^", "(", ")", "[", "]", ",", ":", "1", "2", "0.5", ".T", "<",
            "<=", "==", "=", "sum(", "by=rows", " ", "where(", "dL", "−", "e", "1e", ".", "ŷ", "L",
        ]
        for seed in 0..<20_000 {
            var source = SplitMix(seed: seed)
            let text = (0..<source.number(1...14)).map { _ in source.pick(words) }.joined()
            do throws(ExpressionError) {
                let expression = try Parser.expression(text, names: ["a", "L", "dL"])
                #expect(expression.range.upperBound <= text.utf8.count, "seed \(seed): \(text)")
                var problem = Problem()
                problem.give("a", [2], [1, 2])
                problem.define("L", "sum(a^2)")
                _ = try? problem.solved([text])
            } catch {
                #expect(error.range.upperBound <= text.utf8.count, "seed \(seed): \(text)")
                #expect(!error.message.isEmpty && !error.message.hasSuffix("."), "seed \(seed): \(text)")
            }
        }
    }
}
