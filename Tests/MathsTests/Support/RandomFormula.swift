import Exact
import TestSupport

@testable import Maths

/// Random formulas, and their values found without a printer.
enum RandomFormula {
    /// Values that no printed number has.
    static let names = ["a": Rational(1009), "b": Rational(-1013)]

    static func number(from random: inout SplitMix) -> Rational {
        let numerator = Int128(Int.random(in: -9...9, using: &random))
        return Rational(numerator, [1, 1, 2, 3, 7].randomElement(using: &random) ?? 1)
    }

    static func formula(depth: Int, from random: inout SplitMix) -> Maths {
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

    /// The value of a formula.
    static func value(of maths: Maths, _ values: [Rational]) -> Rational? {
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

    /// A formula of any shape, with letters and texts of any kind.
    static func anyShape(depth: Int, from random: inout SplitMix) -> Maths {
        guard depth > 0 else {
            let word = ["x", "W", "loss", "\u{3B1}", "i", "\u{177}", "a_b", "\u{4E2D}", "\\par", "$"].randomElement(
                using: &random)
            switch Int.random(in: 0...7, using: &random) {
            case 0: return .number(number(from: &random))
            case 7: return .sign("\u{226A}", [.prefix, .infix, .separator].randomElement(using: &random) ?? .infix)
            case 1:
                return .text(
                    ["(", "12", "otherwise", "\u{22A4}", "50% {x} & #", "\u{2032}"].randomElement(using: &random) ?? "")
            case 2: return .room
            case 3:
                let style = [IdentifierStyle.italic, .bold, .upright].randomElement(using: &random) ?? .italic
                return .identifier(word ?? "x", style)
            default: return .value(ValueID(Int.random(in: 0..<4, using: &random)), .exact)
            }
        }
        let one = { (random: inout SplitMix) in
            anyShape(depth: Int.random(in: 0..<depth, using: &random), from: &random)
        }
        let some = { (random: inout SplitMix) in (0...Int.random(in: 0...2, using: &random)).map { _ in one(&random) } }
        switch Int.random(in: 0...16, using: &random) {
        case 0: return .list(some(&random))
        case 1: return .row(some(&random))
        case 2: return .quotient(one(&random), one(&random))
        case 3: return .fraction(one(&random), one(&random))
        case 4: return .scripts(one(&random), sub: one(&random), sup: Bool.random(using: &random) ? one(&random) : nil)
        case 5: return .transpose(one(&random))
        case 6: return .accent([.hat, .bar, .tilde].randomElement(using: &random) ?? .hat, one(&random))
        case 7: return .root(one(&random), degree: Bool.random(using: &random) ? one(&random) : nil)
        case 8: return .matrix((0...1).map { _ in [one(&random), one(&random)] })
        case 9: return .function(one(&random), some(&random))
        case 10: return .derivative(of: one(&random), by: some(&random))
        case 11:
            let sign = [LargeOperator.sum, .product, .maximum, .minimum].randomElement(using: &random) ?? .sum
            return .large(sign, from: one(&random), to: Bool.random(using: &random) ? one(&random) : nil, one(&random))
        case 12:
            let relations = some(&random).map { Link(Relation.allCases.randomElement(using: &random) ?? .equal, $0) }
            return .relation(one(&random), relations)
        case 13: return .cases([Case(one(&random), if: one(&random)), Case(one(&random), if: .text("otherwise"))])
        case 14:
            let fences = [Fence.parentheses, .brackets, .braces, .bars, .doubleBars, .floor, .ceiling]
            return .fenced(fences.randomElement(using: &random) ?? .bars, one(&random))
        case 15: return .alternatives(ValueID(Int.random(in: 0..<4, using: &random)), some(&random))
        default: return formula(depth: depth, from: &random)
        }
    }
}
