import Exact
import TestSupport
import Testing

@testable import Maths

struct PrecedenceTests {
    private let names = ["a": Rational(1009), "b": Rational(-1013)]

    @Test("What is printed is read with the value that was meant", arguments: 0..<3000 as Range<UInt64>)
    func readingAgain(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let values = (0..<4).map { _ in number(from: &random) }
        let maths = formula(depth: 4, from: &random)
        guard let meant = value(of: maths, values), !meant.isUndefined else { return }
        let printed = MathML.form(maths).text(value: { .exact(values[$0.index]) })
        guard let markup = Markup.read(printed) else {
            Issue.record("seed \(seed): \(printed) is not well formed")
            return
        }
        let read = LineReader.value(of: markup, names: names)
        if read?.isUndefined != true { #expect(read == meant, "seed \(seed): \(printed)") }
    }

    private func number(from random: inout SplitMix) -> Rational {
        let numerator = Int128(Int.random(in: -9...9, using: &random))
        return Rational(numerator, [1, 1, 2, 3, 7].randomElement(using: &random) ?? 1)
    }

    private func formula(depth: Int, from random: inout SplitMix) -> Maths {
        guard depth > 0 else {
            switch Int.random(in: 0...3, using: &random) {
            case 0: return .number(number(from: &random))
            case 1: return .variable(Bool.random(using: &random) ? "a" : "b")
            default: return .value(ValueID(Int.random(in: 0..<4, using: &random)), .exact)
            }
        }
        let inner = { (random: inout SplitMix) in
            formula(depth: Int.random(in: 0..<depth, using: &random), from: &random)
        }
        let count = Int.random(in: 1...3, using: &random)
        switch Int.random(in: 0...7, using: &random) {
        case 0, 1:
            return .sum((0..<count).map { _ in Term(Bool.random(using: &random) ? .plus : .minus, inner(&random)) })
        case 2, 3:
            let sign = [Multiplication.juxtaposed, .dot, .cross].randomElement(using: &random) ?? .dot
            return .product((0..<count).map { _ in inner(&random) }, sign)
        case 4: return .negation(inner(&random))
        case 5: return .quotient(inner(&random), inner(&random))
        case 6: return .fraction(inner(&random), inner(&random))
        default: return .power(inner(&random), .integer(Int.random(in: 0...3, using: &random)))
        }
    }

    /// The value of a tree, found without a printer.
    private func value(of maths: Maths, _ values: [Rational]) -> Rational? {
        switch maths {
        case .number(let number): number
        case .value(let id, _): values[id.index]
        case .identifier(let name, _): names[name]
        case .sum(let terms):
            terms.reduce(Rational.zero) { sum, term in
                sum.flatMap { sum in
                    value(of: term.maths, values).map { term.sign == .plus ? sum + $0 : sum - $0 }
                }
            }
        case .product(let factors, _):
            factors.reduce(Rational.one) { product, factor in
                product.flatMap { product in value(of: factor, values).map { product * $0 } }
            }
        case .negation(let operand): value(of: operand, values).map { -$0 }
        case .quotient(let above, let below), .fraction(let above, let below):
            value(of: above, values).flatMap { above in value(of: below, values).map { above / $0 } }
        case .power(let base, let exponent):
            value(of: base, values).flatMap { base in
                value(of: exponent, values).flatMap { power(base, $0) }
            }
        default: nil
        }
    }

    @Test("An operator without an end of its own is enclosed where something follows")
    func openOperators() {
        let sum = Maths.large(.sum, from: .variable("i"), to: nil, .variable("a"))
        #expect(!sum.needsParentheses(asking: .product))
        #expect(sum.needsParentheses(asking: .product, isFollowed: true))
        #expect(Maths.product([.variable("b"), sum], .juxtaposed).needsParentheses(asking: .sum, isFollowed: true))
        #expect(Maths.negation(sum).needsParentheses(asking: .sum, isFollowed: true))
    }

    @Test("A label above a name is not an exponent, and does not take one")
    func labelsAndExponents() {
        let layer = Maths.scripts(.variable("w"), sub: nil, sup: .integer(1))
        let entry = Maths.scripts(.variable("w"), sub: .integer(1), sup: nil)
        #expect(MathML.form(.power(layer, .integer(2))).text { _ in .exact(.zero) }.contains("(</mo>"))
        #expect(!MathML.form(.power(entry, .integer(2))).text { _ in .exact(.zero) }.contains("(</mo>"))
    }

    @Test("Only elementwise and cross products are kept apart from others")
    func mixedProducts() {
        #expect(Multiplication.dot.mixes(with: .juxtaposed))
        #expect(!Multiplication.dot.mixes(with: .elementwise))
        #expect(!Multiplication.cross.mixes(with: .juxtaposed))
    }
}
