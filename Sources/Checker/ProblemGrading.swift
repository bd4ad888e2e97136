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
    /// For each of the problem's columns in the graded table, which answer it is of.
    let written: [Int?]
    /// For each answer, which answers of its part must be right as well, if all must.
    let together: [[Int]]
    /// Which answers belong to parts that give everyone full points.
    let isVoid: [Bool]
    /// What each answer and all of them are worth, over the set's denominator.
    let numerators: [Int64]
    let total: Int64
    /// The cells of a mark.
    let cells: MarkCells
    /// The columns of points that a person gives, each with the most that can be given.
    let handMarked: [(column: Int?, most: Rational)]
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
        entryCounts = calculation.asked.map { entry in
            calculation.template.parts[entry.part].quantities[entry.quantity].entries.count
        }
        together = calculation.asked.map { entry in
            guard calculation.template.parts[entry.part].grading == .all else { return [] }
            return calculation.asked.indices.filter { calculation.asked[$0].part == entry.part }
        }
        numerators = points.numerators[template]
        total = points.totals[template]
        cells = MarkCells(points.texts[template], delimiter: delimiter)
        isVoid = calculation.asked.map { void.contains($0.part) }
        let marked = zip(places.points, calculation.handMarked)
        handMarked = marked.filter { !void.contains($1.part) }.map { ($0, $1.points) }
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

    /// Whether an answer is given its points: where all of its part must be right, all are.
    @inline(__always)
    func earns(_ index: Int, _ marks: [Mark]) -> Bool {
        isVoid[index]
            || marks[index].verdict == .correct && together[index].allSatisfy { marks[$0].verdict == .correct }
    }
}
