import Exact
import Solver
import Template

/// The rows of a set's tables: `answers.csv` to be filled in, `key.csv` and `given.csv`.
package struct SetTables: Sendable {
    /// The asked columns, as headings name them.
    package let answerColumns: [String]
    /// The columns of points that a person gives, as headings name them.
    package let handMarkedColumns: [String]
    /// The given columns, as headings name them.
    package let givenColumns: [String]
    private let answerLocations: [Location]
    private let givenLocations: [Location]
    /// The words of a given column that holds no number.
    private let givenWords: [[String]]

    /// The tables of a template's sets.
    package init(_ calculation: Calculation) {
        answerColumns = calculation.asked.map(\.column)
        handMarkedColumns = calculation.handMarked.map(\.column)
        answerLocations = calculation.asked.map { calculation.location(ofValue: $0.value) }
        let given = calculation.quantities.prefix(calculation.template.given.count)
        givenColumns = given.flatMap { quantity in
            (0..<quantity.shape.count).map { quantity.name + AskedQuantity.index(ofEntry: $0, in: quantity.shape) }
        }
        givenLocations = given.flatMap(\.values).map { calculation.location(ofValue: $0) }
        givenWords = calculation.template.given.flatMap { Array(repeating: $0.functions, count: $0.shape.count) }
    }

    /// The headings of `answers.csv`.
    package var answersHeader: [UInt8] { Self.header(["sheet", "student"] + answerColumns + handMarkedColumns) }
    /// The headings of `key.csv`.
    package var keyHeader: [UInt8] { Self.header(["sheet"] + answerColumns) }
    /// The headings of `given.csv`.
    package var givenHeader: [UInt8] { Self.header(["sheet"] + givenColumns) }

    /// Appends a row with its answers and points left blank.
    package func writeAnswers(of code: SheetCode, to writer: inout CSVWriter) {
        writer.append(code)
        for _ in 0...answerColumns.count + handMarkedColumns.count { writer.append("") }
        writer.endRecord()
    }

    /// Appends a row of right answers: exact numbers whole, real ones with the ten digits that are certain.
    package func writeKey(of code: SheetCode, from machine: Machine, lane: Int, to writer: inout CSVWriter) {
        write(code, answerLocations, machine, lane, &writer)
    }

    /// Appends a row of given numbers, drawn functions by their names.
    package func writeGiven(of code: SheetCode, from machine: Machine, lane: Int, to writer: inout CSVWriter) {
        writer.append(code)
        for (location, words) in zip(givenLocations, givenWords) {
            let number = machine.number(at: location, lane: lane)
            if words.isEmpty {
                writer.append(number, location.isReal ? .significant(10) : .exact)
            } else if case .exact(let place) = number, place.isInteger, words.indices.contains(Int(place.numerator)) {
                writer.append(words[Int(place.numerator)])
            }
        }
        writer.endRecord()
    }

    private func write(
        _ code: SheetCode, _ locations: [Location], _ machine: Machine, _ lane: Int, _ writer: inout CSVWriter
    ) {
        writer.append(code)
        for location in locations {
            writer.append(machine.number(at: location, lane: lane), location.isReal ? .significant(10) : .exact)
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
