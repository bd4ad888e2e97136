import Exact
import Generator
import Solver
import Template

/// The rows of a set's tables: `answers.csv` to be filled in, `key.csv` and `given.csv`.
///
/// A problem that takes one of several templates has the columns of all of them; a sheet leaves blank what it does not
/// have.
package struct SetTables: Sendable {
    /// The asked columns, as headings name them.
    package let answerColumns: [String]
    /// The columns of points that a person gives, as headings name them.
    package let handMarkedColumns: [String]
    /// The given columns, as headings name them.
    package let givenColumns: [String]
    private let problems: [SetProblem]
    /// What stands in the columns of a problem, by problem and its templates; nil in a column of another template.
    private let answers: [[[Cell?]]]
    private let given: [[[Cell?]]]

    /// What stands in a column.
    private struct Cell: Sendable {
        let location: Location
        /// The words that a number chooses from; none where it stands itself.
        var words: [String] = []
    }

    /// The tables of a set.
    package init(_ plan: SetPlan) {
        let unions = plan.problems.indices.map { ProblemColumns($0, of: plan) }
        problems = plan.problems
        answerColumns = unions.flatMap(\.asked.names)
        handMarkedColumns = unions.flatMap(\.handMarked.names)
        givenColumns = unions.flatMap(\.given.names)
        func cells(_ unions: [ColumnUnion], _ own: (Calculation) -> [Cell]) -> [[[Cell?]]] {
            zip(plan.problems, unions).map { problem, union in
                zip(plan.calculations[problem.templates], union.sources).map { calculation, sources in
                    let cells = own(calculation)
                    return sources.map { source in source.map { cells[$0] } }
                }
            }
        }
        answers = cells(unions.map(\.asked)) { calculation in
            calculation.asked.map { Cell(location: calculation.location(ofValue: $0.value)) }
        }
        given = cells(unions.map(\.given)) { calculation in
            zip(calculation.quantities, calculation.template.given).flatMap { quantity, given in
                quantity.values.map { Cell(location: calculation.location(ofValue: $0), words: given.functions) }
            }
        }
    }

    /// The headings of `answers.csv`.
    package var answersHeader: [UInt8] { Self.header(["sheet", "student"] + answerColumns + handMarkedColumns) }
    /// The headings of `key.csv`.
    package var keyHeader: [UInt8] { Self.header(["sheet"] + answerColumns) }
    /// The headings of `given.csv`.
    package var givenHeader: [UInt8] { Self.header(["sheet"] + givenColumns) }

    /// Appends a row with its answers and points left blank, and the student where it is known.
    package func writeAnswers(of code: SheetCode, student: String = "", to writer: inout CSVWriter) {
        writer.append(code)
        writer.appendText(student)
        for _ in 0..<answerColumns.count + handMarkedColumns.count { writer.append("") }
        writer.endRecord()
    }

    /// Appends a row of right answers: exact numbers whole, real ones with the ten digits that are certain.
    package func writeKey(of code: SheetCode, _ numbers: SheetNumbers, to writer: inout CSVWriter) {
        write(code, answers, numbers, &writer)
    }

    /// Appends a row of given numbers, drawn functions by their names.
    package func writeGiven(of code: SheetCode, _ numbers: SheetNumbers, to writer: inout CSVWriter) {
        write(code, given, numbers, &writer)
    }

    private func write(_ code: SheetCode, _ cells: [[[Cell?]]], _ numbers: SheetNumbers, _ writer: inout CSVWriter) {
        writer.append(code)
        for (index, own) in numbers.problems.enumerated() {
            for cell in cells[index][own.template - problems[index].templates.lowerBound] {
                guard let cell else {
                    writer.append("")
                    continue
                }
                let number = own.machine.number(at: cell.location, lane: own.lane)
                if cell.words.isEmpty {
                    writer.append(number, cell.location.isReal ? .significant(10) : .exact)
                } else if case .exact(let place) = number, place.isInteger,
                    cell.words.indices.contains(Int(place.numerator))
                {
                    writer.append(cell.words[Int(place.numerator)])
                }
            }
        }
        writer.endRecord()
    }

    private static func header(_ names: [String]) -> [UInt8] {
        var writer = CSVWriter()
        for name in names { writer.append(name) }
        writer.endRecord()
        return writer.bytes
    }
}

/// The columns of one problem in a set's tables.
package struct ProblemColumns: Sendable {
    /// Of asked numbers.
    package let asked: ColumnUnion
    /// Of points that a person gives.
    package let handMarked: ColumnUnion
    /// Of given numbers.
    let given: ColumnUnion

    /// The columns of a problem by its number from 0.
    package init(_ problem: Int, of plan: SetPlan) {
        let prefix = plan.prefix(ofProblem: problem)
        let calculations = plan.calculations[plan.problems[problem].templates]
        asked = ColumnUnion(calculations.map { $0.asked.map(\.column) }, prefix: prefix)
        handMarked = ColumnUnion(calculations.map { $0.handMarked.map(\.column) }, prefix: prefix)
        given = ColumnUnion(calculations.map(Self.givenColumns), prefix: prefix)
    }

    private static func givenColumns(_ calculation: Calculation) -> [String] {
        calculation.quantities.prefix(calculation.template.given.count).flatMap { quantity in
            (0..<quantity.shape.count).map { quantity.name + AskedQuantity.index(ofEntry: $0, in: quantity.shape) }
        }
    }
}
