import Generator
import Record
import Template
import YAML

/// Where an asked number's answers stand in a table.
enum AnswerPlace: Hashable, Sendable {
    /// In a column of its own.
    case own(Int)
    /// In a column of the whole quantity, as its entry with an index from 0.
    case whole(column: Int, entry: Int)
    /// Nowhere.
    case missing

    /// The column.
    var column: Int? {
        switch self {
        case .own(let column), .whole(let column, _): column
        case .missing: nil
        }
    }

    /// Whether an answer is the first of those that stand in its cell.
    var isFirstOfCell: Bool {
        if case .whole(_, let entry) = self { return entry == 0 }
        return true
    }
}

/// Where the answers to one problem stand, for one of its templates.
struct ProblemPlaces: Hashable, Sendable {
    /// Of each asked number.
    var answers: [AnswerPlace]
    /// The columns of the points that a person gives, in the order of the parts so marked.
    var points: [Int?]

    /// All columns.
    var columns: Set<Int> { Set(answers.compactMap(\.column) + points.compactMap { $0 }) }
}

/// What the columns of an answers table hold, found by their headings.
package struct AnswerColumns: Sendable {
    /// The headings as they were.
    package let headings: [String]
    /// The column of the sheets' codes; nil where there is none.
    package let sheet: Int?
    /// Where the table tells who the students are.
    package let students: IdentityColumns
    /// The column of points that a person gives or takes besides.
    package let adjustment: Int?
    /// The column of what a person writes to the student.
    let comment: Int?
    /// Where answers stand, by problem and its templates.
    let places: [[ProblemPlaces]]
    /// Asked numbers that have no column.
    package let missing: [String]
    /// Headings that name what another heading names already.
    package let repeated: [String]
    /// Headings that name nothing that is asked, each with the missing column that it is most like.
    package let misspelt: [(heading: String, nearest: String)]

    /// Matches headings to what a set asks; a map says what those of other programs are for.
    package init(_ headings: [String], _ map: ColumnMap = ColumnMap(), of plan: SetPlan) {
        let names = ColumnNames(plan)
        self.headings = headings
        var places = plan.problems.map { problem in
            plan.calculations[problem.templates].map { calculation in
                ProblemPlaces(
                    answers: Array(repeating: .missing, count: calculation.asked.count),
                    points: Array(repeating: nil, count: calculation.handMarked.count))
            }
        }
        let titles = headings.map(map.name)
        let sheet = ColumnNames.sheetColumn(in: titles.map { names.claims($0).isEmpty ? $0 : "" })
        /// The headings that name no answer.
        var others = Array(repeating: "", count: headings.count)
        var repeated: [String] = []
        var unknown: [String] = []
        var adjustment: Int?
        var comment: Int?
        for (column, name) in titles.enumerated() where column != sheet {
            let claims = names.claims(name)
            if !claims.isEmpty {
                var isNew = false
                for claim in claims
                where claim.target.claim(column, &places[claim.problem][claim.alternative]) { isNew = true }
                if !isNew { repeated.append(headings[column]) }
                continue
            }
            others[column] = name
            if ColumnNames.isSheet(name) {
                repeated.append(headings[column])
            } else if adjustment == nil, ColumnNames.isAdjustment(name) {
                adjustment = column
            } else if comment == nil, ColumnNames.isComment(name) {
                comment = column
            } else if IdentityColumns.field(of: name) == nil {
                unknown.append(name)
            }
        }
        self.sheet = sheet
        students = IdentityColumns(others)
        self.adjustment = adjustment
        self.comment = comment
        self.places = places
        self.repeated = repeated
        let missing = plan.problems.indices.flatMap { problem in
            let own = places[problem]
            return Self.missing(ProblemColumns(problem, of: plan).asked) { own[$0].answers[$1] == .missing }
        }
        self.missing = missing
        misspelt = unknown.compactMap { heading in
            (nearestName(to: heading, in: missing) ?? Self.named(in: heading, of: missing)).map { (heading, $0) }
        }
    }

    /// The one of some columns that a heading has as a word; nil where there is none or several.
    private static func named(in heading: String, of columns: [String]) -> String? {
        let words = Set(heading.split { $0.isWhitespace || ",;:?".contains($0) })
        let named = columns.filter { words.contains($0[...]) }
        return named.count == 1 ? named[0] : nil
    }

    /// A row's student's name; empty where the table does not say it.
    func name(_ record: borrowing CSVRecord) -> String {
        students.name { $0 < record.count ? String(decoding: record[$0], as: UTF8.self) : "" }
    }

    /// A row's student's name, or whatever else tells the student apart.
    func student(_ record: borrowing CSVRecord) -> String {
        students.identity { $0 < record.count ? String(decoding: record[$0], as: UTF8.self) : "" }
    }

    /// The columns that stand nowhere in the table, whichever template a sheet takes.
    private static func missing(_ columns: ColumnUnion, isMissing: (_ alternative: Int, Int) -> Bool) -> [String] {
        columns.names.indices.filter { column in
            columns.sources.enumerated().allSatisfy { alternative, sources in
                sources[column].map { isMissing(alternative, $0) } ?? true
            }
        }.map { columns.names[$0] }
    }
}
