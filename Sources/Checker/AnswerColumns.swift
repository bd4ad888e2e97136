import Template

/// Where an asked number's answers stand in a table.
enum AnswerPlace: Hashable, Sendable {
    /// In a column of its own.
    case own(Int)
    /// In a column of the whole quantity, as its entry with an index from 0.
    case whole(column: Int, entry: Int)
    /// Nowhere.
    case missing
}

/// What the columns of an answers table hold, found by their headings.
package struct AnswerColumns: Sendable {
    /// The headings as they were.
    package let headings: [String]
    /// The column of the sheets' codes; nil where there is none.
    package let sheet: Int?
    /// The column of the students' names or numbers.
    package let student: Int?
    /// Where each asked number's answers stand.
    let places: [AnswerPlace]
    /// Asked numbers that have no column.
    package let missing: [String]
    /// Headings that name what another heading names already.
    package let repeated: [String]

    /// Matches headings to what a template asks.
    package init(_ headings: [String], of calculation: Calculation) {
        self.headings = headings
        var owners: [String: Target] = [:]
        for (index, entry) in calculation.asked.enumerated() {
            let quantity = calculation.template.parts[entry.part].quantities[entry.quantity]
            for name in Self.spellings(of: entry, in: quantity) {
                owners[name] = owners[name] ?? .entry(index)
            }
        }
        for (partIndex, part) in calculation.template.parts.enumerated() {
            for (index, quantity) in part.quantities.enumerated() where quantity.isWhole && !quantity.shape.isScalar {
                let first = calculation.asked.firstIndex { $0.part == partIndex && $0.quantity == index } ?? 0
                for name in Self.labelled(quantity.wholeColumn, part: partIndex) {
                    owners[name] = owners[name] ?? .whole(first: first, count: quantity.entries.count)
                }
            }
        }
        var places = Array(repeating: AnswerPlace.missing, count: calculation.asked.count)
        var sheet: Int?
        var student: Int?
        var repeated: [String] = []
        for (column, heading) in headings.enumerated() {
            let name = Self.normalized(heading)
            if let target = owners[name] {
                if !target.claim(column, &places) { repeated.append(heading) }
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
        missing = zip(calculation.asked, places).filter { $1 == .missing }.map(\.0.column)
    }

    /// Whether a heading is of the column of the sheets' codes.
    package static func isSheet(_ heading: String) -> Bool { sheetHeadings.contains(normalized(heading).lowercased()) }

    private enum Target {
        case entry(Int)
        case whole(first: Int, count: Int)

        func claim(_ column: Int, _ places: inout [AnswerPlace]) -> Bool {
            switch self {
            case .entry(let index):
                guard places[index] == .missing else { return false }
                places[index] = .own(column)
            case .whole(let first, let count):
                guard (0..<count).allSatisfy({ places[first + $0] == .missing }) else { return false }
                for entry in 0..<count { places[first + entry] = .whole(column: column, entry: entry) }
            }
            return true
        }
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
