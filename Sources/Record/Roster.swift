/// A class list: a student a sheet, in the list's order.
package struct Roster: Sendable {
    /// A row of the list.
    package struct Student: Hashable, Sendable {
        /// As the list has it, or first and last name; empty where there is none.
        package let name: String
        /// What a university tells students apart by; empty where there is none.
        package let number: String

        /// What `answers.csv` calls the student: the name, or the number of one without.
        package var answersName: String { name.isEmpty ? number : name }

        fileprivate init(name: String, number: String) {
            self.name = name
            self.number = number
        }

        fileprivate init(_ cells: [String], _ identity: IdentityColumns) {
            func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
            let (name, number) = (identity.name(cell), identity.number(cell))
            self.init(name: name.isEmpty && number.isEmpty ? identity.identity(cell) : name, number: number)
        }
    }

    /// The students, in order.
    package let students: [Student]
    /// Their rows as the list has them.
    package let rows: [TextTable.Record]
    /// The list's headings; none where it is one column of names.
    package let headings: [String]
    /// Where the rows tell who students are.
    package let identity: IdentityColumns
    /// Rows that should be looked at, each in a sentence with its line.
    package let warnings: [String]

    /// The most bytes of a name or number that are printed.
    private static let longestText = 200

    /// Reads a class list in any dialect of CSV.
    ///
    /// Columns are found by their headings; a file of one column without such a heading holds names.
    package init(_ source: any ByteSource) throws(RosterError) {
        let table: TextTable
        do throws(CSVError) { table = try TextTable(source) } catch { throw .unreadable(error) }
        guard let first = table.records.first?.cells.map(Self.text) else { throw .empty }
        var records = table.records.filter { Self.isStudent($0.cells) }
        identity = IdentityColumns(first)
        if identity.areKnown {
            headings = table.records[0].cells
            records.removeFirst()
        } else if records.allSatisfy({ $0.cells.dropFirst().allSatisfy { Self.text($0).isEmpty } }) {
            headings = []
        } else {
            throw .noName(first)
        }
        var students: [Student] = []
        var rows: [TextTable.Record] = []
        var warnings: [String] = []
        var lines: [Student: Int] = [:]
        for record in records {
            let (line, cells) = (record.line, record.cells.map(Self.text))
            let student = headings.isEmpty ? Student(name: cells.first ?? "", number: "") : Student(cells, identity)
            if student.answersName.isEmpty {
                warnings.append("line \(line) has no student; no sheet is made for it")
                continue
            }
            if let first = lines[student] {
                warnings.append("'\(student.name)' of line \(line) stands in line \(first) already; each gets a sheet")
            } else {
                lines[student] = line
            }
            students.append(student)
            rows.append(record)
        }
        if students.isEmpty { throw .empty }
        self.students = students
        self.rows = rows
        self.warnings = warnings
    }

    /// Whether a row with this cell may be a student's: exports of Canvas have one of possible points besides, those of
    /// Moodle one of averages.
    package static func isStudent(_ cell: UnsafeRawBufferPointer) -> Bool {
        let text = String(decoding: cell.prefix(64), as: UTF8.self).drop { $0 == " " }.lowercased()
        return text != "points possible" && text != "overall average"
    }

    private static func isStudent(_ cells: [String]) -> Bool {
        cells.allSatisfy { cell in
            var cell = cell
            return cell.withUTF8 { isStudent(UnsafeRawBufferPointer($0)) }
        }
    }

    /// A cell on one line, without spaces around it.
    private static func text(_ cell: String) -> String {
        let text = String(decoding: cell.utf8.prefix(longestText), as: UTF8.self)
        let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 32 || $0 == "\u{FEFF}" }
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}

/// Why a class list cannot be used.
package enum RosterError: Error, Hashable, Sendable {
    /// It is no CSV file.
    case unreadable(CSVError)
    /// It has no student.
    case empty
    /// None of its headings, which are these, is of names or numbers.
    case noName([String])

    /// A sentence for the instructor, without its full stop.
    package var message: String {
        switch self {
        case .unreadable(let error): error.message
        case .empty: "there is no student in this list"
        case .noName(let headings):
            "none of the headings (\(headings.prefix(8).joined(separator: ", "))) is 'name', 'first name' and 'last name',"
                + " or 'id'; name the column that has the students"
        }
    }
}
