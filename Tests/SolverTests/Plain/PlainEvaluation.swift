import Exact

@testable import Solver

/// A second way to every number: walks the parsed equations over arrays and takes derivatives by differences.
///
/// It shares the parsed expressions with the solver and nothing else.
struct PlainEvaluation<Element: PlainNumber> {
    typealias Value = PlainArray<Element>

    var given: [String: Value]
    let definitions: [String: Expression]
    /// The functions that given numbers choose, from 0.
    let functions: [String: [String]]
    /// Quantities that are held at other values, with all that follows from them.
    var replaced: [String: Value] = [:] {
        didSet { known = [:] }
    }
    /// What was worked out already, so that long chains of equations stay quick.
    private var known: [String: Value] = [:]
    /// Which way each kink and comparison went, in the order in which they were met.
    var decisions: [Int] = []
    /// Whether a kink was met at which there is no derivative.
    var isOnKink = false
    /// Whether derivatives are found, by many evaluations, rather than left out.
    var findsDerivatives = true

    init(
        given: [String: Value], definitions: [String: Expression], functions: [String: [String]] = [:]
    ) {
        self.functions = functions
        self.given = given
        self.definitions = definitions
    }

    mutating func value(of name: String) throws -> Value {
        if let value = replaced[name] ?? given[name] { return value }
        if let value = known[name] { return value }
        guard let definition = definitions[name] else { throw PlainError.shape }
        let result = try value(of: definition)
        known[name] = result
        return result
    }

    /// Forgets what was worked out and decided so far.
    mutating func begin() {
        known = [:]
        decisions = []
        isOnKink = false
    }

    mutating func value(of expression: Expression) throws -> Value {
        switch expression.kind {
        case .number(let number):
            return Value(Element(plain: number))
        case .name(let name):
            return try value(of: name)
        case .derivative(let top, let bottom):
            guard findsDerivatives else { throw PlainError.leftOut }
            guard case .name(let name) = bottom.kind else { throw PlainError.shape }
            return try derivative(of: top, by: name)
        case .negation(let operand):
            return try value(of: operand).map { $0.negative }
        case .transpose(let operand):
            return try value(of: operand).transposed()
        case .binary(let sign, let left, let right):
            return try binary(sign, try value(of: left), try value(of: right))
        case .comparison(let operands, let relations):
            var values: [Value] = []
            for operand in operands { values.append(try value(of: operand)) }
            var result = try compared(values[0], relations[0], values[1])
            for index in relations.indices.dropFirst() {
                let link = try compared(values[index], relations[index], values[index + 1])
                result = try Value.combined(result, link) { $0 * $1 }
            }
            return result
        case .selection(let base, let subscripts):
            return try selected(subscripts, of: try value(of: base))
        case .substitution(let base, let replacements):
            // What follows from a replaced quantity is calculated again, even where it is held at another value outside.
            let names = Set(replacements.map(\.name))
            var others = replaced.filter { !follows($0.key, from: names) }
            for replacement in replacements { others[replacement.name] = try value(of: replacement.value) }
            let before = replaced
            replaced = others
            defer { replaced = before }
            return try value(of: base)
        case .call(let name, let arguments, let options):
            var values: [Value] = []
            for argument in arguments { values.append(try value(of: argument)) }
            var by: String?
            var slope = Element(plain: Rational(1, 10))
            for option in options {
                if case .name(let word) = option.value.kind {
                    by = word
                } else {
                    slope = try value(of: option.value).entries[0]
                }
            }
            let choices = functions[name]
            let chosen = try choices.map { $0[try whole(name, among: 0..<$0.count)] } ?? name
            return try function(chosen, values, by: by, slope: slope)
        }
    }

    /// Whether a quantity's equation uses others, directly or not.
    private func follows(_ name: String, from names: Set<String>) -> Bool {
        var seen: Set<String> = []
        var stack = definitions[name]?.names ?? []
        while let next = stack.popLast() {
            if names.contains(next) { return true }
            if seen.insert(next).inserted { stack += definitions[next]?.names ?? [] }
        }
        return false
    }

    private func binary(_ sign: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
        switch sign {
        case .add: try Value.combined(left, right) { $0 + $1 }
        case .subtract: try Value.combined(left, right) { $0 - $1 }
        case .multiply: try Value.combined(left, right) { $0 * $1 }
        case .divide: try Value.combined(left, right) { $0 / $1 }
        case .power: try Value.combined(left, right) { try $0.raised(to: $1) }
        case .matrixProduct: try Value.product(left, right)
        }
    }

    private mutating func compared(
        _ left: Value, _ relation: Comparison.Relation, _ right: Value
    ) throws -> Value {
        try Value.combined(left, right) { a, b in
            let order = (a - b).sign
            decisions.append(order)
            let holds: Bool
            switch relation {
            case .less: holds = order < 0
            case .lessOrEqual: holds = order <= 0
            case .greater: holds = order > 0
            case .greaterOrEqual: holds = order >= 0
            case .equal: holds = order == 0
            case .notEqual: holds = order != 0
            }
            return holds ? .one : .zero
        }
    }

    /// The value of a given scalar, which must be one of these.
    private mutating func whole(_ name: String, among numbers: Range<Int>) throws -> Int {
        guard let number = try value(of: name).entries[0].whole, numbers.contains(number) else {
            throw PlainError.shape
        }
        return number
    }

    private mutating func selected(_ subscripts: [Subscript], of value: Value) throws -> Value {
        var subscripts = subscripts
        if subscripts.count == 1, value.sizes.count == 2 {
            if value.sizes[0] == 1 {
                subscripts.insert(.index(1), at: 0)
            } else if value.sizes[1] == 1 {
                subscripts.append(.index(1))
            }
        }
        guard subscripts.count == value.sizes.count, !value.sizes.isEmpty else { throw PlainError.shape }
        var ranges: [ClosedRange<Int>] = []
        var sizes: [Int] = []
        for (place, size) in zip(subscripts, value.sizes) {
            switch place {
            case .index(let index): ranges.append(index...index)
            case .symbol: throw PlainError.shape
            case .all: ranges.append(1...size)
            case .range(let first, let last):
                guard first <= last else { throw PlainError.shape }
                ranges.append(first...last)
            case .drawn(let name):
                let index = try whole(name, among: 1..<size + 1)
                ranges.append(index...index)
            }
            guard let range = ranges.last, range.upperBound <= size else { throw PlainError.shape }
            if case .index = place { continue }
            if case .drawn = place { continue }
            sizes.append(range.count)
        }
        let entries = Value.places(value.sizes).filter { place in
            zip(place, ranges).allSatisfy { $1.contains($0 + 1) }
        }
        return Value(sizes, entries.map { value[$0] })
    }
}
