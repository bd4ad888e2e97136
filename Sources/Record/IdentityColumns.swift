/// What a column can say of who a student is.
package enum IdentityField: CaseIterable, Hashable, Sendable {
    case fullName, firstName, lastName
    /// What the university tells students apart by, and what only the platform does.
    case universityNumber, platformNumber
    case login, email, section

    /// The headings of class lists, and of what Canvas, Moodle, Gradescope, Google Forms and Microsoft Forms export, in
    /// small letters and digits alone; those that say it most clearly first.
    var headings: [String] {
        switch self {
        case .fullName: ["student", "name", "studentname", "fullname", "yourname", "yourfullname", "students"]
        case .firstName: ["firstname", "first", "givenname", "givennames", "forename", "vorname"]
        case .lastName: ["lastname", "last", "surname", "familyname", "nachname"]
        case .universityNumber:
            [
                "sisuserid", "sisid", "studentsisid", "sid", "idnumber", "studentid", "studentnumber", "matriculation",
                "matriculationnumber", "matrikelnummer", "number",
            ]
        case .platformNumber: ["id"]
        case .login: ["username", "sisloginid", "loginid", "login"]
        case .email: ["emailaddress", "email", "youremail", "mail"]
        case .section: ["section", "sections"]
        }
    }
}

/// Where a table tells who the students are, found by its headings.
package struct IdentityColumns: Sendable {
    private var columns: [IdentityField: Int] = [:]

    /// Finds the columns; of two headings for the same it is the clearer one, then the first.
    package init(_ headings: [String]) {
        let words = headings.map(Self.word)
        // Microsoft Forms numbers the responses, not the students.
        let hasResponseNumbers = words.contains("starttime") && words.contains("completiontime")
        for field in IdentityField.allCases where field != .platformNumber || !hasResponseNumbers {
            columns[field] = field.headings.lazy.compactMap { words.firstIndex(of: $0) }.first
        }
    }

    /// The column that says something of a student; nil where there is none.
    package subscript(_ field: IdentityField) -> Int? { columns[field] }

    /// Whether some column tells students apart.
    package var areKnown: Bool { columns.keys.contains { $0 != .section } }

    /// Whether there are names.
    package var haveNames: Bool { [.fullName, .firstName, .lastName].contains { self[$0] != nil } }

    /// A student's name in a row of cells, which may be empty: the whole one, or first and last.
    package func name(_ cell: (Int) -> String) -> String {
        let whole = self[.fullName].map(cell) ?? ""
        return whole.isEmpty
            ? [IdentityField.firstName, .lastName].compactMap { self[$0].map(cell) }.filter { !$0.isEmpty }
                .joined(separator: " ") : whole
    }

    /// What the university or else the platform tells a student apart by, which may be empty.
    package func number(_ cell: (Int) -> String) -> String { first([.universityNumber, .platformNumber], cell) }

    /// The name, or whatever else tells the student apart.
    package func identity(_ cell: (Int) -> String) -> String {
        let name = name(cell)
        return name.isEmpty ? first([.email, .login, .universityNumber, .platformNumber], cell) : name
    }

    /// What a heading is for; nil where it says nothing of students.
    package static func field(of heading: String) -> IdentityField? {
        let word = word(heading)
        return IdentityField.allCases.first { $0.headings.contains(word) }
    }

    private func first(_ fields: [IdentityField], _ cell: (Int) -> String) -> String {
        for field in fields {
            if let text = self[field].map(cell), !text.isEmpty { return text }
        }
        return ""
    }

    private static func word(_ heading: String) -> String {
        String(
            String.UnicodeScalarView(
                heading.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }
}
