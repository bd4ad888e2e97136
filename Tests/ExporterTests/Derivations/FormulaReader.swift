import Exact
import Foundation
import Maths

@testable import Solver

/// Reads displayed formulas back: what each says, as numbers.
struct FormulaReader {
    /// What names, entries and derivatives stand for.
    var names: [Maths: ReadNumbers]
    /// The sheet's numbers.
    let value: (ValueID) -> Double
    /// What a derivative of one name by another is, where `names` does not say.
    var derivative: (_ of: Maths, _ by: Maths) throws -> ReadNumbers? = { _, _ in nil }
    /// What a name is where other names have other values, all that follows from them worked out again.
    var again: (_ name: Maths, _ values: [Maths: ReadNumbers]) throws -> ReadNumbers? = { _, _ in nil }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    func read(_ maths: Maths) throws -> ReadNumbers {
        if let known = names[maths] { return known }
        switch maths {
        case .number(let number): return ReadNumbers(number.double)
        case .value(let id, _): return ReadNumbers(value(id))
        case .sum(let terms):
            return try terms.reduce(ReadNumbers(0)) { sum, term in
                try fit(sum.combined(try read(term.maths)) { term.sign == .plus ? $0 + $1 : $0 - $1 }, maths)
            }
        case .product(let factors, let sign):
            return try factors.dropFirst().reduce(try read(factors[0])) { product, factor in
                let next = try read(factor)
                return try fit(sign == .elementwise ? product.combined(next, *) : product.times(next), maths)
            }
        case .negation(let inner): return try read(inner).map { -$0 }
        case .quotient(let above, let below), .fraction(let above, let below):
            return try fit(try read(above).combined(try read(below), /), maths)
        case .power(.identifier("e", .upright), let exponent): return try read(exponent).map { exp($0) }
        case .power(let base, let exponent):
            return try fit(try read(base).combined(try read(exponent)) { pow($0, $1) }, maths)
        case .transpose(let inner): return try read(inner).transposed
        case .root(let inner, nil): return try read(inner).map { $0.squareRoot() }
        case .fenced(.bars, let inner): return try read(inner).map { abs($0) }
        case .fenced(.floor, let inner): return try read(inner).map { floor($0) }
        case .fenced(.parentheses, let inner): return try read(inner)
        case .matrix(let rows): return try matrix(rows, maths)
        case .function(let name, let arguments): return try function(name, arguments)
        case .large(.sum, nil, nil, let inner): return ReadNumbers(try read(inner).entries.reduce(0, +))
        case .relation(let first, let links):
            var left = try read(first)
            var all = ReadNumbers(1)
            for link in links {
                let right = try read(link.maths)
                let own = try fit(left.combined(right) { holds(link.relation, $0, $1) ? 1 : 0 }, maths)
                all = try fit(all.combined(own, *), maths)
                left = right
            }
            return all
        case .list(let conditions):
            return try conditions.reduce(ReadNumbers(1)) { try fit($0.combined(try read($1), *), maths) }
        case .cases(let cases): return try chosen(cases[...], maths)
        case .derivative(let quantity, let variables):
            if let known = try derivative(quantity, variables[0]) { return known }
        case .scripts(.row(let pieces), let values?, nil) where pieces.last == .text("|"):
            return try substituted(pieces[0], values)
        case .scripts(let base, let sub?, nil): return try entry(sub, of: base)
        case .alternatives(let id, let choices): return try read(choices[Int(value(id))])
        default: break
        }
        throw Unreadable(description: "\(maths)")
    }

    private func fit(_ numbers: ReadNumbers?, _ maths: Maths) throws -> ReadNumbers {
        guard let numbers else { throw Unreadable(description: "sizes do not fit in \(maths)") }
        return numbers
    }

    private func substituted(_ base: Maths, _ values: Maths) throws -> ReadNumbers {
        var equations = [values]
        if case .list(let all) = values { equations = all }
        var others: [Maths: ReadNumbers] = [:]
        for case .relation(let name, let links) in equations { others[name] = try read(links[0].maths) }
        if let result = try again(base, others) { return result }
        throw Unreadable(description: "\(base) with other values")
    }

    private func entry(_ sub: Maths, of base: Maths) throws -> ReadNumbers {
        var indices = [sub]
        if case .row(let all) = sub { indices = all }
        if case .list(let all) = sub { indices = all }
        let numbers = try read(base)
        if indices.count == 2, let slice = indices.firstIndex(of: .text(":")) {
            let place = Int(try read(indices[1 - slice]).entries[0]) - 1
            let count = slice == 0 ? numbers.rows : numbers.columns
            return ReadNumbers(count, 1, (0..<count).map { slice == 0 ? numbers[$0, place] : numbers[place, $0] })
        }
        let places = try indices.map { Int(try read($0).entries[0]) - 1 }
        return ReadNumbers(places.count == 1 ? numbers.entries[places[0]] : numbers[places[0], places[1]])
    }

    private func matrix(_ rows: [[Maths]], _ maths: Maths) throws -> ReadNumbers {
        let entries = try rows.map { try $0.map(read) }
        guard entries.allSatisfy({ $0.allSatisfy(\.isScalar) }) else {
            // Arrays below one another or side by side.
            let blocks = entries.map { row in
                row.dropFirst().reduce(row[0].transposed) { wide, block in
                    ReadNumbers(wide.rows + block.columns, block.rows, wide.entries + block.transposed.entries)
                }.transposed
            }
            return ReadNumbers(blocks.map(\.rows).reduce(0, +), blocks[0].columns, blocks.flatMap(\.entries))
        }
        return ReadNumbers(rows.count, rows[0].count, entries.flatMap { $0.map { $0.entries[0] } })
    }

    private func chosen(_ cases: ArraySlice<Case>, _ maths: Maths) throws -> ReadNumbers {
        guard let first = cases.first else { throw Unreadable(description: "no case holds in \(maths)") }
        let value = try read(first.value)
        if cases.count == 1 { return value }
        let condition = try read(first.condition)
        let rest = try chosen(cases.dropFirst(), maths)
        let kept = try fit(condition.combined(value) { $0 != 0 ? $1 : 0 }, maths)
        let others = try fit(condition.combined(rest) { $0 != 0 ? 0 : $1 }, maths)
        return try fit(kept.combined(others, +), maths)
    }

    private func holds(_ relation: Relation, _ left: Double, _ right: Double) -> Bool {
        switch relation {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .notEqual: left != right
        default: left == right
        }
    }

    private func function(_ name: Maths, _ arguments: [Maths]) throws -> ReadNumbers {
        var word = ""
        var label: Maths?
        switch name {
        case .identifier(let text, _): word = text
        case .scripts(.identifier(let text, _), let sub, _):
            word = text
            label = sub
        default: break
        }
        let values = try arguments.map(read)
        let argument = values[0]
        func grouped(_ body: ([Double]) -> [Double]) -> ReadNumbers {
            func rows(of numbers: ReadNumbers) -> ReadNumbers {
                let all = (0..<numbers.rows).map { row in body((0..<numbers.columns).map { numbers[row, $0] }) }
                return ReadNumbers(numbers.rows, all[0].count, all.flatMap { $0 })
            }
            switch label {
            case .text("rows")?: return rows(of: argument)
            case .text("columns")?:
                return body([0]).count == 1 ? rows(of: argument.transposed) : rows(of: argument.transposed).transposed
            default:
                let all = body(argument.entries)
                return all.count == 1 ? ReadNumbers(all[0]) : ReadNumbers(argument.rows, argument.columns, all)
            }
        }
        switch word {
        case "ReLU": return argument.map { max($0, 0) }
        case "LeakyReLU":
            guard case .number(let slope)? = label else { break }
            return argument.map { $0 > 0 ? $0 : slope.double * $0 }
        case "σ": return argument.map { 1 / (1 + exp(-$0)) }
        case "tanh": return argument.map { tanh($0) }
        case "ln": return argument.map { log($0) }
        case "sgn", "sign": return argument.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
        case "1": return argument
        case "diag":
            let size = argument.entries.count
            return ReadNumbers(
                size, size, (0..<size * size).map { $0 / size == $0 % size ? argument.entries[$0 / size] : 0 })
        case "softmax":
            return grouped { scores in
                let total = scores.reduce(0) { $0 + exp($1) }
                return scores.map { exp($0) / total }
            }
        case "CE":
            return ReadNumbers(
                -zip(argument.entries, values[1].entries).reduce(0) { $0 + ($1.1 == 0 ? 0 : $1.1 * log($1.0)) })
        case "onehot":
            guard case .number(let size)? = label else { break }
            return ReadNumbers(
                Int(size.double), 1, (1...Int(size.double)).map { argument.entries[0] == Double($0) ? 1 : 0 })
        case "flatten": return ReadNumbers(argument.entries.count, 1, argument.entries)
        case "mean": return grouped { [$0.reduce(0, +) / Double($0.count)] }
        case "sum": return grouped { [$0.reduce(0, +)] }
        case "max" where values.count == 2: return try fit(argument.combined(values[1]) { max($0, $1) }, name)
        case "min" where values.count == 2: return try fit(argument.combined(values[1]) { min($0, $1) }, name)
        case "max": return grouped { [$0.max() ?? 0] }
        case "min": return grouped { [$0.min() ?? 0] }
        case "argmax": return grouped { entries in [Double((entries.firstIndex(of: entries.max() ?? 0) ?? 0) + 1)] }
        case "count": return ReadNumbers(argument.entries.reduce(0, +))
        default: break
        }
        throw Unreadable(description: "the function \(name)")
    }
}
