import Exact

/// A place in an equation's text, in bytes of UTF-8.
package typealias TextRange = Range<Int>

/// An equation's right side, or what is asked, as it was written.
package struct Expression: Hashable, Sendable {
    /// What it is.
    package let kind: Kind
    /// Where it stands.
    package let range: TextRange

    /// The forms of the language.
    package indirect enum Kind: Hashable, Sendable {
        case number(Rational)
        case name(String)
        /// `dA/dB`: of a quantity or one of its entries, by a quantity or one of its entries.
        case derivative(of: Expression, by: Expression)
        case negation(Expression)
        case binary(BinaryOperator, Expression, Expression)
        /// `a < b <= c`.
        case comparison([Expression], [Comparison.Relation])
        case call(name: String, arguments: [Expression], options: [Option])
        case selection(Expression, [Subscript])
        case transpose(Expression)
        /// `L with W1 = W1_new`: the same calculation with other values.
        case substitution(Expression, [Replacement])
    }

    /// A quantity's name and what stands for it.
    package struct Replacement: Hashable, Sendable {
        package let name: String
        package let value: Expression
        package let range: TextRange
    }

    /// A named argument.
    package struct Option: Hashable, Sendable {
        package let name: String
        package let value: Expression
        package let range: TextRange
    }

    /// The number that it is made of by the four basic operations alone.
    var constantValue: Rational? {
        switch kind {
        case .number(let value): return value
        case .negation(let operand): return operand.constantValue.map { -$0 }
        case .binary(let sign, let left, let right):
            guard let left = left.constantValue, let right = right.constantValue else { return nil }
            switch sign {
            case .add: return left + right
            case .subtract: return left - right
            case .multiply: return left * right
            case .divide: return left / right
            case .power, .matrixProduct: return nil
            }
        default: return nil
        }
    }

    /// The whole number that it is made of by the four basic operations alone.
    var wholeValue: Int? {
        guard let value = constantValue, value.isInteger else { return nil }
        return Int(exactly: value.numerator)
    }
}

/// An operation with a sign between its operands.
package enum BinaryOperator: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
    case matrixProduct = "@"

    /// What the sign means.
    var operation: any Operation {
        switch self {
        case .add: Addition()
        case .subtract: Subtraction()
        case .multiply: Multiplication()
        case .divide: Division()
        case .power: Power()
        case .matrixProduct: MatrixProduct()
        }
    }
}

/// What is wrong in an equation, said to its author.
package struct ExpressionError: Error, Hashable, Sendable {
    /// A sentence without a full stop: what was expected, what to do.
    package let message: String
    /// Where.
    package let range: TextRange

    /// A mistake at a place.
    package init(_ message: String, at range: TextRange) {
        self.message = message
        self.range = range
    }
}
