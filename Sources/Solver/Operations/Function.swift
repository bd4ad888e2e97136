import Exact
import Maths

/// What an author writes with parentheses: `relu(z)`, `leaky_relu(z, slope=1/10)`, `sum(X, by=rows)`.
package struct Function: Sendable {
    /// The name before the parenthesis.
    package let name: String
    /// How it is written, for messages.
    package let usage: String
    /// How many arguments without a name it takes, besides the literals behind them.
    let arity: ClosedRange<Int>
    /// How many of its last arguments are fixed numbers, such as a size.
    let literals: Int
    /// The arguments with a name that it takes.
    let options: [String]
    /// The operation for a call.
    let operation: @Sendable (Call) throws(CallError) -> any Operation

    init(
        _ usage: String, arity: ClosedRange<Int> = 1...1, literals: Int = 0, options: [String] = [],
        operation: @escaping @Sendable (Call) throws(CallError) -> any Operation
    ) {
        self.name = String(usage.prefix { $0 != "(" })
        self.usage = usage
        self.arity = arity
        self.literals = literals
        self.options = options
        self.operation = operation
    }

    /// Whether a single argument is enough.
    package var takesOne: Bool { arity.contains(1) && literals == 0 }

    /// All functions; a new one is a line here.
    package static let all: [Function] =
        [
            ReLU.function, LeakyReLU.function, Sigmoid.function, HyperbolicTangent.function, Softmax.function,
            Exponential.function, Logarithm.function, SquareRoot.function, AbsoluteValue.function,
            Sum.function, Mean.function, CrossEntropy.function,
            Floor.function, ArgumentOfMaximum.function, OneHot.function, Concatenation.function, Flattening.function,
            Where.function, AnyOf.function, AllOf.function, Count.function,
        ] + Extremum.functions

    /// The function with a name.
    package static func named(_ name: String) -> Function? { all.first { $0.name == name } }
}

/// The arguments of a call that are not nodes.
struct Call: Sendable {
    /// How many arguments are nodes.
    let count: Int
    /// The fixed numbers behind them.
    var literals: [Rational] = []
    /// What stands after `name=`.
    let options: [String: OptionValue]

    /// What stands after `by=`; everything where nothing does.
    func grouping() throws(CallError) -> Grouping {
        switch options["by"] {
        case nil: return .all
        case .word(let word)?:
            if let grouping = Grouping(rawValue: word) { return grouping }
        case .number?: break
        }
        throw CallError(option: "by", message: "by= takes rows or columns")
    }

    /// What stands after `by=`, which goes with one array only.
    func groupingOfOne() throws(CallError) -> Grouping {
        guard count == 1 || options["by"] == nil else {
            throw CallError(option: "by", message: "by= goes with one array, not with two")
        }
        return try grouping()
    }

    /// A literal that is a size: a whole number from 1.
    func size(_ index: Int) throws(CallError) -> Int {
        guard literals[index].isInteger, let size = Int(exactly: literals[index].numerator),
            (1...Shape.largestCount).contains(size)
        else { throw CallError(option: "", message: "a size is a whole number from 1 to \(Shape.largestCount)") }
        return size
    }

    /// The number after `name=`; `standard` where there is none.
    func number(_ name: String, standard: Rational) throws(CallError) -> Rational {
        switch options[name] {
        case nil: return standard
        case .number(let number)?: return number
        case .word?: throw CallError(option: name, message: "\(name)= takes a number")
        }
    }
}

/// What stands after the sign of a named argument.
enum OptionValue: Hashable, Sendable {
    case word(String)
    case number(Rational)
}

/// A named argument that a function does not take so.
struct CallError: Error, Hashable, Sendable {
    let option: String
    let message: String
}

/// Over what a sum, a mean, a maximum or softmax goes.
enum Grouping: String, Hashable, Sendable {
    /// All entries at once.
    case all
    /// Each row by itself.
    case rows
    /// Each column by itself.
    case columns

    /// The shape of one result a group.
    func shape(of operand: Shape) throws(ShapeError) -> Shape {
        if self == .all { return .scalar }
        guard operand.rank == 2 else {
            throw ShapeError("by=\(rawValue) needs a matrix, not \(operand.rank == 1 ? "a vector of " : "")\(operand)")
        }
        return .vector(operand.dimensions[self == .rows ? 0 : 1])
    }

    /// The row-major places of each group's entries.
    func groups(of operand: Shape) -> [[Int]] {
        guard self != .all, operand.rank == 2 else { return [Array(0..<operand.count)] }
        let (rows, columns) = (operand.dimensions[0], operand.dimensions[1])
        return self == .rows
            ? (0..<rows).map { row in (0..<columns).map { row * columns + $0 } }
            : (0..<columns).map { column in (0..<rows).map { $0 * columns + column } }
    }
}

extension Grouping {
    /// A function's name, with `rows` or `columns` below it where it takes these one by one.
    func labelled(_ name: Maths) -> Maths {
        self == .all ? name : .scripts(name, sub: .text(rawValue), sup: nil)
    }
}

extension Graph {
    /// One number a group repeated for each entry of its group.
    mutating func spread(_ node: NodeID, by grouping: Grouping, to shape: Shape) throws(ShapeError) -> NodeID {
        switch grouping {
        case .all: return try append(Spread(to: shape), node)
        case .rows:
            let column = try append(Reshape(to: .matrix(shape.dimensions[0], 1)), node)
            return try append(Spread(to: shape), column)
        case .columns:
            let row = try append(Reshape(to: .matrix(1, shape.dimensions[1])), node)
            return try append(Spread(to: shape), row)
        }
    }
}
