import Testing

@testable import Exact

struct NumberTextTests {
    @Test(arguments: [
        ("21", 21, 1), ("+21", 21, 1), ("-3.5", -7, 2), ("\u{2212}3.5", -7, 2), (".5", 1, 2), ("5.", 5, 1),
        ("1e-3", 1, 1000), ("2E2", 200, 1), ("49/8", 49, 8), ("-2/4", -1, 2), ("010", 10, 1), ("0.10", 1, 10),
    ])
    func reads(text: String, numerator: Int, denominator: Int) {
        #expect(Rational(reading: text) == Rational(Int128(numerator), Int128(denominator)))
    }

    @Test(arguments: [
        "", "-", "+", ".", "1..2", "--3", "3-", "1/0", "1/2/3", "1.5/2", "0x10", "nan", "inf", " 1", "1 ", "1,5", "1e",
        "1e999",
        "999999999999999999999999999999999999999999", "\u{2212}", "1e-39", "/2", "1/",
    ])
    func refuses(text: String) {
        #expect(Rational(reading: text) == nil)
    }

    @Test(arguments: [
        (0, 1, "0"), (-3, 1, "-3"), (49, 8, "6.125"), (-1, 8, "-0.125"), (49, 3, "49/3"), (1, 1_000_000, "0.000001"),
        (1, 10_000_000, "1/10000000"), (1, 128, "1/128"), (-1, 2, "-0.5"), (12345, 100, "123.45"),
    ])
    func writesExactly(numerator: Int, denominator: Int, text: String) {
        #expect(Rational(Int128(numerator), Int128(denominator)).text == text)
    }

    @Test func whatIsWrittenIsReadBack() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let number = Rational(
                .random(in: -1_000_000...1_000_000, using: &random), .random(in: 1...3000, using: &random))
            #expect(Rational(reading: number.text) == number)
        }
        let large = Rational(Int128.max, 7919)
        #expect(Rational(reading: large.text) == large)
    }

    @Test(arguments: [
        (Number.real(0.59326999), Rounding.decimals(4), "0.5933"), (.real(-0.00004), .decimals(4), "0.0000"),
        (.real(9.99996), .decimals(4), "10.0000"), (.real(1e-9), .significant(3), "0.00000000100"),
        (.real(123456), .significant(3), "123000"), (.real(0.029), .significant(2), "0.029"),
        (.real(0), .significant(3), "0"),
        (.exact(Rational(1, 3)), .decimals(2), "0.33"), (.exact(Rational(2, 3)), .significant(2), "0.67"),
        (.exact(Rational(1, 8)), .decimals(2), "0.13"), (.exact(Rational(-1, 8)), .decimals(2), "-0.13"),
        (.exact(Rational(5)), .decimals(0), "5"), (.exact(Rational(5)), .decimals(2), "5.00"),
        (.exact(Rational(249_999, 100_000)), .decimals(1), "2.5"), (.real(0.6), .exact, "0.600000000000"),
        (.real(.nan), .exact, "undefined"), (.exact(.undefined), .decimals(2), "undefined"),
    ])
    func rounds(number: Number, rounding: Rounding, text: String) {
        #expect(number.text(rounding) == text)
    }

    @Test func roundingARationalAgreesWithIntegerArithmetic() {
        for numerator in -400...400 {
            for denominator in 1...12 {
                let magnitude = (2 * abs(numerator) * 100 + denominator) / (2 * denominator)
                let sign = numerator < 0 && magnitude > 0 ? "-" : ""
                let rest = String(magnitude % 100)
                let expected = "\(sign)\(magnitude / 100).\(rest.count == 1 ? "0" + rest : rest)"
                let number = Number.exact(Rational(Int128(numerator), Int128(denominator)))
                #expect(number.text(.decimals(2)) == expected, "\(numerator)/\(denominator)")
            }
        }
    }
}
