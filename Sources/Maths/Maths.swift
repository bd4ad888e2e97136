import Exact

/// A formula as a tree, free of any notation that it may be printed in.
///
/// Parentheses that only say what belongs together are not in the tree: a printer puts them where its reader needs them.
package indirect enum Maths: Hashable, Sendable {
    /// A number that is the same on every sheet.
    case number(Rational)
    /// A number that differs from sheet to sheet.
    case value(ValueID, Rounding)
    /// A name or a symbol; one of several letters is upright whatever its style, unless it is bold.
    case identifier(String, IdentifierStyle)
    /// Words.
    case text(String)
    /// A sign of calculation, of relation or between items, in a formula that is only to be read.
    case sign(String, SignForm)
    /// Room for a number that is written by hand.
    case room
    /// Items with commas between them.
    case list([Maths])
    /// Pieces with nothing between them, such as the indices `21`.
    case row([Maths])
    /// Terms that are added or subtracted.
    case sum([Term])
    /// Factors with the same sign of multiplication between them.
    case product([Maths], Multiplication)
    /// −a.
    case negation(Maths)
    /// a/b on one line.
    case quotient(Maths, Maths)
    /// a over b.
    case fraction(Maths, Maths)
    /// a raised to b.
    case power(Maths, Maths)
    /// Labels below and above, which are no calculation: w⁽¹⁾₂₁.
    case scripts(Maths, sub: Maths?, sup: Maths?)
    /// A transposed matrix.
    case transpose(Maths)
    /// A mark over a name.
    case accent(Accent, Maths)
    /// A root; a square root where no degree is given.
    case root(Maths, degree: Maths?)
    /// A matrix by its rows, in brackets; a column vector has rows of one entry.
    case matrix([[Maths]])
    /// A function applied to its arguments.
    case function(Maths, [Maths])
    /// A partial derivative: of what, and by which variables, the first one first.
    case derivative(of: Maths, by: [Maths])
    /// A sum, product or extreme over an index.
    case large(LargeOperator, from: Maths?, to: Maths?, Maths)
    /// A chain such as a = b = c.
    case relation(Maths, [Link])
    /// A value for each of several conditions, after a brace.
    case cases([Case])
    /// A formula between marks that mean something, such as the bars of a magnitude.
    case fenced(Fence, Maths)
    /// One of several formulas, chosen sheet by sheet by a whole number: 0 chooses the first.
    case alternatives(ValueID, [Maths])
}

/// The shape of a name's letters.
package enum IdentifierStyle: Hashable, Sendable {
    /// A variable.
    case italic
    /// A vector or matrix, where these are set bold.
    case bold
    /// A function's name, or a symbol that is no letter.
    case upright
}

/// Where a sign stands, which decides about the spaces around it.
package enum SignForm: Hashable, Sendable {
    /// Before what it belongs to, without a space: −a.
    case prefix
    /// Between two sides: a − b, a ≪ b.
    case infix
    /// Behind an item, with a space only after it: a, b.
    case separator
}

/// A term of a sum.
package struct Term: Hashable, Sendable {
    /// What is done with the term.
    package enum Sign: Hashable, Sendable {
        /// The term is added.
        case plus
        /// The term is subtracted.
        case minus
    }

    /// Whether the term is added or subtracted.
    package let sign: Sign
    /// What is added or subtracted.
    package let maths: Maths

    /// A term of a sum.
    package init(_ sign: Sign, _ maths: Maths) {
        self.sign = sign
        self.maths = maths
    }
}

/// How factors are multiplied.
package enum Multiplication: Hashable, Sendable {
    /// Side by side; printers put a dot before a number, so that it does not run into what stands before it.
    case juxtaposed
    /// a · b.
    case dot
    /// a × b.
    case cross
    /// a ⊙ b, entry by entry.
    case elementwise

    /// Whether factors under both signs may stand in one product without parentheses.
    func mixes(with other: Multiplication) -> Bool {
        (self == .elementwise) == (other == .elementwise) && (self == .cross) == (other == .cross)
    }
}

/// A mark over a name.
package enum Accent: Hashable, Sendable {
    /// ŷ.
    case hat
    /// x̄.
    case bar
    /// w̃.
    case tilde
}

/// An operator that runs over an index.
package enum LargeOperator: Hashable, Sendable {
    /// ∑.
    case sum
    /// ∏.
    case product
    /// max.
    case maximum
    /// min.
    case minimum
}

/// A further side of a chain of relations; where it is one of several and the chosen one is ``Maths/nothing``, or it is
/// written as the side before, it is left out with its sign.
package struct Link: Hashable, Sendable {
    /// How the side before relates to this one.
    package let relation: Relation
    /// The side.
    package let maths: Maths
    /// The side before, if this one may be written alike on some sheets.
    let before: Maths?

    /// A side of a chain, after another one that it must not repeat.
    package init(_ relation: Relation, _ maths: Maths, after before: Maths? = nil) {
        self.relation = relation
        self.maths = maths
        self.before = before.flatMap { maths.canRepeat($0) ? $0 : nil }
    }
}

/// How two sides relate.
package enum Relation: Hashable, Sendable, CaseIterable {
    /// =.
    case equal
    /// ≠.
    case notEqual
    /// ≈.
    case approximatelyEqual
    /// <.
    case less
    /// ≤.
    case lessOrEqual
    /// \>.
    case greater
    /// ≥.
    case greaterOrEqual
    /// ←, which gives a name a new value.
    case becomes
    /// ∈.
    case isElement
}

/// A value and when it holds.
package struct Case: Hashable, Sendable {
    /// The value.
    package let value: Maths
    /// When the value holds; a text such as `otherwise` for the last one.
    package let condition: Maths

    /// A value under a condition.
    package init(_ value: Maths, if condition: Maths) {
        self.value = value
        self.condition = condition
    }
}

/// Marks around a formula.
package enum Fence: Hashable, Sendable {
    /// (a).
    case parentheses
    /// [a].
    case brackets
    /// {a}.
    case braces
    /// |a|.
    case bars
    /// ‖a‖.
    case doubleBars
    /// ⌊a⌋.
    case floor
    /// ⌈a⌉.
    case ceiling
}
