import Exact

/// How tightly a formula holds together, loosest first. A formula needs parentheses where its place asks for more.
package enum Precedence: UInt8, Hashable, Sendable, Comparable {
    case list, relation, cases, sum, negation, product, quotient, tall, postfix, atom

    /// By tightness.
    @inlinable
    package static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}

/// Where a number stands, as far as its own parentheses depend on it.
package enum NumberPosition: UInt8, Hashable, Sendable {
    /// Nothing stands before it that a sign could be mistaken with.
    case alone
    /// After a sign of calculation: a negative number needs parentheses.
    case operand
    /// Below an exponent or after a slash: so does a fraction.
    case base

    /// The position at a place that asks for a precedence.
    @inlinable
    package init(asking precedence: Precedence) {
        self = precedence <= .negation ? .alone : precedence <= .tall ? .operand : .base
    }
}

extension Maths {
    /// How tightly the formula holds together. A number that differs from sheet to sheet counts as positive: what fills
    /// its place looks after its sign. So does each of several alternatives after its own parentheses.
    package var precedence: Precedence {
        switch self {
        case .list: .list
        case .relation: .relation
        case .cases: .cases
        case .sum: .sum
        case .negation: .negation
        case .product, .large: .product
        case .quotient: .quotient
        case .fraction, .derivative: .tall
        case .power, .transpose: .postfix
        case .scripts(_, _, let sup): sup == nil ? .atom : .postfix
        case .number(let number):
            number.isNegative ? .negation : number.text.utf8.contains(UInt8(ascii: "/")) ? .tall : .atom
        case .value, .identifier, .text, .sign, .room, .row, .accent, .root, .matrix, .function, .fenced, .alternatives:
            .atom
        }
    }

    /// Whether the formula needs parentheses at a place that asks for `minimum`. What follows on the same line would
    /// seem to belong to an operator that is open to the right, such as ∑.
    package func needsParentheses(asking minimum: Precedence, isFollowed: Bool = false) -> Bool {
        precedence < minimum || (isFollowed && isOpenToTheRight)
    }

    /// Whether the formula ends in an operator that has no end of its own.
    private var isOpenToTheRight: Bool {
        switch self {
        case .large, .cases: true
        case .negation(let operand): operand.isOpenToTheRight
        case .product(let factors, _): factors.last?.isOpenToTheRight ?? false
        case .sum(let terms): terms.last?.maths.isOpenToTheRight ?? false
        default: false
        }
    }

    /// Whether the formula, without parentheses around it, opens with a digit.
    private var opensWithNumber: Bool {
        switch self {
        case .number(let number): !number.isNegative
        case .value, .fraction: true
        case .alternatives(_, let choices): choices.contains(where: \.opensWithNumber)
        case .product(let factors, _): factors.first?.opensWithNumber ?? false
        case .quotient(let first, _), .power(let first, _), .scripts(let first, _, _), .transpose(let first):
            !first.needsParentheses(asking: .atom) && first.opensWithNumber
        default: false
        }
    }

    /// The terms of a sum at a place that asks for `minimum`, each with what its own place asks for.
    ///
    /// Only at the front may a sign stand without parentheses.
    package static func places(ofTerms terms: [Term], asking minimum: Precedence) -> [Precedence] {
        terms.indices.map { index in
            index == 0 && terms[index].sign == .plus ? max(minimum, .sum) : .product
        }
    }

    /// The place of a product's factor: what it asks for, and what stands between the factor and the one before.
    package struct FactorPlace: Hashable, Sendable {
        /// What the place asks for.
        package let minimum: Precedence
        /// The sign of multiplication before the factor; nil before the first.
        package let sign: Multiplication?
    }

    /// The places of the factors of a product that stands at a place that asks for `minimum`.
    package static func places(
        ofFactors factors: [Maths], _ multiplication: Multiplication, asking minimum: Precedence
    ) -> [FactorPlace] {
        factors.indices.map { index in
            let factor = factors[index]
            var asked = index == 0 ? max(minimum, .negation) : .tall
            if case .product(_, let other) = factor, !other.mixes(with: multiplication) { asked = .atom }
            if case .large = factor, index == factors.count - 1 { asked = .product }
            if index == 0 { return FactorPlace(minimum: asked, sign: nil) }
            let wouldRunTogether =
                multiplication == .juxtaposed && !factor.needsParentheses(asking: asked) && factor.opensWithNumber
            return FactorPlace(minimum: asked, sign: wouldRunTogether ? .dot : multiplication)
        }
    }
}
