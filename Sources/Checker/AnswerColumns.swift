import Generator
import Record
import Template

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
    /// The column of the students' names or numbers.
    package let student: Int?
    /// Where answers stand, by problem and its templates.
    let places: [[ProblemPlaces]]
    /// Asked numbers that have no column.
    package let missing: [String]
    /// Headings that name what another heading names already.
    package let repeated: [String]

    /// Matches headings to what a set asks.
    package init(_ headings: [String], of plan: SetPlan) {
        self.headings = headings
        var owners: [String: [Claim]] = [:]
        var places: [[ProblemPlaces]] = []
        for (index, problem) in plan.problems.enumerated() {
            places.append([])
            for (alternative, calculation) in plan.calculations[problem.templates].enumerated() {
                places[index].append(
                    ProblemPlaces(
                        answers: Array(repeating: .missing, count: calculation.asked.count),
                        points: Array(repeating: nil, count: calculation.handMarked.count)))
                var own: [String: Target] = [:]
                for (name, target) in Self.targets(of: calculation) where own[name] == nil {
                    own[name] = target
                    owners[Self.normalized(plan.prefix(ofProblem: index) + name), default: []].append(
                        Claim(problem: index, alternative: alternative, target: target))
                }
            }
        }
        var sheet: Int?
        var student: Int?
        var repeated: [String] = []
        for (column, heading) in headings.enumerated() {
            let name = Self.normalized(heading)
            if let claims = owners[name] {
                var isNew = false
                for claim in claims
                where claim.target.claim(column, &places[claim.problem][claim.alternative]) { isNew = true }
                if !isNew { repeated.append(heading) }
            } else if Self.isSheet(heading) {
                if sheet == nil { sheet = column } else { repeated.append(heading) }
            } else if student == nil, Self.studentHeadings.contains(name.lowercased()) {
                student = column
            }
        }
        self.sheet = sheet
        self.student = student
        self.places = places
        self.repeated = repeated
        missing = plan.problems.indices.flatMap { problem in
            let own = places[problem]
            return Self.missing(ProblemColumns(problem, of: plan).asked) { own[$0].answers[$1] == .missing }
        }
    }

    /// The columns that stand nowhere in the table, whichever template a sheet takes.
    private static func missing(_ columns: ColumnUnion, isMissing: (_ alternative: Int, Int) -> Bool) -> [String] {
        columns.names.indices.filter { column in
            columns.sources.enumerated().allSatisfy { alternative, sources in
                sources[column].map { isMissing(alternative, $0) } ?? true
            }
        }.map { columns.names[$0] }
    }

    /// Whether a heading is of the column of the sheets' codes.
    package static func isSheet(_ heading: String) -> Bool { sheetHeadings.contains(normalized(heading).lowercased()) }

    /// What a heading is for where a sheet takes one of a problem's templates.
    private struct Claim {
        let problem: Int
        let alternative: Int
        let target: Target
    }

    private enum Target {
        case entry(Int)
        case whole(first: Int, count: Int)
        case points(Int)

        func claim(_ column: Int, _ places: inout ProblemPlaces) -> Bool {
            switch self {
            case .entry(let index):
                guard places.answers[index] == .missing else { return false }
                places.answers[index] = .own(column)
            case .whole(let first, let count):
                guard (0..<count).allSatisfy({ places.answers[first + $0] == .missing }) else { return false }
                for entry in 0..<count { places.answers[first + entry] = .whole(column: column, entry: entry) }
            case .points(let index):
                guard places.points[index] == nil else { return false }
                places.points[index] = column
            }
            return true
        }
    }

    /// The spellings of all columns of a template; where two are the same, the first counts.
    private static func targets(of calculation: Calculation) -> [(name: String, target: Target)] {
        var targets: [(name: String, target: Target)] = []
        for (index, entry) in calculation.asked.enumerated() {
            let quantity = calculation.template.parts[entry.part].quantities[entry.quantity]
            targets += spellings(of: entry, in: quantity).map { ($0, .entry(index)) }
        }
        for (partIndex, part) in calculation.template.parts.enumerated() {
            for (index, quantity) in part.quantities.enumerated() where quantity.isWhole && !quantity.shape.isScalar {
                let first = calculation.asked.firstIndex { $0.part == partIndex && $0.quantity == index } ?? 0
                targets += labelled(quantity.wholeColumn, part: partIndex).map {
                    ($0, .whole(first: first, count: quantity.entries.count))
                }
            }
        }
        for (index, marked) in calculation.handMarked.enumerated() {
            targets.append((normalized(marked.column), .points(index)))
        }
        return targets
    }

    /// `z1[1]`, for rows and columns also `W3[1,2]`, each also with its part before it.
    private static func spellings(of entry: AskedEntry, in quantity: AskedQuantity) -> [String] {
        var names = [entry.column]
        if quantity.shape.isRowOrColumn, !quantity.expression.hasDrawnIndices {
            let indices = quantity.shape.indices(ofEntry: entry.entry).map(String.init).joined(separator: ",")
            names.append("\(quantity.name)[\(indices)]")
        }
        return names.flatMap { labelled($0, part: entry.part) }
    }

    private static func labelled(_ name: String, part: Int) -> [String] {
        let letter = AskedPart.letter(of: part)
        return [name, letter + name, "(\(letter))\(name)", "\(letter))\(name)", "\(letter).\(name)"].map(normalized)
    }

    private static func normalized(_ heading: String) -> String {
        String(heading.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" })
    }

    private static let sheetHeadings: Set<String> = [
        "sheet", "code", "sheetcode", "sheetnumber", "sheet_code", "variant",
    ]
    private static let studentHeadings: Set<String> = [
        "student", "name", "studentname", "student_name", "studentid", "student_id", "id", "number", "matriculation",
    ]
}
