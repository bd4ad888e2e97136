import Exact

@testable import Solver

extension PlainEvaluation {
    /// How many points stand on each side: the differences are exact for polynomials of twice this degree.
    static var reach: Int { 4 }

    /// The derivative of an expression by each entry of a named quantity, by central differences.
    ///
    /// The quantity is replaced by shifted values, so that it may be an intermediate one. The largest step is taken that
    /// leaves every decision as it is.
    mutating func derivative(of top: Expression, by name: String) throws -> Value {
        let base = try value(of: name)
        // Held where it is, so that what leads to it decides nothing, as where it is shifted.
        let before = replaced
        replaced[name] = base
        defer { replaced = before }
        begin()
        let middle = try value(of: top)
        if isOnKink { throw PlainError.kink }
        let wanted = decisions
        var columns: [[Element]] = []
        for place in base.entries.indices {
            columns.append(try slopes(of: top, by: name, at: base, place, decided: wanted))
        }
        let entries = middle.entries.indices.flatMap { row in columns.map { $0[row] } }
        guard entries.allSatisfy(\.isThere) else { throw PlainError.tooLarge }
        return Value(middle.sizes + base.sizes, entries)
    }

    private func slopes(
        of top: Expression, by name: String, at base: Value, _ place: Int, decided wanted: [Int]
    ) throws -> [Element] {
        steps: for step in Element.steps {
            var sums: [Element]?
            for distance in 1...Self.reach {
                var sides: [[Element]] = []
                for sign in [1, -1] {
                    var shifted = self
                    var moved = base
                    moved.entries[place] =
                        moved.entries[place] + Element(plain: step * Rational(sign * distance))
                    shifted.replaced[name] = moved
                    shifted.begin()
                    let value: Value
                    do { value = try shifted.value(of: top) } catch PlainError.kink { continue steps }
                    guard shifted.decisions == wanted else { continue steps }
                    sides.append(value.entries)
                }
                let weight = Element(plain: Self.weight(distance) / step)
                let terms = zip(sides[0], sides[1]).map { ($0 - $1) * weight }
                sums = sums.map { zip($0, terms).map { $0 + $1 } } ?? terms
            }
            return sums ?? []
        }
        throw PlainError.kink
    }

    /// What the difference at a distance counts: ±m!² / (k (m − k)! (m + k)!) with m the reach.
    private static func weight(_ k: Int) -> Rational {
        func factorial(_ n: Int) -> Int { (0..<n).reduce(1) { $0 * ($1 + 1) } }
        let m = reach
        let size = Rational(
            Int128(factorial(m) * factorial(m)), Int128(k * factorial(m - k) * factorial(m + k)))
        return k % 2 == 1 ? size : -size
    }
}
