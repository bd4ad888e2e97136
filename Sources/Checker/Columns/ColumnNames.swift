import Generator
import Record
import Template

/// What the columns of a table of answers to a set can be called.
package struct ColumnNames: Sendable {
    /// What a column is for where a sheet takes one of a problem's templates.
    struct Claim {
        let problem: Int
        let alternative: Int
        let target: ColumnTarget
    }

    /// psgen's own names of all columns, the sheets' codes first.
    package let all: [String]
    private let owners: [String: (name: String, claims: [Claim])]

    /// The names that a set's columns can have.
    package init(_ plan: SetPlan) {
        var owners: [String: (name: String, claims: [Claim])] = [:]
        var all = [Self.sheet, Self.student]
        for (index, problem) in plan.problems.enumerated() {
            let prefix = plan.prefix(ofProblem: index)
            for (alternative, calculation) in plan.calculations[problem.templates].enumerated() {
                var known: Set<String> = []
                for (own, spellings, target) in ColumnTarget.all(of: calculation) {
                    let claim = Claim(problem: index, alternative: alternative, target: target)
                    var isFirst = true
                    for spelling in spellings where known.insert(spelling).inserted {
                        let key = Self.plain(prefix + spelling)
                        if isFirst && owners[key] == nil { all.append(prefix + own) }
                        owners[key, default: (prefix + own, [])].claims.append(claim)
                        isFirst = false
                    }
                }
            }
        }
        self.owners = owners
        self.all = all + [Self.adjustment, Self.comment]
    }

    /// psgen's own name of a column, by a heading in any of its spellings; nil where there is none.
    package func name(of heading: String) -> String? {
        if let owner = owner(of: heading) { return owner.name }
        if Self.sheetColumn(in: [heading]) != nil { return Self.sheet }
        if IdentityColumns.field(of: heading) == .fullName { return Self.student }
        if Self.isAdjustment(heading) { return Self.adjustment }
        return Self.isComment(heading) ? Self.comment : nil
    }

    /// What a heading is for; nothing where it is no asked number's.
    func claims(_ heading: String) -> [Claim] { owner(of: heading)?.claims ?? [] }

    private func owner(of heading: String) -> (name: String, claims: [Claim])? {
        if let owner = owners[Self.plain(heading)] { return owner }
        return QuestionHeading.readings(of: heading).lazy.compactMap { owners[Self.plain($0)] }.first
    }

    /// The column of the sheets' codes.
    static let sheet = "sheet"
    /// The column of the students' names.
    static let student = "student"

    /// The column of points that a person gives or takes besides.
    static let adjustment = "adjust"

    /// Whether a heading is of the points that a person gives or takes besides.
    static func isAdjustment(_ heading: String) -> Bool { plain(heading).lowercased() == adjustment }

    /// The column of what a person writes to the student.
    static let comment = "comment"

    /// Whether a heading is of what a person writes to the student.
    static func isComment(_ heading: String) -> Bool { plain(heading).lowercased() == comment }

    /// Which of some headings is of the sheets' codes, the first of those that say it most clearly; nil where none is.
    package static func sheetColumn(in headings: [String]) -> Int? {
        headings.firstIndex(where: isSheet) ?? headings.firstIndex(where: QuestionHeading.asksForCode)
    }

    /// Whether a heading is one of the common ones of the sheets' codes.
    static func isSheet(_ heading: String) -> Bool { sheetHeadings.contains(plain(heading).lowercased()) }

    /// A heading without spaces, which tell no two columns apart.
    static func plain(_ heading: String) -> String {
        String(heading.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" })
    }

    private static let sheetHeadings: Set<String> = [
        "sheet", "code", "sheetcode", "sheetnumber", "sheet_code", "variant",
    ]
}
