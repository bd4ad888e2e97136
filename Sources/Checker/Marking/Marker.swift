import Exact
import Record
import Solver
import Template

/// Marks answers against the numbers of a machine's lane 0.
struct Marker: Sendable {
    private let rules: [AnswerRule]
    private let isExact: [Bool]
    private let locations: [Location]
    private let reader: AnswerReader
    /// Nil where every answer is exact.
    let bounds: RoundingBounds?

    init(_ calculation: Calculation, delimiter: UInt8 = UInt8(ascii: ",")) {
        rules = calculation.asked.map(\.rule)
        isExact = rules.map { $0 == .exact }
        locations = calculation.asked.map { calculation.location(ofValue: $0.value) }
        reader = AnswerReader(delimiter: delimiter)
        bounds = rules.contains { $0.isRounded } ? RoundingBounds(calculation) : nil
    }

    /// Marks the cell of a single number.
    func mark(_ index: Int, _ cell: UnsafeRawBufferPointer, _ machine: Machine) -> Mark {
        if cell.isEmpty { return Mark(verdict: .blank) }
        // Most answers are short decimals to exact questions: one comparison of products.
        if isExact[index], let answer = ShortDecimal(reading: cell), answer.places <= 6,
            let (numerator, denominator) = machine.numerator(at: locations[index], lane: 0)
        {
            let (left, overflow1) = answer.digits.multipliedReportingOverflow(by: denominator)
            let (right, overflow2) = numerator.multipliedReportingOverflow(by: Self.powersOfTen[answer.places])
            if !overflow1 && !overflow2 && left == right { return Mark(verdict: .correct) }
        }
        return mark(index, reader.read(cell, entries: 1), machine)
    }

    /// Reads the cell of a whole quantity, to be marked entry by entry.
    func read(_ cell: UnsafeRawBufferPointer, entries: Int) -> CellValue { reader.read(cell, entries: entries) }

    /// Marks one entry of a cell that holds a whole quantity of `count` entries.
    func mark(_ index: Int, entry: Int, of count: Int, in value: CellValue, _ machine: Machine) -> Mark {
        switch value {
        case .array(let array) where array.entries.count == count:
            return mark(index, .number(array.entries[entry]), machine)
        case .array(let array):
            return Mark(
                verdict: .unreadable, note: "expected \(count) numbers, as in [1, 2, 3], found \(array.entries.count)")
        case .number where count > 1:
            return Mark(verdict: .unreadable, note: "expected \(count) numbers, as in [1, 2, 3], found one")
        default:
            return mark(index, value, machine)
        }
    }

    /// Marks what was read as a single number.
    func mark(_ index: Int, _ value: CellValue, _ machine: Machine) -> Mark {
        switch value {
        case .blank: return Mark(verdict: .blank)
        case .unreadable(let problem): return Mark(verdict: .unreadable, note: problem.message)
        case .array: return Mark(verdict: .unreadable, note: "expected one number, found several")
        case .number(let answer):
            let right = machine.number(at: locations[index], lane: 0)
            if rules[index].accepts(answer, for: right) { return Mark(verdict: .correct) }
            // Rounded on the way, as the sheet says, the right steps may lead a little further.
            if rules[index].isRounded,
                bounds?.accept(answer, of: index, given: machine) == true
            {
                return Mark(verdict: .correct)
            }
            return Mark(verdict: .wrong, note: roundingNote(answer, right, rules[index]))
        }
    }

    /// Says of a decimal that it is the right number rounded, where an exact one is asked.
    private func roundingNote(_ answer: Rational, _ right: Number, _ rule: AnswerRule) -> String {
        guard rule == .exact, !answer.isInteger, case .exact(let exact) = right else { return "" }
        for places in 1...6 where (answer * Rational(10).power(places)).isInteger {
            let isRounded = (answer - exact).magnitude * Rational(2) <= Rational(10).power(-places)
            return isRounded ? "this is \(exact.text) rounded; the exact number is asked" : ""
        }
        return ""
    }

    private static let powersOfTen: [Int64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}
