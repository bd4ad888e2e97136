import Exact
import Generator
import Record
import Solver
import Template

/// Grades the blocks of an answers table, each by itself.
package struct Grader: Sendable {
    /// What the columns hold.
    package let columns: AnswerColumns
    let plan: SetPlan
    let given: GivenTable
    let codes: SheetCodes
    private let dialect: CSVDialect
    let points: PointTexts
    /// By problem and its templates.
    let problems: [[ProblemGrading]]
    /// The names of the graded table's columns.
    private let names: [String]
    private let gradebook: Gradebook?
    let feedback: FeedbackPages?
    private let listsSheets: Bool
    private let classList: ClassList?
    /// With a class list: the column of names, whose blanks it fills; one is added where there is none.
    private let nameColumn: Int?
    private let addsNames: Bool
    /// What is said of cells that are listed elsewhere.
    private let unlisted: String?
    /// Reads the points that a person gave.
    let pointsReader: AnswerReader

    /// A grader for a table with these columns; it need not list cells that were typed in two ways if that was done.
    /// Parts that are void give everyone full points; a class list tells names that the table lacks. Where sheets are
    /// listed, blocks have what was found on each; where there is feedback to be printed, also each one's page.
    package init(
        _ columns: AnswerColumns, of plan: SetPlan, given: GivenTable, codes: SheetCodes, dialect: CSVDialect,
        void: VoidParts = VoidParts(), gradebook: Gradebook? = nil, classList: ClassList? = nil,
        listsConflicts: Bool = true, listsSheets: Bool = false, feedback: FeedbackPages? = nil
    ) {
        self.classList = classList
        nameColumn = classList == nil ? nil : columns.students[.fullName]
        addsNames = classList != nil && !columns.students.haveNames
        self.feedback = feedback
        self.listsSheets = listsSheets || feedback != nil
        self.gradebook = gradebook
        self.columns = columns
        self.plan = plan
        self.given = given
        self.codes = codes
        self.dialect = dialect
        let points = PointTexts(plan.calculations)
        self.points = points
        let unions = plan.problems.indices.map { ProblemColumns($0, of: plan).asked }
        names = unions.flatMap(\.names)
        problems = plan.problems.indices.map { index in
            let all = columns.places[index].reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
            return zip(plan.problems[index].templates, columns.places[index]).enumerated().map { alternative, own in
                ProblemGrading(
                    plan.calculations[own.0], template: own.0, at: own.1, written: unions[index].sources[alternative],
                    among: all, void: void.parts(ofProblem: index), points, delimiter: dialect.delimiter)
            }
        }
        unlisted = listsConflicts ? nil : CellProblem.typedTwice.message
        pointsReader = AnswerReader(delimiter: dialect.delimiter)
    }

    /// Says for which answers, so far, not all sets of mistakes were looked at; nil where all were.
    package var searchLimit: String? {
        let columns = problems.joined().flatMap(\.judge.cutColumns)
        if columns.isEmpty { return nil }
        let names = columns.prefix(5).joined(separator: ", ") + (columns.count > 5 ? ", …" : "")
        return
            "explanations of \(names): of the sets of three mistakes only the first \(Predictions.limit) were looked at"
    }

    /// The first rows of the gradebook.
    package var gradebookHeader: [UInt8] {
        let total = points.common(plan).map { String(decoding: points.text(of: $0), as: UTF8.self) }
        return gradebook?.header(outOf: total ?? "") ?? []
    }

    /// The headings of the graded table: the table's own, then verdict, points and note of each answer, then the totals.
    package var header: [UInt8] {
        var writer = CSVWriter(dialect)
        for heading in columns.headings { writer.appendText(heading) }
        if addsNames { writer.append(ColumnNames.student) }
        for column in names {
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
        var work = Work(plan, dialect: dialect)
        work.keyMachines = feedback?.machines ?? []
        try block.withBytes { bytes in
            var tokens = CSVTokens(bytes, delimiter: dialect.delimiter, line: block.line)
            if skipsHeading { _ = try tokens.next() }
            while try tokens.next() { try grade(tokens.record, repeated: repeated, &work) }
        }
        work.result.rows = work.writer.bytes
        work.result.gradebook = work.gradebook.bytes
        return work.result
    }

    private func grade(_ record: borrowing CSVRecord, repeated: [Int: Int], _ work: inout Work) throws {
        let sheet = sheet(of: record, &work)
        copyCells(of: record, student: sheet.flatMap { classList?.name(ofSheet: $0) } ?? "", &work)
        if record.hasNUL { work.report(record.line, nil, "this row has a zero byte in it") }
        guard let sheet else { return writeNothing(&work) }
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
        (work.rightCount, work.wrongCount) = (0, 0)
        work.feedback.removeAll(keepingCapacity: true)
        work.templates.removeAll(keepingCapacity: true)
        work.losses.removeAll(keepingCapacity: true)
        work.problems.removeAll()
        for problem in plan.problems.indices {
            let template = plan.choice(ofProblem: problem, onSheet: sheet - 1).template
            work.machines[template].run(lanes: 1)
            grade(problems[problem][template - plan.problems[problem].templates.lowerBound], template, record, &work)
        }
        noteSuspect(record, sheet, &work)
        let lost = points.lost(work.earned, further: work.given, of: work.total)
        let adjustment = addAdjustment(record, &work)
        let earned = work.text(work.earned, further: work.given, points)
        let total = work.text(work.total, further: .zero, points)
        work.writer.appendNumber(earned)
        work.writer.appendNumber(total)
        work.writer.endRecord()
        work.result.totals.append((sheet, earned))
        work.result.statistics.addRow(
            share: points.share(work.earned, further: work.given, of: work.total), lost: lost,
            templates: work.templates, losses: work.losses)
        if !work.explained.isEmpty {
            work.result.statistics.add(mistakes: work.explained)
            work.explained.removeAll()
        }
        let student = student(of: record, sheet, &work)
        if listsSheets { list(record, sheet, student, adjustment, earned, total, &work) }
        work.result.appendLine(
            code: codes.code(of: sheet), student: student, earned, total)
        guard let gradebook else { return }
        let comment = text(columns.comment, of: record)
        let feedback = (work.feedback + (comment.isEmpty ? [] : [comment])).joined(separator: "; ")
        gradebook.write(sheet: sheet, record, points: earned, feedback: feedback, to: &work.gradebook)
    }

    /// Who a row's student is, by the table or else by the class list; reported where they contradict each other.
    private func student(of record: borrowing CSVRecord, _ sheet: Int, _ work: inout Work) -> String {
        guard let classList else { return columns.student(record) }
        let name = columns.name(record)
        guard let listed = classList.name(ofSheet: sheet) else {
            work.report(
                record.line, nil,
                "nobody in the class list has this sheet" + (gradebook == nil ? "" : "; it is not in the gradebook"))
            return columns.student(record)
        }
        if !classList.agrees(name, ofSheet: sheet) {
            work.report(
                record.line, nil, "the class list has '\(listed.prefix(60))' for this sheet, not '\(name.prefix(60))'")
        }
        return name.isEmpty ? listed : name
    }

    /// Marks a row's answers to one problem, and writes the marks.
    private func grade(
        _ problem: ProblemGrading, _ template: Int, _ record: borrowing CSVRecord, _ work: inout Work
    ) {
        let machine = work.machines[template]
        work.marks.removeAll(keepingCapacity: true)
        let wrongCount = work.wrongCount
        for index in problem.places.indices {
            let mark = problem.mark(index, machine, record, &work.wholes)
            if mark.verdict == .unreadable, mark.note != unlisted, problem.places[index].isFirstOfCell {
                work.report(
                    record.line, problem.places[index].column.map { columns.headings[$0] }, mark.note,
                    isUnreadable: true)
            }
            if mark.verdict == .correct { work.rightCount += 1 } else if mark.verdict == .wrong { work.wrongCount += 1 }
            work.marks.append(mark)
        }
        if work.wrongCount > wrongCount {
            problem.judge(&work.marks, record, work.wholes, given: machine, with: &work.own[template])
        }
        let item = work.result.statistics.offset(ofTemplate: template)
        for index in problem.written {
            guard let index else {
                for _ in 0..<3 { work.writer.append("") }
                continue
            }
            let verdict = work.marks[index].verdict
            let earns = problem.earns(index, work.marks)
            let earned = earns ? problem.points(index, work.marks[index]) : 0
            work.earned += earned
            if earned != problem.numerators[index] {
                work.losses.append((item + index, problem.numerators[index] - earned))
            }
            if verdict != .correct {
                work.result.statistics.count(verdict, ofItem: item + index)
                if !work.marks[index].mistakes.isEmpty { work.explained.append((item + index, work.marks[index])) }
            }
            problem.write(work.marks[index], index, earns: earns, to: &work.writer)
        }
        work.templates.append(template)
        if gradebook != nil { work.feedback += problem.feedback(work.marks) }
        work.total += problem.total
        work.given = work.given + problem.given
        var marked: [Int: Rational] = [:]
        for (part, column, most) in problem.handMarked {
            marked[part] = addPoints(upTo: most, in: column, record, &work)
        }
        if listsSheets { list(problem, template, record, marked: marked, &work) }
        for column in problem.foreign where column < record.count && !record[column].isEmpty {
            work.report(record.line, columns.headings[column], "this sheet does not ask it; it is not read")
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
            let isPlatforms = text.isEmpty && (0..<record.count).contains { !Roster.isStudent(record[$0]) }
            if isEmpty || isPlatforms { return nil }
            work.report(
                record.line, columns.headings[column],
                text.isEmpty ? "the sheet's code is missing" : "'\(text)' is \(problem.message)")
            return nil
        }
    }

    /// Copies a row's own cells, filled up to the headings' number; a student's name where it is missing.
    private func copyCells(of record: borrowing CSVRecord, student: String, _ work: inout Work) {
        defer { if addsNames { work.writer.appendText(student) } }
        let count = columns.headings.count
        let filled = student.isEmpty ? nil : nameColumn
        // As it stands, where nothing in it could be run by a spreadsheet.
        let isFilled = filled.map { $0 < record.count && !record[$0].isEmpty } ?? true
        if record.count == count, isFilled, !(0..<count).contains(where: { work.writer.isFormula(record[$0]) }) {
            return work.writer.appendWritten(record.raw)
        }
        for column in 0..<count {
            if column == filled, column >= record.count || record[column].isEmpty {
                work.writer.appendText(student)
            } else if column < record.count {
                work.writer.appendText(record[column])
            } else {
                work.writer.append("")
            }
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
        for _ in 0..<3 * names.count + 2 { work.writer.append("") }
        work.writer.endRecord()
    }
}
