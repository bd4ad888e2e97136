import Document
import Exact
import Maths
import Template

/// The answers of all sheets, a row a sheet, for marking by hand: as few tables as paper's width allows.
struct AnswerTables {
    /// A column of answers, or of points that a person gives.
    struct Column {
        let heading: [Inline]
        let cell: [Inline]
        /// How much of a line it takes, in ems.
        let width: Double
    }

    /// The columns from left to right.
    let columns: [Column]

    /// A line on the long side of the narrower of A4 and Letter, without the column of codes.
    static let width = 70.0

    /// The columns of what a set asks, problem by problem and part by part.
    init(_ set: SetValues) {
        columns = set.plan.problems.indices.flatMap { problem in Self.columns(ofProblem: problem, set) }
    }

    /// A column of one of a problem's templates, with the name that says which are the same.
    private struct OwnColumn {
        let name: String
        let heading: [Inline]
        let number: Maths?
        let width: Double
    }

    /// A column for each name; what stands in it depends on the template that a sheet takes.
    private static func columns(ofProblem problem: Int, _ set: SetValues) -> [Column] {
        let prefix = set.plan.prefix(ofProblem: problem)
        let alternatives = set.plan.problems[problem].templates.map { template in
            ownColumns(set.plan.calculations[template], offset: set.offset(ofTemplate: template))
        }
        var names: Set<String> = []
        return alternatives.joined().filter { names.insert($0.name).inserted }.map { first in
            let numbers = alternatives.map { own in own.first { $0.name == first.name }?.number }
            let cell =
                numbers.count == 1
                ? numbers[0] : .alternatives(set.choice(ofProblem: problem), numbers.map { $0 ?? .row([]) })
            return Column(
                heading: (prefix.isEmpty ? [] : [.text(prefix + " ")]) + first.heading,
                cell: cell.map { [.maths($0)] } ?? [], width: first.width)
        }
    }

    private static func ownColumns(_ calculation: Calculation, offset: Int) -> [OwnColumn] {
        let formulas = Formulas(calculation: calculation)
        return calculation.template.parts.indices.flatMap { part in
            let label = Inline.text("(\(AskedPart.letter(of: part))) ")
            let answers = calculation.asked.filter { $0.part == part }.map { entry in
                OwnColumn(
                    name: entry.column, heading: [label, .maths(formulas.labelOfAllSheets(entry))],
                    number: formulas.number(entry.value).renumbered(by: offset),
                    width: width(of: calculation.roundings[entry.value]))
            }
            let points = calculation.handMarked.filter { $0.part == part }.map { marked in
                OwnColumn(
                    name: marked.column, heading: [label, .text("points")], number: nil, width: width(of: .exact))
            }
            return answers + points
        }
    }

    /// The tables, with one row each that is to be repeated.
    var tables: [Table] {
        Self.split(columns).map { columns in
            Table(
                alignments: [.left] + columns.map { _ in .right },
                header: [[.text("Sheet")]] + columns.map(\.heading),
                rows: [[[.slot(Slot.code)]] + columns.map(\.cell)])
        }
    }

    /// As few pieces as possible of about the same width, none wider than a line unless it is a single column.
    private static func split(_ columns: [Column]) -> [[Column]] {
        let total = columns.reduce(0) { $0 + $1.width }
        var count = max(1, Int((total / width).rounded(.up)))
        while true {
            var pieces = Array(repeating: [Column](), count: count)
            var before = 0.0
            for column in columns {
                let middle = before + column.width / 2
                pieces[min(count - 1, Int(middle / total * Double(count)))].append(column)
                before += column.width
            }
            let fits = pieces.allSatisfy { $0.count <= 1 || $0.reduce(0) { $0 + $1.width } <= width }
            if fits || count >= columns.count { return pieces.filter { !$0.isEmpty || columns.isEmpty } }
            count += 1
        }
    }

    /// A digit is half an em wide; a sign, two digits and a point stand before the decimals, and padding at both sides.
    private static func width(of rounding: Rounding) -> Double {
        let digits =
            switch rounding {
            case .exact: 3
            case .decimals(let count), .significant(let count): count + 3
            }
        return max(2.8, Double(digits) / 2) + 0.7
    }
}
