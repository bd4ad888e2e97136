import Exact
import Testing

@testable import Maths

struct MathMLNumberTests {
    private func text(_ number: Number, _ rounding: Rounding = .exact, at position: NumberPosition) -> String {
        var bytes: [UInt8] = []
        MathML.write(number, rounding, at: position, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private let minus = "<mo form=\"prefix\">\u{2212}</mo>"

    @Test("A positive integer never has parentheses", arguments: [NumberPosition.alone, .operand, .base])
    func positive(position: NumberPosition) {
        for value in [0, 7, 10, 42, 127, 128, 999, 1000, 123_456_789] {
            #expect(text(.exact(Rational(value)), at: position) == "<mn>\(value)</mn>")
        }
    }

    @Test("A negative number has parentheses unless it stands alone")
    func negative() {
        for value in [1, 10, 127, 128, 129, 10_000] {
            let number = Number.exact(Rational(-value))
            #expect(text(number, at: .alone) == "<mrow>\(minus)<mn>\(value)</mn></mrow>")
            let enclosed = "<mrow><mo>(</mo>\(minus)<mn>\(value)</mn><mo>)</mo></mrow>"
            #expect(text(number, at: .operand) == enclosed)
            #expect(text(number, at: .base) == enclosed)
        }
        #expect(text(.exact(Rational(-7, 2)), at: .alone) == "<mrow>\(minus)<mn>3.5</mn></mrow>")
    }

    @Test("A fraction has parentheses where it is a base, a negative one also as an operand")
    func fraction() {
        let fraction = "<mfrac><mn>49</mn><mn>3</mn></mfrac>"
        let (open, close) = ("<mrow><mo class=\"t\">(</mo>", "<mo class=\"t\">)</mo></mrow>")
        #expect(text(.exact(Rational(49, 3)), at: .alone) == fraction)
        #expect(text(.exact(Rational(49, 3)), at: .operand) == fraction)
        #expect(text(.exact(Rational(49, 3)), at: .base) == open + fraction + close)
        let negative = "<mrow>\(minus)\(fraction)</mrow>"
        #expect(text(.exact(Rational(-49, 3)), at: .alone) == negative)
        #expect(text(.exact(Rational(-49, 3)), at: .operand) == open + negative + close)
        #expect(text(.exact(Rational(-49, 3)), at: .base) == open + negative + close)
    }

    @Test("A number that is rounded to 0 has no sign")
    func roundedToZero() {
        #expect(text(.real(-0.0004), .decimals(2), at: .operand) == "<mn>0.00</mn>")
        #expect(text(.real(-0.5933), .significant(2), at: .alone) == "<mrow>\(minus)<mn>0.59</mn></mrow>")
    }

    @Test("An undefined number says so")
    func undefined() {
        #expect(text(.exact(.undefined), at: .alone) == "<mtext>undefined</mtext>")
        #expect(text(.real(.nan), .decimals(3), at: .base) == "<mtext>undefined</mtext>")
    }
}
