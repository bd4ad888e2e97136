import Record

/// Writes grades so that a learning platform can import them.
package struct Gradebook: Sendable {
    private let format: GradebookFormat
    private let title: String
    /// Where the format's columns stand in the table that tells who the students are.
    private let places: [(heading: String, place: Int?)]
    /// Who has which sheet; nil where the answers themselves tell who the students are.
    private let students: ClassList?

    /// Grades of students whom a class list tells apart, or else the table of answers, by its columns.
    package init(
        _ format: GradebookFormat, title: String, answers: AnswerColumns, classList: ClassList?
    ) throws(GradebookError) {
        self.format = format
        self.title = title
        let identity = classList?.identity ?? answers.students
        guard format.columns.contains(where: { $0.isKey && identity[$0.field] != nil }) else {
            throw GradebookError(
                format: format.name, needed: format.columns.filter(\.isKey).map(\.heading),
                isClassList: classList != nil)
        }
        places = format.columns.map { ($0.heading, identity[$0.field]) }
            .filter { format.hasAllColumns || $0.1 != nil }
        students = classList
    }

    /// The headings, and how many points there are where the format says it.
    package func header(outOf total: String) -> [UInt8] {
        var writer = CSVWriter()
        for (heading, _) in places { writer.append(heading) }
        writer.appendText(title)
        if format.hasFeedback { writer.appendText(title + " feedback") }
        writer.endRecord()
        if format.hasPointsRow {
            writer.append("    Points Possible")
            for _ in places.dropFirst() { writer.append("") }
            writer.append(total)
            writer.endRecord()
        }
        return writer.bytes
    }

    /// Appends a row; none where nobody in the class list has the sheet.
    func write(
        sheet: Int, _ record: borrowing CSVRecord, points: [UInt8], feedback: String, to writer: inout CSVWriter
    ) {
        if let students {
            guard let student = students.row(ofSheet: sheet) else { return }
            for (_, place) in places {
                writer.appendText(place.flatMap { $0 < student.count ? student[$0] : nil } ?? "")
            }
        } else {
            for (_, place) in places {
                if let place, place < record.count { writer.appendText(record[place]) } else { writer.append("") }
            }
        }
        writer.appendNumber(points)
        if format.hasFeedback { writer.appendText(feedback) }
        writer.endRecord()
    }
}

/// Why grades cannot be written for a platform: none of the columns is there by which it knows students.
package struct GradebookError: Error, Hashable, Sendable {
    /// The format's name.
    package let format: String
    /// The columns, one of which is needed.
    package let needed: [String]
    /// Whether it was a class list that was looked at.
    package let isClassList: Bool

    /// A sentence for the instructor, without its full stop.
    package var message: String {
        let columns = needed.map { "'\($0)'" }.joined(separator: ", ")
        return "--gradebook \(format) needs one of the columns \(columns), which"
            + (isClassList
                ? " the class list does not have; export it from the platform"
                : " the answers do not have; give the class list with --roster")
    }
}
