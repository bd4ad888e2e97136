import Exact
import Generator
import Solver
import Template
import TestSupport
import Testing
import YAML

@testable import Record

/// The tables of a template with fixed numbers, integers, halves and names that need quotes.
@Suite struct GivenTableTests {
    private static let seed = 21 as UInt64
    private let generator: Generator

    init() throws {
        let text = """
            given:
              W: { shape: [2, 2], draw: -9..9 }
              k: 1/3
              r: { shape: [1, 2], draw: -2..2, step: 1/2 }
              n: { draw: 1..1000000 }
            define:
              z: W @ r.T
              s: n * k + z[1] * W[1,2]
            ask: [{ find: z, points: 2 }, { find: "ds/dW[1,2], s", points: 2 }]
            """
        let template = try Template(SourceFile(name: "t.yaml", bytes: Array(text.utf8)))
        generator = try Generator(template, seed: Self.seed)
    }

    /// All three tables of so many sheets, and the values of each sheet.
    private func tables(_ count: Int) throws -> (answers: String, key: String, given: String, values: [[Number]]) {
        let codes = SheetCodes(seed: Self.seed, count: count)
        let tables = SetTables(SetPlan(generator.calculation))
        var writers = (answers: CSVWriter(), key: CSVWriter(), given: CSVWriter())
        var values: [[Number]] = []
        var drawer = generator.drawer()
        for sheet in 1...count {
            try drawer.draw(sheets: sheet - 1, count: 1, from: generator)
            tables.writeAnswers(of: codes.code(of: sheet), to: &writers.answers)
            tables.writeKey(of: codes.code(of: sheet), SheetNumbers(drawer.machine, lane: 0), to: &writers.key)
            tables.writeGiven(of: codes.code(of: sheet), SheetNumbers(drawer.machine, lane: 0), to: &writers.given)
            values.append(self.values(drawer.machine))
        }
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        return (
            text(tables.answersHeader + writers.answers.bytes), text(tables.keyHeader + writers.key.bytes),
            text(tables.givenHeader + writers.given.bytes), values
        )
    }

    private func values(_ machine: Machine) -> [Number] {
        generator.calculation.program.outputs[0].map { machine.number(at: $0, lane: 0) }
    }

    private func table(_ text: String, count: Int) throws -> GivenTable {
        try GivenTable(
            MemorySource(Array(text.utf8)), of: SetPlan(generator.calculation),
            codes: SheetCodes(seed: Self.seed, count: count))
    }

    /// The error that a sheet's row gives.
    private func error(_ text: String, sheet: Int, count: Int) throws -> GivenTableError? {
        let table = try table(text, count: count)
        var window = GivenWindow()
        do throws(GivenTableError) {
            try table.feed(sheet: sheet, to: [Machine(generator.calculation.program)], with: &window)
        } catch {
            return error
        }
        return nil
    }

    @Test func headingsNameEveryNumber() throws {
        let tables = try tables(2)
        let lines = { (text: String) in text.split(separator: "\n").map(String.init) }
        #expect(
            lines(tables.given)[0] == #"sheet,"W[1,1]","W[1,2]","W[2,1]","W[2,2]",k,r[1],r[2],n"#)
        #expect(lines(tables.key)[0] == #"sheet,z[1],z[2],"ds/dW[1,2]",s"#)
        #expect(lines(tables.answers)[0] == #"sheet,student,z[1],z[2],"ds/dW[1,2]",s"#)
        #expect(lines(tables.given)[1].contains(",1/3,"))
        let code = SheetCodes(seed: Self.seed, count: 2).code(of: 2).text
        #expect(lines(tables.answers)[2] == code + ",,,,,")
    }

    @Test(arguments: [1, 7, 8, 9, 64, 700]) func everyRowGivesItsNumbersAgain(_ count: Int) throws {
        let tables = try tables(count)
        let table = try table(tables.given, count: count)
        let machine = Machine(generator.calculation.program)
        var window = GivenWindow()
        var random = SplitMix(seed: UInt64(count))
        let anywhere = (1...count).map { _ in Int.random(in: 1...count, using: &random) }
        for sheet in Array(1...count) + anywhere + [count, 1] {
            try table.feed(sheet: sheet, to: [machine], with: &window)
            machine.run(lanes: 1)
            #expect(values(machine) == tables.values[sheet - 1], "sheet \(sheet)")
        }
    }

    @Test func anotherTableIsRefused() throws {
        let given = try tables(9).given
        #expect(throws: GivenTableError.rows(9, expected: 10)) { try table(given, count: 10) }
        #expect(throws: GivenTableError.rows(9, expected: 8)) { try table(given, count: 8) }
        #expect(throws: GivenTableError.rows(8, expected: 9)) { try table(String(given.dropLast()), count: 9) }
        #expect(throws: GivenTableError.columns) { try table("", count: 9) }
        #expect(throws: GivenTableError.columns) {
            try table(given.replacing("r[1],r[2]", with: "r[2],r[1]"), count: 9)
        }
        #expect(throws: GivenTableError.columns) { try table("sheet\n" + given, count: 9) }
    }

    @Test func otherLineEndsAreRead() throws {
        let given = try tables(9).given.replacing("\n", with: "\r\n")
        for sheet in [1, 5, 9] { #expect(try error(given, sheet: sheet, count: 9) == nil) }
    }

    @Test func aChangedRowIsNoticedWhenItIsRead() throws {
        let given = try tables(9).given
        var lines = given.split(separator: "\n").map(String.init)
        let code = SheetCodes(seed: Self.seed, count: 9).code(of: 3).text
        let original = lines[3]
        let cells = original.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        func with(_ index: Int, _ cell: String) -> String {
            var cells = cells
            cells[index] = cell
            return cells.joined(separator: ",")
        }
        for changed in [
            with(1, "10"), with(1, "-10"), with(1, "x"), with(1, ""), with(1, "1/2"), with(6, "1/4"), with(6, "0.25"),
            with(6, "5/2"), with(8, "0"), with(8, "1000001"), with(8, "99999999999999999999999999999999999999999"),
            with(0, "004-AAAA"), lines[4], original + ",1", cells.dropLast().joined(separator: ","), code, "", ",",
        ] {
            lines[3] = changed
            let text = lines.joined(separator: "\n") + "\n"
            #expect(try error(text, sheet: 3, count: 9) == .row(code), "\(changed)")
            for sheet in [2, 4, 9] { #expect(try error(text, sheet: sheet, count: 9) == nil, "\(changed)") }
        }
        lines[3] = with(6, "3/2")
        #expect(try error(lines.joined(separator: "\n") + "\n", sheet: 3, count: 9) == nil)
    }
}
