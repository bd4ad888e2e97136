import Exact
import Generator
import Record
import Solver
import Template

/// The right numbers of all sheets that differ, to be searched for rows that have them.
struct SheetKeys {
    /// How many sheets there are.
    let count: Int
    /// By column, then by sheet; not a number where a sheet does not ask it.
    private let keys: [[Float]]
    /// By column, how far an answer may be from a number: a part of it, and at least so much.
    private let widths: [(relative: Float, absolute: Float)]

    /// The most numbers that are kept, of four bytes each.
    static let limit = 4_000_000

    /// Works out all keys; nil where there are too many.
    init?(_ plan: SetPlan, _ given: GivenTable, sheets: Int) throws(GivenTableError) {
        let unions = plan.problems.indices.map { ProblemColumns($0, of: plan).asked }
        let width = unions.reduce(0) { $0 + $1.names.count }
        let count = min(sheets, plan.versions ?? sheets)
        guard count * max(1, width) <= Self.limit else { return nil }
        var keys = Array(repeating: Array(repeating: Float.nan, count: count), count: width)
        let machines = plan.calculations.map { Machine($0.program) }
        let locations = plan.calculations.map { calculation in
            calculation.asked.map { calculation.location(ofValue: $0.value) }
        }
        var window = GivenWindow()
        for sheet in 0..<count {
            try given.feed(sheet: sheet + 1, to: machines, with: &window)
            var first = 0
            for (problem, union) in unions.enumerated() {
                let template = plan.choice(ofProblem: problem, onSheet: sheet).template
                machines[template].run(lanes: 1)
                let sources = union.sources[template - plan.problems[problem].templates.lowerBound]
                for (column, source) in sources.enumerated() {
                    guard let source else { continue }
                    let number = machines[template].number(at: locations[template][source], lane: 0)
                    keys[first + column][sheet] = Float(number.double)
                }
                first += union.names.count
            }
        }
        self.count = count
        self.keys = keys
        widths = zip(plan.problems, unions).flatMap { problem, union in
            union.names.indices.map { column in
                var widest: (relative: Float, absolute: Float) = (1e-5, 1e-6)
                for (calculation, sources) in zip(plan.calculations[problem.templates], union.sources) {
                    guard let source = sources[column] else { continue }
                    let own = Self.width(calculation.asked[source].rule)
                    widest = (max(widest.relative, own.relative), max(widest.absolute, own.absolute))
                }
                return widest
            }
        }
    }

    /// The sheets, from 1, whose numbers are about those of a row but for at most one.
    func sheets(near answers: [Float?]) -> [Int] {
        let answered = answers.indices.compactMap { column in answers[column].map { (column, $0) } }
        return (0..<count).filter { sheet in
            var misses = 0
            for (column, answer) in answered where !isNear(keys[column][sheet], answer, column) {
                misses += 1
                if misses > 1 { return false }
            }
            return true
        }.map { $0 + 1 }
    }

    /// How large a part of the sheets has about this number in a column.
    func share(of answer: Float, in column: Int) -> Double {
        Double(keys[column].count { isNear($0, answer, column) }) / Double(count)
    }

    @inline(__always)
    private func isNear(_ key: Float, _ answer: Float, _ column: Int) -> Bool {
        (key - answer).magnitude <= max(widths[column].absolute, widths[column].relative * key.magnitude)
    }

    /// Twice the unit of the last place that is asked: rounding on the way may lead a little away.
    private static func width(_ rule: AnswerRule) -> (relative: Float, absolute: Float) {
        switch rule {
        case .exact: (0, 0)
        case .decimals(let places): (0, Float(2 * Rational(10).power(-places).double))
        case .significant(let digits): (Float(2 * Rational(10).power(1 - digits).double), 0)
        case .tolerance(let width): (0, Float(width.double))
        }
    }
}
