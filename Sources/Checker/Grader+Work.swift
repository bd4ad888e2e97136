import Exact
import Generator
import Record
import Solver

extension Grader {
    /// What grading a block needs besides the block.
    struct Work {
        /// By template: what computes the right numbers, and those that follow from a student's own.
        let machines: [Machine]
        var own: [Machine?]
        /// By template: what computes the keys' steps, where feedback is printed.
        var keyMachines: [Machine] = []
        var writer: CSVWriter
        var window = GivenWindow()
        var result: GradedBlock
        var wholes: [Int: CellValue] = [:]
        var marks: [Mark] = []
        /// What a row's answers earn, over the common denominator; what a person gave; what the sheet is worth.
        var earned = 0 as Int64
        var given = Rational.zero
        var total = 0 as Int64
        /// How many of a row's answers are right, and how many wrong.
        var (rightCount, wrongCount) = (0, 0)
        /// The templates of a row's problems, and by item what lost points and what known mistakes explain.
        var templates: [Int] = []
        var losses: [(item: Int, points: Int64)] = []
        var explained: [(item: Int, mark: Mark)] = []
        /// Where sheets are listed, what was found in a row.
        var problems: [GradedProblem] = []
        /// Rows for a gradebook, and what it tells the student of this row.
        var gradebook = CSVWriter()
        var feedback: [String] = []
        /// Totals that were written before.
        private var texts: [Int64: [UInt8]] = [:]

        init(_ plan: SetPlan, dialect: CSVDialect) {
            machines = plan.calculations.map { Machine($0.program) }
            own = Array(repeating: nil, count: machines.count)
            result = GradedBlock(plan)
            writer = CSVWriter(dialect)
        }

        /// A total as it is written.
        mutating func text(_ numerator: Int64, further: Rational, _ points: PointTexts) -> [UInt8] {
            guard further.isZero else { return points.text(numerator, further: further) }
            if let text = texts[numerator] { return text }
            let text = points.text(numerator)
            texts[numerator] = text
            return text
        }

        mutating func report(_ line: Int, _ column: String?, _ message: String, isUnreadable: Bool = false) {
            result.problems.append(
                GradingProblem(line: line, column: column, message: message, isUnreadable: isUnreadable))
        }
    }
}
