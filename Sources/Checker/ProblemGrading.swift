import Exact
import Record
import Solver
import Template

/// What marking the answers to one problem needs, where a sheet takes a certain one of its templates.
///
/// A class, so that a row takes one reference and not a copy of every table.
final class ProblemGrading: Sendable {
    /// Marks single answers.
    let marker: Marker
    /// Where each answer stands, and of how many numbers the quantity in its cell is.
    let places: [AnswerPlace]
    let entryCounts: [Int]
    /// How columns name the answers.
    let columns: [String]
    /// For each of the problem's columns in the graded table, which answer it is of.
    let written: [Int?]
    /// For each answer, which answers of its part must be right as well, if all must.
    let together: [[Int]]
    /// Which answers belong to parts that give everyone full points.
    let isVoid: [Bool]
    /// These parts.
    let voidParts: Set<Int>
    /// What each answer and all of them are worth, over the set's denominator.
    let numerators: [Int64]
    let followed: [Int64]
    let total: Int64
    /// Looks at wrong answers once more.
    let judge: Judge
    private let calculation: Calculation
    /// The cells of a mark.
    let cells: MarkCells
    /// The parts that a person marks, each with the column of its points and the most that can be given.
    let handMarked: [(part: Int, column: Int?, most: Rational)]
    /// The points of void parts that a person would mark.
    let given: Rational
    /// The columns that only others of the problem's templates have.
    let foreign: [Int]

    /// - Parameters:
    ///   - template: The template's place in the set.
    ///   - written: For each of the problem's columns in the graded table, which answer it is of.
    ///   - all: The columns that any of the problem's templates has.
    ///   - void: The parts that give everyone full points.
    init(
        _ calculation: Calculation, template: Int, at places: ProblemPlaces, written: [Int?], among all: Set<Int>,
        void: Set<Int>, _ points: PointTexts, delimiter: UInt8
    ) {
        marker = Marker(calculation, delimiter: delimiter)
        self.places = places.answers
        self.written = written
        columns = calculation.asked.map(\.column)
        entryCounts = calculation.asked.map { entry in
            calculation.template.parts[entry.part].quantities[entry.quantity].entries.count
        }
        together = calculation.asked.map { entry in
            guard calculation.template.parts[entry.part].grading == .all else { return [] }
            return calculation.asked.indices.filter { calculation.asked[$0].part == entry.part }
        }
        numerators = points.numerators[template]
        followed = points.followed[template]
        total = points.totals[template]
        judge = Judge(calculation, marker)
        self.calculation = calculation
        cells = MarkCells(
            points.texts[template], followed: points.followedTexts[template], delimiter: delimiter)
        voidParts = void
        isVoid = calculation.asked.map { void.contains($0.part) }
        let marked = zip(places.points, calculation.handMarked)
        handMarked = marked.filter { !void.contains($1.part) }.map { ($1.part, $0, $1.points) }
        given = calculation.handMarked.filter { void.contains($0.part) }.reduce(.zero) { $0 + $1.points }
        foreign = all.subtracting(places.columns).sorted()
    }

    /// Marks the answer with an index in a row's cell; `wholes` keeps the cells of whole quantities, by column.
    @inline(__always)
    func mark(
        _ index: Int, _ machine: Machine, _ record: borrowing CSVRecord, _ wholes: inout [Int: CellValue]
    ) -> Mark {
        switch places[index] {
        case .missing: return Mark(verdict: .blank)
        case .own(let column):
            return column < record.count ? marker.mark(index, record[column], machine) : Mark(verdict: .blank)
        case .whole(let column, let entry):
            let count = entryCounts[index]
            let value =
                wholes[column] ?? (column < record.count ? marker.read(record[column], entries: count) : .blank)
            wholes[column] = value
            return marker.mark(index, entry: entry, of: count, in: value, machine)
        }
    }

    /// A row's answer as a number; nil where it is none.
    func number(_ index: Int, _ record: borrowing CSVRecord, _ wholes: [Int: CellValue]) -> Rational? {
        let value: CellValue
        switch places[index] {
        case .missing: return nil
        case .own(let column):
            value = column < record.count ? marker.read(record[column], entries: 1) : .blank
        case .whole(let column, let entry):
            if case .array(let array)? = wholes[column], array.entries.count == entryCounts[index] {
                return array.entries[entry]
            }
            value = wholes[column] ?? .blank
        }
        if case .number(let number) = value { return number }
        return nil
    }

    /// Marks wrong answers anew: those that follow from the student's own, and those that known mistakes explain.
    func judge(
        _ marks: inout [Mark], _ record: borrowing CSVRecord, _ wholes: [Int: CellValue], given machine: Machine,
        with own: inout Machine?
    ) {
        let answers = marks.indices.map { number($0, record, wholes) }
        judge.judge(&marks, answers, given: machine, with: &own)
    }

    /// What a student is told of answers that are not right.
    func feedback(_ marks: [Mark]) -> [String] {
        marks.enumerated().compactMap { index, mark in
            if mark.verdict == .correct { return nil }
            return "\(columns[index]): \(mark.note.isEmpty ? mark.verdict.rawValue : mark.note)"
        }
    }

    /// What an answer that is given its points is given, over the set's denominator.
    @inline(__always)
    func points(_ index: Int, _ mark: Mark) -> Int64 {
        if isVoid[index] { return numerators[index] }
        switch mark.verdict {
        case .followsThrough: return followed[index]
        case .explained:
            return Int64(truncatingIfNeeded: (Rational(Int128(numerators[index]), 1) * mark.share).numerator)
        default: return numerators[index]
        }
    }

    /// Writes the cells of an answer's mark; `earns` says whether the answer is given its points.
    @inline(__always)
    func write(_ mark: Mark, _ index: Int, earns: Bool, to writer: inout CSVWriter) {
        if mark.verdict == .explained && !isVoid[index] {
            cells.write(mark, earning: earns ? calculation.asked[index].points * mark.share : .zero, to: &writer)
        } else {
            cells.write(mark, index, earns: earns, to: &writer)
        }
    }

    /// Whether an answer is given its points: where all of its part must be right, all are.
    @inline(__always)
    func earns(_ index: Int, _ marks: [Mark]) -> Bool {
        isVoid[index] || marks[index].earns && together[index].allSatisfy { marks[$0].earnsAll }
    }
}
