import Exact
import Testing

@testable import Checker

/// Answers that are written as arithmetic.
@Suite struct ArithmeticTextTests {
    private let reader = AnswerReader(delimiter: UInt8(ascii: ","))

    @Test(arguments: [
        ("-3.5*6", "-21"), ("1/2*3", "3/2"), ("1/2 + 1/3", "5/6"), ("(1+2)*(3-5)", "-6"), ("2^3", "8"),
        ("2**-2", "1/4"),
        ("(-3)^2", "9"), ("3·4−2", "10"), ("7 × 2 ÷ 4", "7/2"), ("1.5/2", "3/4"), ("- 3", "-3"), ("-(2+.5)", "-5/2"),
        ("sqrt(9/4)", "3/2"), ("√16", "4"), ("abs(2-5)", "3"), ("3-5", "-2"), ("12.25/2 - 1", "41/8"), ("0*x", nil),
        ("((((1+1))))", "2"),
    ]) func exactNumbers(_ text: String, _ number: String?) {
        let expected = number.flatMap { Rational(reading: $0) }
        if let expected {
            #expect(reader.read(text) == .number(expected), "\(text)")
        } else if case .unreadable = reader.read(text) {
        } else {
            Issue.record("\(text)")
        }
    }

    private static let real: [(text: String, number: Double)] = [
        ("ln(2)+1", 1.693147180559945), ("1/(1+e^-2)", 0.880797077977882), ("sqrt(2)/2", 0.707106781186548),
        ("exp(-1)", 0.367879441171442), ("tanh(0.5)", 0.46211715726001), ("sigmoid(1)", 0.731058578630005),
        ("2^0.5", 1.4142135623731), ("-ln(0.25)", 1.38629436111989), ("2*pi", 6.28318530717959),
        ("e", 2.71828182845905),
    ]

    @Test func realNumbers() throws {
        for (text, number) in Self.real {
            guard case .number(let read) = reader.read(text) else {
                Issue.record("\(text) is not read")
                continue
            }
            #expect((read.double - number).magnitude <= 1e-13, "\(text)")
        }
    }

    @Test(arguments: [
        "-3^2", "2^3^2", "1/2/3/4", "1/2e3", "--3", "+-3", "1/-2", "2*-3", "3 4*2", "6 1/8 + 2", "2(3)", "ln 2",
        "log(2)",
        "1/0", "ln(-1)", "sqrt(-1)", "0^-1", "2*", "*2", "(1", "1)", "2^99999", "exp(1e9)", "1e3*2", "1,5*2", "()",
        "10^40*10^40", "e e", "=1+1", "3-", "a+1",
    ]) func refused(_ text: String) {
        if case .unreadable = reader.read(text) { return }
        Issue.record("\(text) is read as \(reader.read(text))")
    }

    @Test func aDecimalComma() {
        let reader = AnswerReader(delimiter: UInt8(ascii: ";"))
        #expect(reader.read("1,5*2") == .number(Rational(3)))
        #expect(reader.read("1,5+0,5*(2-1)") == .number(Rational(2)))
    }

    @Test func deepBracketsEnd() {
        let deep = String(repeating: "(", count: 2000) + "1+1" + String(repeating: ")", count: 2000)
        if case .unreadable = reader.read(deep) { return }
        Issue.record("2000 brackets are read")
    }
}
