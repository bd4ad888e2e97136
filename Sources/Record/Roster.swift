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
    }

    /// The students, in order.
    package let students: [Student]
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
        var records = table.records.map { (line: $0.line, cells: $0.cells.map(Self.text)) }
        guard let first = records.first else { throw .empty }
        records.removeAll { !Self.isStudent($0.cells) }
        let columns: Columns
        if let named = Columns(headings: first.cells) {
            columns = named
            records.removeFirst()
        } else if records.allSatisfy({ $0.cells.dropFirst().allSatisfy(\.isEmpty) }) {
            columns = Columns(name: [0], number: nil)
        } else {
            throw .noName(first.cells)
        }
        var students: [Student] = []
        var warnings: [String] = []
        var lines: [Student: Int] = [:]
        for (line, cells) in records {
            let student = columns.student(cells)
            if student.name.isEmpty && student.number.isEmpty {
                warnings.append("line \(line) has no student; no sheet is made for it")
                continue
            }
            if let first = lines[student] {
                warnings.append("'\(student.name)' of line \(line) stands in line \(first) already; each gets a sheet")
            } else {
                lines[student] = line
            }
            students.append(student)
        }
        if students.isEmpty { throw .empty }
        self.students = students
        self.warnings = warnings
    }

    /// Whether a row is a student's: an export of Canvas has one of possible points besides.
    package static func isStudent(_ cells: [String]) -> Bool {
        !cells.contains { $0.drop { $0 == " " }.lowercased() == "points possible" }
    }

    /// A cell on one line, without spaces around it.
    private static func text(_ cell: String) -> String {
        let text = String(decoding: cell.utf8.prefix(longestText), as: UTF8.self)
        let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 32 || $0 == "\u{FEFF}" }
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }

    /// Where names and numbers stand.
    private struct Columns {
        /// The whole name, or first and last.
        let name: [Int]
        let number: Int?

        init(name: [Int], number: Int?) {
            self.name = name
            self.number = number
        }

        /// Nil where no heading is one of those that class lists have.
        init?(headings: [String]) {
            let words = headings.map { heading in
                String(
                    String.UnicodeScalarView(heading.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
            }
            func column(_ spellings: Set<String>) -> Int? { words.firstIndex { spellings.contains($0) } }
            let parts = [column(Self.firstNames), column(Self.lastNames)].compactMap { $0 }
            let name = column(Self.names).map { [$0] } ?? parts
            let number = column(Self.numbers)
            if name.isEmpty && number == nil { return nil }
            self.init(name: name, number: number)
        }

        func student(_ cells: [String]) -> Student {
            func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
            let names = name.map(cell).filter { !$0.isEmpty }
            return Student(name: names.joined(separator: " "), number: number.map(cell) ?? "")
        }

        private static let names: Set<String> = ["name", "student", "fullname", "studentname", "students"]
        private static let firstNames: Set<String> = [
            "first", "firstname", "givenname", "givennames", "forename", "vorname",
        ]
        private static let lastNames: Set<String> = ["last", "lastname", "surname", "familyname", "nachname"]
        private static let numbers: Set<String> = [
            "id", "number", "studentid", "studentnumber", "idnumber", "matriculation", "matriculationnumber",
            "matrikelnummer", "sisid", "sisuserid",
        ]
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
