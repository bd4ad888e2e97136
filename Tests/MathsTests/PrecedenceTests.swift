import Exact
import TestSupport
import Testing

@testable import Maths

struct PrecedenceTests {
    @Test("What is printed is read with the value that was meant", arguments: 0..<3000 as Range<UInt64>)
    func readingAgain(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let values = (0..<4).map { _ in RandomFormula.number(from: &random) }
        let maths = RandomFormula.formula(depth: 4, from: &random)
        guard let meant = RandomFormula.value(of: maths, values), !meant.isUndefined else { return }
        let printed = MathML.form(maths).text(value: { .exact(values[$0.index]) })
        guard let markup = Markup.read(printed) else {
            Issue.record("seed \(seed): \(printed) is not well formed")
            return
        }
        let read = LineReader.value(of: markup, names: RandomFormula.names)
        if read?.isUndefined != true { #expect(read == meant, "seed \(seed): \(printed)") }
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
