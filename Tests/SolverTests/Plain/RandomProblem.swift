import Exact
import TestSupport

@testable import Solver

extension SplitMix {
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(0...choices.count - 1)] }
}

/// What random equations may hold.
enum RandomStyle: CaseIterable {
    /// Sums, products, whole powers and kinks: differences are exact.
    case polynomial
    /// Quotients besides.
    case rational
    /// Functions that make numbers real besides.
    case real
}

/// Random equations over random shapes, small enough to be worked out in fractions.
struct RandomProblem {
    var problem = Problem()
    private var source: SplitMix
    private let style: RandomStyle
    private var degrees: [String: Int] = [:]

    /// Differences are exact up to this degree.
    private static let highestDegree = 6

    init(seed: Int, style: RandomStyle, steps: Int = 6) throws {
        source = SplitMix(seed: seed)
        self.style = style
        let (m, n, k) = (source.number(1...3), source.number(1...3), source.number(1...3))
        for (name, sizes) in [
            ("s", []), ("t", []), ("u", [n]), ("v", [n]), ("w", [m]), ("A", [m, n]), ("B", [n, k]), ("C", [m, n]),
            ("r", [1, n]), ("c", [m, 1]),
        ] {
            let entries = (0..<sizes.reduce(1, *)).map { _ in
                Rational(Int128(source.number(-5...5)), Int128(source.pick([1, 1, 2])))
            }
            problem.give(name, sizes, entries)
            degrees[name] = 1
        }
        problem.give(index: "i", source.number(1...m), among: Array(1...m))
        problem.give(index: "j", source.number(1...n), among: Array(1...n))
        let functions = ["relu", "abs", "leaky_relu"] + (style == .real ? ["tanh", "sigmoid"] : [])
        problem.give(function: "f", source.number(0...functions.count - 1), among: functions)
        problem.give(function: "g", source.number(0...1), among: ["sum", "mean"])
        var made: [String] = []
        while made.count < steps {
            let name = "q\(made.count)"
            if try define(name, made) { made.append(name) }
        }
        problem.define("L", made.suffix(3).map { "sum(\($0))" }.joined(separator: " + "))
    }

    /// Tries an equation; whether its shapes fit and its numbers stay small.
    private mutating func define(_ name: String, _ made: [String]) throws -> Bool {
        let (text, degree) = expression(made, depth: source.number(1...2))
        guard degree <= Self.highestDegree else { return false }
        do {
            let value = try problem.plainValues([text], Double.self)[0]
            guard value.entries.allSatisfy({ $0.magnitude < 1000 }), value.entries.count <= 9 else { return false }
        } catch PlainError.shape {
            return false
        } catch PlainError.tooLarge {
            return false
        }
        problem.define(name, text)
        degrees[name] = degree
        return true
    }

    private mutating func expression(_ made: [String], depth: Int) -> (text: String, degree: Int) {
        if depth == 0 {
            if source.number(0...7) == 0 { return (source.pick(["2", "1/2", "0.5", "3", "1"]), 0) }
            let names =
                source.number(0...1) == 0 && !made.isEmpty
                ? made : problem.given.map(\.name).filter(problem.variables.contains)
            let name = source.pick(names)
            return (name, degrees[name] ?? 1)
        }
        let (a, da) = expression(made, depth: depth - 1)
        let (b, db) = expression(made, depth: depth - 1)
        let by = source.pick(["", "", ", by=rows", ", by=columns"])
        var choices: [(String, Int)] = [
            ("(\(a)) + (\(b))", max(da, db)), ("(\(a)) - (\(b))", max(da, db)), ("(\(a)) * (\(b))", da + db),
            ("(\(a)) @ (\(b))", da + db), ("(\(a)) @ (\(b))", da + db), ("(\(a)).T @ (\(b))", da + db),
            ("(\(a)) @ (\(b)).T", da + db), ("-(\(a))^2", 2 * da), ("(\(a))^3", 3 * da), ("(\(a)) / 4", da),
            ("relu(\(a))", da), ("leaky_relu(\(a), slope=1/4)", da), ("abs(\(a))", da), ("sum(\(a)\(by))", da),
            ("mean(\(a)\(by))", da), ("max(\(a)\(by))", da), ("min(\(a)\(by))", da),
            ("max(\(a), \(b))", max(da, db)), ("min(\(a), \(b))", max(da, db)),
            ("where(\(a) < \(b), \(a), \(b))", max(da, db)), ("where(0 < \(a) <= 3, \(b), 1)", db),
            ("count(\(a) >= \(b)) * (\(a))", da), ("where(any(\(a) > 1), \(b), \(a))", max(da, db)),
            ("where(all(\(a) != 1), \(b), 2)", db), ("(\(a))[1]", da), ("(\(a))[1,:]", da), ("(\(a))[:,1]", da),
            ("(\(a))[1:2]", da), ("(\(a))[2:2,1]", da), ("(\(a)).T", da), ("flatten(\(a))", da),
            ("concat(\(a), \(b)\(by))", max(da, db)), ("floor(\(a)) * (\(b))", db),
            ("one_hot(argmax(\(a)\(by)), 3) * (\(b))", db), ("((s * (\(a))) with s = t / 8 + 1)", da + 1),
            ("(sum(\(a) + s * u) with u = v, s = t)", max(da, 2)),
            ("(\(a)) * A[i,j]", da + 1), ("A[i,:] + (\(a))", max(1, da)), ("(\(a)) * C[:,j]", da + 1),
            ("u[j] - (\(a))", max(1, da)), ("B[j,1:1]", 1), ("f(\(a), slope=1/4)", da), ("f(\(a))", da),
            ("g(\(a)\(by))", da), ("(\(a)) * r[j]", da + 1), ("c[i] * v[j]", 2),
        ]
        if style != .polynomial {
            choices += [("(\(a)) / ((\(b))^2 + 1)", da), ("(\(a)) / ((\(b))^2 + 2)", da), ("((\(a))^2 + 1)^-2", da)]
        }
        if style == .real {
            choices += [
                ("tanh((\(a)) / 8)", da), ("sigmoid((\(a)) / 4)", da), ("exp((\(a)) / 1000)", da),
                ("ln((\(a))^2 + 1)", da), ("sqrt((\(a))^2 + 2)", da), ("softmax((\(a)) / 16\(by))", da),
                ("((\(a))^2 + 1)^(1/2)", da), ("softmax((\(a)) / 9)", da),
                ("cross_entropy(softmax((\(a)) / 16), \(b))", da), ("2^((\(a)) / 1000)", da),
            ]
        }
        return source.pick(choices)
    }
}
