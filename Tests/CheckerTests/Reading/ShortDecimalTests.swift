import Exact
import Testing

@testable import Checker

struct ShortDecimalTests {
    @Test(
        arguments: [
            ("21", 21, 0), ("+21", 21, 0), ("-3.5", -35, 1), (".5", 5, 1), ("5.", 5, 0), ("-0", 0, 0),
            ("007.250", 7250, 3),
            ("999999999999999999", 999_999_999_999_999_999, 0), ("-.000000000000000001", -1, 18),
        ] as [(String, Int64, Int)]) func readsDigitsAndPlaces(text: String, digits: Int64, places: Int)
    {
        let decimal = read(text)
        #expect(decimal?.digits == digits)
        #expect(decimal?.places == places)
        #expect(decimal?.rational == Rational(reading: text))
    }

    @Test(arguments: [
        "", "-", "+", ".", "-.", "1..2", "1.2.3", "--3", "3-", " 3", "3 ", "1e3", "1/2", "−3", "1,5", "0x10", "a",
        "1234567890123456789", "00000000000000000000000000001", "1\u{0}",
    ]) func leavesTheRest(text: String) { #expect(read(text) == nil) }

    @Test func comparesWithNumbersInLowestTerms() throws {
        for (text, number) in [("6.125", Rational(49, 8)), ("6.1250", Rational(49, 8)), ("-2.0", Rational(-2))] {
            #expect(try #require(read(text)) == number)
        }
        let third = try #require(read("0.333"))
        #expect(!(third == Rational(1, 3)))
        #expect(third == Rational(333, 1000))
        #expect(!(third == .undefined))
        #expect(!(third == Rational(.max, 1000)))
        #expect(!(third == Rational(1, .max)))
        let zero = try #require(read("0.00"))
        #expect(zero == .zero)
        #expect(!(zero == .undefined))
    }

    private func read(_ text: String) -> ShortDecimal? { Array(text.utf8).withUnsafeBytes(ShortDecimal.init(reading:)) }
}
