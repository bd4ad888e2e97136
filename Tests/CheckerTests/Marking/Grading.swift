import Exact
import Generator
import Record
import Solver
import Template
import YAML

@testable import Checker

/// A set of sheets in memory, to be graded.
struct Grading {
    let generator: Generator
    let codes: SheetCodes
    let given: GivenTable
    private let tables: SetTables

    var calculation: Calculation { generator.calculation }

    init(_ text: String, count: Int = 5, seed: UInt64 = 3) throws {
        let template = try Template(SourceFile(name: "t.yaml", bytes: Array(text.utf8)))
        generator = try Generator(template, seed: seed)
        codes = SheetCodes(seed: seed, count: count)
        tables = SetTables(SetPlan(generator.calculation))
        var writer = CSVWriter()
        var drawer = generator.drawer()
        for sheet in 1...count {
            try drawer.draw(sheets: sheet - 1, count: 1, from: generator)
            tables.writeGiven(of: codes.code(of: sheet), SheetNumbers(drawer.machine, lane: 0), to: &writer)
        }
        given = try GivenTable(
            MemorySource(tables.givenHeader + writer.bytes), of: SetPlan(generator.calculation), codes: codes)
    }

    /// A machine that holds a sheet's numbers; sheets count from 1.
    func machine(ofSheet sheet: Int) throws -> Machine {
        var drawer = generator.drawer()
        try drawer.draw(sheets: sheet - 1, count: 1, from: generator)
        return drawer.machine
    }

    /// The right answers in the order of the columns.
    func answers(_ machine: Machine) -> [Number] {
        calculation.asked.map { machine.number(at: calculation.location(ofValue: $0.value), lane: 0) }
    }

    /// The right number for one of the answers, where it is exact.
    func right(_ machine: Machine, _ index: Int) -> Rational? {
        if case .exact(let number) = answers(machine)[index] { number } else { nil }
    }

    /// The headings of all answers, as they stand in a table.
    static func heading(_ calculation: Calculation) -> String {
        calculation.asked.map { $0.column.contains(",") ? "\"\($0.column)\"" : $0.column }.joined(separator: ",")
    }

    /// The cells of a written row.
    static func cells(_ row: String) throws -> [String] {
        try TextTable(MemorySource(Array((row + "\n").utf8))).records[0].cells
    }

    /// The mark of a text as the answer to one of the asked numbers; without a machine, on the first sheet.
    func mark(
        _ text: String, to index: Int = 0, on machine: Machine? = nil, delimiter: UInt8 = UInt8(ascii: ",")
    ) throws -> Mark {
        let machine = try machine ?? self.machine(ofSheet: 1)
        let marker = Marker(calculation, delimiter: delimiter)
        return Array(text.utf8).withUnsafeBytes { marker.mark(index, $0, machine) }
    }

    /// Grades a table at once; a row for each of its rows, without the table's own cells.
    func grade(
        _ text: String, void: VoidParts = VoidParts()
    ) throws -> (header: String, rows: [String], problems: [GradingProblem]) {
        let (grader, graded) = try block(text, void: void)
        func lines(_ bytes: [UInt8]) -> [String] {
            String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        return (lines(grader.header).first ?? "", lines(graded.rows), graded.problems)
    }

    /// Grades a table of one block, with feedback where there are pages for it.
    func block(
        _ text: String, void: VoidParts = VoidParts(), feedback: FeedbackPages? = nil
    ) throws -> (grader: Grader, graded: GradedBlock) {
        var blocks = try CSVBlocks(sniffing: MemorySource(Array(text.utf8)))
        var headings: [String] = []
        var first = blocks
        try first.forEachRecord { record, _ in
            headings = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
            return false
        }
        let grader = Grader(
            AnswerColumns(headings, of: SetPlan(calculation)), of: SetPlan(calculation), given: given, codes: codes,
            dialect: blocks.dialect, void: void, feedback: feedback)
        var block = CSVBlock()
        guard try blocks.next(into: &block) else { return (grader, GradedBlock(SetPlan(calculation))) }
        return (grader, try grader.grade(block, skipsHeading: true))
    }
}
