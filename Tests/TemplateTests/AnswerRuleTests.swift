import Exact
import Testing

@testable import Template

/// What is accepted, at the edges.
struct AnswerRuleTests {
    private func accepts(_ rule: AnswerRule, _ answer: String, _ value: Number) -> Bool {
        Rational(reading: answer).map { rule.accepts($0, for: value) } ?? false
    }

    @Test func exactAnswersAreExact() {
        let third = Number.exact(Rational(1, 3))
        #expect(accepts(.exact, "1/3", third))
        #expect(accepts(.exact, "2/6", third))
        #expect(!accepts(.exact, "0.333", third))
        #expect(!accepts(.exact, "0.3333333333333333333333333333333333333", third))
        #expect(accepts(.exact, "−6.1250", .exact(Rational(-49, 8))))
        #expect(!accepts(.exact, "0", .exact(.undefined)))
        #expect(!accepts(.exact, "0.5", .real(0.5)))
    }

    @Test func decimalsAreRoundedOrMoreExact() {
        let value = Number.real(0.12345)
        #expect(accepts(.decimals(4), "0.1234", value))
        #expect(accepts(.decimals(4), "0.1235", value))
        #expect(accepts(.decimals(4), "0.123449", value))
        #expect(!accepts(.decimals(4), "0.12351", value))
        #expect(!accepts(.decimals(4), "0.1233", value))
        let exact = Number.exact(Rational(1, 2))
        #expect(accepts(.decimals(1), "0.5", exact))
        #expect(accepts(.decimals(1), "0.55", exact))
        #expect(!accepts(.decimals(1), "0.6", exact))
        #expect(accepts(.decimals(0), "0", exact) && accepts(.decimals(0), "1", exact))
        #expect(!accepts(.decimals(0), "3", .exact(2)))
        #expect(!accepts(.decimals(4), "1", .real(.nan)))
        #expect(!accepts(.decimals(4), "1", .real(.infinity)))
        #expect(!accepts(.decimals(4), "1", .exact(.undefined)))
    }

    @Test func significantDigitsFollowTheSize() {
        #expect(accepts(.significant(3), "1230", .real(1234)))
        #expect(!accepts(.significant(3), "1240", .real(1234)))
        #expect(accepts(.significant(3), "1238.9", .real(1234)))
        #expect(accepts(.significant(3), "0.00123", .real(0.001234)))
        #expect(!accepts(.significant(3), "0.00125", .real(0.001234)))
        #expect(accepts(.significant(2), "-0.10", .real(-0.1)))
        #expect(accepts(.significant(2), "10.5", .real(10)))
        #expect(!accepts(.significant(2), "11", .real(10)))
    }

    @Test func tolerancesIncludeTheirBounds() {
        let rule = AnswerRule.tolerance(Rational(1, 100))
        #expect(accepts(rule, "0.51", .exact(Rational(1, 2))))
        #expect(accepts(rule, "0.49", .exact(Rational(1, 2))))
        #expect(!accepts(rule, "0.5100000000001", .exact(Rational(1, 2))))
        #expect(accepts(rule, "0.51", .real(0.5)))
        #expect(!accepts(rule, "1", .exact(.undefined)))
        #expect(!accepts(rule, "0.5101", .real(0.5)))
    }

    @Test func differencesThatDoNotFit() {
        let digits = "0.14285714285714285714285714285714285714"
        #expect(accepts(.decimals(4), digits, .exact(Rational(1_000_000, 7_000_001))))
        #expect(!accepts(.decimals(4), "99999999999999999999999999999999999999", .exact(Rational(1, 7))))
        #expect(!accepts(.tolerance(1), "99999999999999999999999999999999999999", .exact(Rational(1, 7))))
    }

    @Test func keysAreWrittenAsTheRuleSays() {
        #expect(AnswerRule.exact.rounding == .exact)
        #expect(AnswerRule.decimals(3).rounding == .decimals(3))
        #expect(AnswerRule.significant(3).rounding == .significant(3))
        #expect(AnswerRule.tolerance(Rational(1, 100)).rounding == .decimals(3))
        #expect(AnswerRule.tolerance(5).rounding == .decimals(1))
    }

    @Test func everyRuleAcceptsItsOwnKey() {
        for seed in 1...300 {
            let value = Double(seed * seed * 7919 % 100_003) / Double(seed) - 300
            for rule in [
                AnswerRule.decimals(4), .decimals(0), .significant(1), .significant(5), .tolerance(Rational(1, 8)),
            ] {
                for number in [
                    Number.real(value), .exact(Rational(Int128(seed * 7919 % 10_007 - 5_000), Int128(seed))),
                ] {
                    let key = number.text(rule.rounding)
                    #expect(accepts(rule, key, number), "\(rule) does not accept \(key) for \(number), seed \(seed)")
                }
            }
        }
    }
}
