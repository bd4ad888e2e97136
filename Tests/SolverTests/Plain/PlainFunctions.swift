import Exact

@testable import Solver

extension PlainEvaluation {
    /// A function by its name, as textbooks define it.
    mutating func function(_ name: String, _ values: [Value], by: String?, slope: Element) throws -> Value {
        let first = values[0]
        switch name {
        case "relu":
            return first.map { decided($0) > 0 ? $0 : .zero }
        case "leaky_relu":
            return first.map { decided($0) > 0 ? $0 : slope * $0 }
        case "abs":
            return first.map { decided($0) < 0 ? $0.negative : $0 }
        case "sigmoid", "tanh", "exp", "ln", "sqrt":
            return try first.map { try $0.transcendental(name) }
        case "softmax":
            return try softmax(first, by)
        case "sum":
            return try Self.reduced(first, by) { $0.reduce(.zero) { $0 + $1 } }
        case "mean":
            return try Self.reduced(first, by) { entries in
                entries.reduce(.zero) { $0 + $1 } / Element(plain: Rational(entries.count))
            }
        case "max", "min":
            let isBetter: (Int) -> Bool = name == "max" ? { $0 > 0 } : { $0 < 0 }
            if values.count == 2 {
                return try Value.combined(first, values[1]) { isBetter(decided($1 - $0)) ? $1 : $0 }
            }
            return try Self.reduced(first, by) { entries in
                entries.dropFirst().reduce(entries[0]) { isBetter(decided($1 - $0)) ? $1 : $0 }
            }
        case "cross_entropy":
            guard first.sizes == values[1].sizes, !first.sizes.isEmpty else { throw PlainError.shape }
            var sum = Element.zero
            for (p, t) in zip(first.entries, values[1].entries) where t != .zero {
                sum = sum - t * (try p.transcendental("ln"))
            }
            return Value(sum)
        case "where":
            let choices = try Value.combined(values[1], values[2]) { a, _ in a }
            let shape = try Value.combined(first, choices) { _, b in b }
            let (a, b) = (try spread(values[1], to: shape), try spread(values[2], to: shape))
            let condition = try spread(first, to: shape)
            return Value(
                shape.sizes,
                shape.entries.indices.map { condition.entries[$0] == .zero ? b.entries[$0] : a.entries[$0] })
        case "floor":
            return first.map { number in
                decisions.append(number.floored.whole ?? 0)
                return number.floored
            }
        case "argmax":
            guard by != nil || first.sizes.count == 1 || first.sizes.count == 2 && first.sizes.contains(1) else {
                throw PlainError.shape
            }
            return try Self.reduced(first, by) { entries in
                let best = entries.indices.dropFirst().reduce(0) { decided(entries[$1] - entries[$0]) > 0 ? $1 : $0 }
                return Element(plain: Rational(best + 1))
            }
        case "one_hot":
            guard let size = values[1].entries[0].whole, first.sizes.isEmpty else { throw PlainError.shape }
            guard first.entries[0].whole.map((1...size).contains) ?? false else { throw PlainError.tooLarge }
            return Value([size], (1...size).map { first.entries[0] == Element(plain: Rational($0)) ? .one : .zero })
        case "flatten":
            return Value([first.entries.count], first.entries)
        case "concat":
            return try joined(values, by)
        case "any":
            return Value(first.entries.contains { $0 != .zero } ? .one : .zero)
        case "all":
            return Value(first.entries.contains { $0 == .zero } ? .zero : .one)
        case "count":
            return Value(Element(plain: Rational(first.entries.filter { $0 != .zero }.count)))
        default:
            throw PlainError.shape
        }
    }

    private func joined(_ values: [Value], _ by: String?) throws -> Value {
        if values.allSatisfy({ $0.sizes.count < 2 }) {
            guard by != "columns" else { throw PlainError.shape }
            return Value([values.reduce(0) { $0 + $1.entries.count }], values.flatMap(\.entries))
        }
        guard values.allSatisfy({ $0.sizes.count == 2 }) else { throw PlainError.shape }
        let (rows, columns) = (values.map { $0.sizes[0] }, values.map { $0.sizes[1] })
        guard by == "columns" else {
            guard Set(columns).count == 1 else { throw PlainError.shape }
            return Value([rows.reduce(0, +), columns[0]], values.flatMap(\.entries))
        }
        guard Set(rows).count == 1 else { throw PlainError.shape }
        return Value(
            [rows[0], columns.reduce(0, +)],
            (0..<rows[0]).flatMap { row in
                zip(values, columns).flatMap { value, width in value.entries[row * width..<(row + 1) * width] }
            })
    }

    private mutating func decided(_ number: Element) -> Int {
        decisions.append(number.sign)
        if number.sign == 0 { isOnKink = true }
        return number.sign
    }

    private func spread(_ value: Value, to shape: Value) throws -> Value {
        try Value.combined(value, shape) { a, _ in a }
    }

    private static func reduced(_ value: Value, _ by: String?, _ body: ([Element]) -> Element) throws -> Value {
        let results = try value.groups(by).map { group in body(group.map { value.entries[$0] }) }
        return by == nil ? Value(results[0]) : Value([results.count], results)
    }

    private func softmax(_ value: Value, _ by: String?) throws -> Value {
        guard !value.sizes.isEmpty else { throw PlainError.shape }
        var result = value
        for group in try value.groups(by) {
            let powers = try group.map { try value.entries[$0].transcendental("exp") }
            let total = powers.reduce(.zero) { $0 + $1 }
            for (place, power) in zip(group, powers) { result.entries[place] = power / total }
        }
        return result
    }
}
