import Checker
import Generator
import Record
import Solver
import Template
import YAML

/// A small set of sheets, with exact, rounded and whole answers and points that a person gives.
struct TriedSet {
    let plan: SetPlan
    let codes = SheetCodes(seed: 7, count: 3)
    /// `given.csv`, its first row by itself.
    let givenHeader: [UInt8]
    let givenRows: [UInt8]

    /// The set, made once.
    static let only = Result { try TriedSet() }

    private static let text = """
        given: { x: { shape: 2, draw: -3..3 }, k: 1/2 }
        define: { z: k * x, L: 'exp(z[1]) + z[2]' }
        ask:
          - { find: z, points: 2 }
          - { find: 'L, dL/dx[1]', answers: { decimals: 3 } }
          - { question: Why?, mark: by hand, points: 2 }
        """

    /// Draws the sheets.
    private init() throws {
        let template = try Template(SourceFile(name: "set.yaml", bytes: Array(Self.text.utf8)))
        let generator = try Generator(template, seed: 7)
        plan = SetPlan(generator.calculation)
        let tables = SetTables(plan)
        var writer = CSVWriter()
        var drawer = generator.drawer()
        for sheet in 1...codes.count {
            try drawer.draw(sheets: sheet - 1, count: 1, from: generator)
            tables.writeGiven(of: codes.code(of: sheet), SheetNumbers(drawer.machine, lane: 0), to: &writer)
        }
        (givenHeader, givenRows) = (tables.givenHeader, writer.bytes)
    }

    /// The numbers that the sheets were given.
    func given() throws -> GivenTable { try table(MemorySource(givenHeader + givenRows)) }

    /// Any other such table.
    func table(_ source: MemorySource) throws -> GivenTable { try GivenTable(source, of: plan, codes: codes) }
}

/// Grades a table of answers and all that is made of it: marks, a gradebook, a report and feedback; merges it with itself.
func tryAnswers(_ bytes: [UInt8]) -> Bool {
    do {
        let set = try TriedSet.only.get()
        let source = MemorySource(bytes)
        let table = try TextTable(source)
        var merged = MergedAnswers(set.codes, named: ColumnNames(set.plan), dialect: table.dialect)
        for _ in 0..<2 { merged.add(table, name: "a.csv") }
        _ = merged.bytes
        var blocks = try CSVBlocks(sniffing: source)
        let columns = AnswerColumns(table.records.first?.cells ?? [], of: set.plan)
        guard columns.sheet != nil else { return false }
        let grader = Grader(
            columns, of: set.plan, given: try set.given(), codes: set.codes, dialect: blocks.dialect,
            gradebook: GradebookFormat.all.lazy.compactMap {
                try? Gradebook($0, title: "Set", answers: columns, classList: nil)
            }.first, feedback: try FeedbackPages(set.plan, title: "Set"))
        var summary = GradingSummary(set.plan, sheetCount: set.codes.count)
        summary.report(columns, of: "a.csv")
        var block = CSVBlock()
        var isFirst = true
        while try blocks.next(into: &block) {
            let first = try grader.grade(block, skipsHeading: isFirst)
            let repeated = summary.repeatedLines(first.sheets)
            summary.add(try grader.grade(block, skipsHeading: isFirst, repeated: repeated))
            isFirst = false
        }
        summary.add(try grader.likelyWrongCodes(summary.suspects))
        _ = summary.closing(path: "a.csv", gradedPath: "a.graded.csv")
        _ = GradingReport(summary, of: set.plan, title: "Set") { _, _ in nil }.page
        return true
    } catch {
        return false
    }
}

/// Reads rows of `given.csv`, each twice: in order and backwards.
func tryGiven(_ bytes: [UInt8]) -> Bool {
    do {
        let set = try TriedSet.only.get()
        let given = try set.table(MemorySource(set.givenHeader + bytes))
        let machines = set.plan.calculations.map { Machine($0.program) }
        var window = GivenWindow()
        for sheet in Array(1...set.codes.count) + (1...set.codes.count).reversed() {
            try given.feed(sheet: sheet, to: machines, with: &window)
        }
        return true
    } catch {
        return false
    }
}

/// Reads a class list, and who has which sheet.
func tryClassList(_ bytes: [UInt8]) -> Bool {
    guard let roster = try? Roster(MemorySource(bytes)) else { return false }
    return ClassList(roster, codes: SheetCodes(seed: 7, count: 3)).problems.isEmpty
}

/// Reads a map of columns and what it makes of some headings.
func tryColumnMap(_ bytes: [UInt8]) -> Bool {
    do {
        let set = try TriedSet.only.get()
        let map = try ColumnMap(MemorySource(bytes))
        try map.check(against: ColumnNames(set.plan))
        return AnswerColumns(["sheet", "Question 1", "z[1]", "L"], map, of: set.plan).repeated.isEmpty
    } catch {
        return false
    }
}

/// Reads the record of a set.
func tryRecord(_ bytes: [UInt8]) -> Bool {
    guard let source = try? SourceFile(name: "set.json", bytes: bytes, limit: Limits.record.bytes) else { return false }
    return (try? SetRecord(source)) != nil
}
