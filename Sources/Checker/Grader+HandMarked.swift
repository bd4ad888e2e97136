import Exact
import Record

extension Grader {
    /// Adds the points that a person gave or took besides, and returns them; reports what is no number of points.
    func addAdjustment(_ record: borrowing CSVRecord, _ work: inout Work) -> Rational? {
        guard let column = columns.adjustment, column < record.count else { return nil }
        switch pointsReader.read(record[column], entries: 1) {
        case .blank: break
        case .number(let points):
            work.given = work.given + points
            return points
        case .array:
            work.report(record.line, columns.headings[column], "expected one number of points, found several")
        case .unreadable(let problem):
            work.report(record.line, columns.headings[column], problem.message, isUnreadable: true)
        }
        return nil
    }

    /// Adds the points that a person gave a part, and returns them; reports what is no number of points.
    func addPoints(
        upTo most: Rational, in column: Int?, _ record: borrowing CSVRecord, _ work: inout Work
    ) -> Rational? {
        guard let column, column < record.count else {
            work.result.unmarkedCount += 1
            return nil
        }
        switch pointsReader.read(record[column], entries: 1) {
        case .blank: work.result.unmarkedCount += 1
        case .number(let points) where points >= .zero && points <= most:
            work.given = work.given + points
            return points
        case .number(let points):
            work.report(
                record.line, columns.headings[column],
                "\(points.text) is no number of points from 0 to \(most.text); it counts as 0")
        case .array:
            work.report(record.line, columns.headings[column], "expected one number of points, found several")
        case .unreadable(let problem):
            work.report(record.line, columns.headings[column], problem.message, isUnreadable: true)
        }
        return nil
    }
}
