import Exact
import Generator
import Record
import Solver
import Template

/// Grades the blocks of an answers table, each by itself.
package struct Grader: Sendable {
    /// What the columns hold.
    package let columns: AnswerColumns
    private let plan: SetPlan
    private let given: GivenTable
    private let codes: SheetCodes
    private let dialect: CSVDialect
    /// By template.
    private let markers: [Marker]
    /// By template, kept here since a calculation is large to copy for each row: for each answer, which answers of its part
    /// must be right as well, if all must; and the most points of each part that a person marks.
    private let together: [[[Int]]]
    private let handMarked: [[Rational]]
    private let points: PointTexts
    /// Reads the points that a person gave.
    let pointsReader: AnswerReader
    private let cells: MarkCells
    /// By problem.
    private let answers: [ColumnUnion]
    /// By problem and its templates: the columns that only others of its templates have.
    private let foreign: [[[Int]]]

    /// A grader for a table with these columns.
    package init(
        _ columns: AnswerColumns, of plan: SetPlan, given: GivenTable, codes: SheetCodes, dialect: CSVDialect
    ) {
        self.columns = columns
        self.plan = plan
        self.given = given
        self.codes = codes
        self.dialect = dialect
        markers = plan.calculations.map { Marker($0, delimiter: dialect.delimiter) }
        together = plan.calculations.map { calculation in
            calculation.asked.map { entry in
                guard calculation.template.parts[entry.part].grading == .all else { return [] }
                return calculation.asked.indices.filter { calculation.asked[$0].part == entry.part }
            }
        }
        handMarked = plan.calculations.map { $0.handMarked.map(\.points) }
        points = PointTexts(plan.calculations)
        pointsReader = AnswerReader(delimiter: dialect.delimiter)
        cells = MarkCells(points, delimiter: dialect.delimiter)
        answers = plan.problems.indices.map { ProblemColumns($0, of: plan).asked }
        foreign = columns.places.map { alternatives in
            let own = alternatives.map(\.columns)
            let all = own.reduce(into: Set<Int>()) { $0.formUnion($1) }
            return own.map { all.subtracting($0).sorted() }
        }
    }

    /// The headings of the graded table: the table's own, then verdict, points and note of each answer, then the totals.
    package var header: [UInt8] {
        var writer = CSVWriter(dialect)
        for heading in columns.headings { writer.appendText(heading) }
        for column in answers.flatMap(\.names) {
            for what in ["verdict", "points", "note"] { writer.append("\(column) \(what)") }
        }
        writer.append("points")
        writer.append("out of")
        writer.endRecord()
        return writer.bytes
    }

    /// Grades a block; rows whose lines are in `repeated` are only reported, as second rows of their sheets.
    ///
    /// - Parameter skipsHeading: whether the block's first record is the headings.
    package func grade(
        _ block: CSVBlock, skipsHeading: Bool, repeated: [Int: Int] = [:]
    ) throws -> GradedBlock {
        var work = Work(machines: plan.calculations.map { Machine($0.program) }, dialect: dialect)
        try block.withBytes { bytes in
            var tokens = CSVTokens(bytes, delimiter: dialect.delimiter, line: block.line)
            if skipsHeading { _ = try tokens.next() }
            while try tokens.next() { try grade(tokens.record, repeated: repeated, &work) }
        }
        work.result.rows = work.writer.bytes
        return work.result
    }

    /// What grading a block needs besides the block.
    struct Work {
        /// By template.
        let machines: [Machine]
        var writer: CSVWriter
        var window = GivenWindow()
        var result = GradedBlock()
        var wholes: [Int: CellValue] = [:]
        var marks: [Mark] = []
        /// What a row's answers earn, over the common denominator; what a person gave; what the sheet is worth.
        var earned = 0 as Int64
        var given = Rational.zero
        var total = 0 as Int64

        init(machines: [Machine], dialect: CSVDialect) {
            self.machines = machines
            writer = CSVWriter(dialect)
        }

        mutating func report(_ line: Int, _ column: String?, _ message: String) {
            result.problems.append(GradingProblem(line: line, column: column, message: message))
        }
    }

    private func grade(_ record: borrowing CSVRecord, repeated: [Int: Int], _ work: inout Work) throws {
        copyCells(of: record, &work)
        if record.hasNUL { work.report(record.line, nil, "this row has a zero byte in it") }
        guard let sheet = sheet(of: record, &work) else { return writeNothing(&work) }
        if let first = repeated[record.line] {
            work.report(
                record.line, columns.headings[columns.sheet ?? 0],
                "sheet \(codes.code(of: sheet).text) has a row already, in line \(first); this one is not graded")
            return writeNothing(&work)
        }
        work.result.sheets.append((sheet, record.line))
        try given.feed(sheet: sheet, to: work.machines, with: &work.window)
        work.wholes.removeAll(keepingCapacity: true)
        (work.earned, work.given, work.total) = (0, .zero, 0)
        for problem in plan.problems.indices {
            let template = plan.choice(ofProblem: problem, onSheet: sheet - 1).template
            work.machines[template].run(lanes: 1)
            grade(problem, template, record, &work)
        }
        let earned = points.text(work.earned, further: work.given)
        let total = points.text(work.total)
        work.writer.appendNumber(earned)
        work.writer.appendNumber(total)
        work.writer.endRecord()
        work.result.count(share: points.share(work.earned, further: work.given, of: work.total))
        work.result.appendLine(
            code: codes.code(of: sheet), student: columns.student.flatMap { $0 < record.count ? record[$0] : nil },
            earned, total)
    }

    /// Marks a row's answers to one problem, and writes the marks.
    private func grade(_ problem: Int, _ template: Int, _ record: borrowing CSVRecord, _ work: inout Work) {
        let alternative = template - plan.problems[problem].templates.lowerBound
        let places = columns.places[problem][alternative]
        let (marker, machine) = (markers[template], work.machines[template])
        let (together, numerators) = (together[template], points.numerators[template])
        work.marks.removeAll(keepingCapacity: true)
        for index in places.answers.indices {
            let mark = mark(index, template, marker, machine, at: places.answers[index], record, &work)
            work.marks.append(mark)
            if mark.verdict == .unreadable, places.answers[index].isFirstOfCell {
                work.report(record.line, places.answers[index].column.map { columns.headings[$0] }, mark.note)
            }
        }
        for source in answers[problem].sources[alternative] {
            guard let index = source else {
                for _ in 0..<3 { work.writer.append("") }
                continue
            }
            let mark = work.marks[index]
            let earns =
                mark.verdict == .correct
                && together[index].allSatisfy { work.marks[$0].verdict == .correct }
            if earns { work.earned += numerators[index] }
            cells.write(mark, index, of: template, earns: earns, to: &work.writer)
        }
        work.total += points.totals[template]
        for (most, column) in zip(handMarked[template], places.points) {
            addPoints(upTo: most, in: column, record, &work)
        }
        for column in foreign[problem][alternative] where column < record.count && !record[column].isEmpty {
            work.report(record.line, columns.headings[column], "this sheet does not ask it; it is not read")
        }
    }

    private func mark(
        _ index: Int, _ template: Int, _ marker: borrowing Marker, _ machine: Machine, at place: AnswerPlace,
        _ record: borrowing CSVRecord, _ work: inout Work
    ) -> Mark {
        switch place {
        case .missing: return Mark(verdict: .blank)
        case .own(let column):
            return column < record.count
                ? marker.mark(index, record[column], machine) : Mark(verdict: .blank)
        case .whole(let column, let entry):
            let calculation = plan.calculations[template]
            let asked = calculation.asked[index]
            let count = calculation.template.parts[asked.part].quantities[asked.quantity].entries.count
            if work.wholes[column] == nil {
                work.wholes[column] = column < record.count ? marker.read(record[column], entries: count) : .blank
            }
            return marker.mark(index, entry: entry, of: count, in: work.wholes[column] ?? .blank, machine)
        }
    }

    /// The sheet that a row is of, from 1; reported where there is none.
    private func sheet(of record: borrowing CSVRecord, _ work: inout Work) -> Int? {
        let column = columns.sheet ?? 0
        let cell = column < record.count ? record[column] : UnsafeRawBufferPointer(start: nil, count: 0)
        switch codes.sheet(reading: cell) {
        case .success(let sheet): return sheet
        case .failure(let problem):
            let text = String(decoding: cell.prefix(40), as: UTF8.self)
            let isEmpty = (0..<record.count).allSatisfy { record[$0].isEmpty }
            if isEmpty { return nil }
            work.report(
                record.line, columns.headings[column],
                text.isEmpty ? "the sheet's code is missing" : "'\(text)' is \(problem.message)")
            return nil
        }
    }

    /// Copies a row's own cells, filled up to the headings' number.
    private func copyCells(of record: borrowing CSVRecord, _ work: inout Work) {
        let count = columns.headings.count
        // As it stands, where nothing in it could be run by a spreadsheet.
        if record.count == count, !(0..<count).contains(where: { work.writer.isFormula(record[$0]) }) {
            return work.writer.appendWritten(record.raw)
        }
        for column in 0..<count {
            if column < record.count { work.writer.appendText(record[column]) } else { work.writer.append("") }
        }
        let isLong =
            record.count > count && (count..<record.count).contains { !record[$0].isEmpty }
        if isLong {
            work.report(
                record.line, nil,
                "this row has \(record.count) cells for \(count) headings; those at the end are not read"
            )
        }
    }

    /// Fills the columns of a row that is not graded.
    private func writeNothing(_ work: inout Work) {
        let count = answers.reduce(0) { $0 + $1.names.count }
        for _ in 0..<3 * count + 2 { work.writer.append("") }
        work.writer.endRecord()
    }
}
