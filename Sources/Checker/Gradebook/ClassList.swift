import Record
import YAML

/// Who has which sheet of a set: by a class list's column of codes, or in the order of the sheets, as they were made.
package struct ClassList: Sendable {
    /// What must be looked at in the list, each in a sentence with its line.
    package let problems: [String]
    /// Where the rows tell who students are.
    let identity: IdentityColumns
    private let rows: [Int: [String]]
    private let names: [Int: String]

    /// Finds the sheets of a list's students, of a set with these codes.
    package init(_ roster: Roster, codes: SheetCodes) {
        identity = roster.identity
        var rows: [Int: [String]] = [:]
        var names: [Int: String] = [:]
        var problems: [String] = []
        let column = ColumnNames.sheetColumn(in: roster.headings)
        for (place, (row, student)) in zip(roster.rows, roster.students).enumerated() {
            let sheet: Int
            if let column {
                guard !ColumnNames.plain(row[column]).isEmpty else { continue }
                switch codes.sheet(reading: row[column]) {
                case .success(let number): sheet = number
                case .failure(let problem):
                    problems.append("\(row.line): '\(row[column].prefix(40))' is \(problem.message)")
                    continue
                }
            } else {
                sheet = place + 1
            }
            if sheet > codes.count {
                problems.append("\(row.line): the set has \(codes.count) sheets; none is left for those from here on")
                break
            }
            guard rows[sheet] == nil else {
                problems.append("\(row.line): sheet \(codes.code(of: sheet).text) is another student's already")
                continue
            }
            rows[sheet] = row.cells
            names[sheet] = student.answersName
        }
        self.rows = rows
        self.names = names
        self.problems = problems
    }

    /// The row of the student who has a sheet, counted from 1; nil where nobody has.
    func row(ofSheet sheet: Int) -> [String]? { rows[sheet] }

    /// The name of the student who has a sheet, or the number of one without.
    func name(ofSheet sheet: Int) -> String? { names[sheet] }

    /// Whether a sheet is the student's whom the answers name, by name or anything else that the list has.
    ///
    /// Names may be in any order and lack parts, and each part may have one letter wrong.
    func agrees(_ student: String, ofSheet sheet: Int) -> Bool {
        guard let row = rows[sheet], let name = names[sheet] else { return true }
        let own = Self.words(student)
        if own.isEmpty || row.contains(where: { Self.words($0) == own }) { return true }
        let listed = Self.words(name)
        let (fewer, more) = own.count < listed.count ? (own, listed) : (listed, own)
        return fewer.allSatisfy { word in
            more.contains { $0 == word || min(word.count, $0.count) > 3 && editDistance($0, word) == 1 }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
