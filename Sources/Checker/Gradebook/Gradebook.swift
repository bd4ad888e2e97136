import Record

/// Writes grades so that a learning platform can import them.
package struct Gradebook: Sendable {
    private let format: GradebookFormat
    private let title: String
    /// Where the format's columns stand in the table that tells who the students are.
    private let places: [(heading: String, place: Int?)]
    /// The rows of a class list by sheet; nil where the answers themselves tell who the students are.
    private let students: [Int: [String]]?

    /// Grades of students whom the table of answers tells apart itself, by its headings.
    package init(_ format: GradebookFormat, title: String, headings: [String]) throws(GradebookError) {
        self.format = format
        self.title = title
        places = try Self.places(format, headings, isClassList: false)
        students = nil
    }

    /// Grades of the students of a class list: by their sheets' codes where it has them, else one sheet a student, in
    /// order, as they were made.
    package init(
        _ format: GradebookFormat, title: String, roster: TextTable, codes: SheetCodes
    ) throws(GradebookError) {
        self.format = format
        self.title = title
        let headings = roster.records.first?.cells ?? []
        places = try Self.places(format, headings, isClassList: true)
        let rows = roster.records.dropFirst().map(\.cells).filter { Roster.isStudent($0) }
        guard let column = headings.firstIndex(where: ColumnNames.isSheet) else {
            students = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0 + 1, $1) })
            return
        }
        var students: [Int: [String]] = [:]
        for row in rows where column < row.count {
            if let sheet = try? codes.sheet(reading: row[column]).get() { students[sheet] = row }
        }
        self.students = students
    }

    private static func places(
        _ format: GradebookFormat, _ headings: [String], isClassList: Bool
    ) throws(GradebookError) -> [(heading: String, place: Int?)] {
        let plain = headings.map { ColumnNames.plain($0).lowercased() }
        let found = format.columns.map { column in
            (column, plain.firstIndex(of: ColumnNames.plain(column.heading).lowercased()))
        }
        guard found.contains(where: { $0.0.isKey && $0.1 != nil }) else {
            throw GradebookError(
                format: format.name, needed: format.columns.filter(\.isKey).map(\.heading), isClassList: isClassList)
        }
        return found.filter { format.hasAllColumns || $0.1 != nil }.map { ($0.0.heading, $0.1) }
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

    /// Appends a row; false where nobody knows whose sheet it is.
    func write(
        sheet: Int, _ record: borrowing CSVRecord, points: [UInt8], feedback: String, to writer: inout CSVWriter
    ) -> Bool {
        if let students {
            guard let student = students[sheet] else { return false }
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
        return true
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
