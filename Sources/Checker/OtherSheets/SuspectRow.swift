import Exact
import Record

/// A row most of whose answers are wrong, so that they may be another sheet's.
package struct SuspectRow: Sendable {
    /// The line in which the row begins, from 1.
    let line: Int
    /// The sheet whose code it has, from 1.
    let sheet: Int
    /// What was answered in each of the set's columns; nil where that is no number.
    let answers: [Rational?]
}

extension ProblemGrading {
    /// A row's answer as a number, whether the row's sheet has this template or not; nil where it is none.
    func readNumber(_ index: Int, _ record: borrowing CSVRecord, _ wholes: inout [Int: CellValue]) -> Rational? {
        if case .whole(let column, _) = places[index], wholes[column] == nil, column < record.count {
            wholes[column] = marker.read(record[column], entries: entryCounts[index])
        }
        return number(index, record, wholes)
    }
}
