import Document
import Exact
import Maths
import Solver
import Template
import Testing
import YAML

@testable import Exporter

/// Tables of parts, on sheets and keys.
struct PartTableTests {
    private func worked(_ ask: String) throws -> WorkedTemplate {
        let text = """
            given: { w_0: [1, 2], X: [[1, 0], [2, 3]], t: [1, -1] }
            define:
              s_1: w_0 @ X[1,:]
              w_1: w_0 + t[1] * X[1,:]
              s_2: w_1 @ X[2,:]
              w_2: w_1 + t[2] * X[2,:]
            ask:

            """
        return WorkedTemplate(try Template(SourceFile(name: "q", bytes: Array((text + ask).utf8))))
    }

    private func blocks(_ ask: String) throws -> (sheet: [Block], key: [Block]) {
        let worked = try worked(ask)
        let calculation = try Calculation(worked.template)
        func first(_ blocks: [Block]) -> [Block] {
            for block in blocks { if case .part(let part) = block { return part.blocks } }
            return []
        }
        return (
            first(StudentSheet(calculation: calculation).blocks),
            first(AnswerKey(calculation: calculation, derivations: worked.derivations).blocks)
        )
    }

    private func table(_ blocks: [Block]) throws -> Table {
        for block in blocks { if case .table(let table) = block { return table } }
        throw Missing()
    }
    private struct Missing: Error {}

    private static let perceptron =
        "  - table: { rows: k in 1..2, show: 'w_{k-1}, X[k,:], t[k]', find: 's_{k}, w_{k}' }\n"

    @Test func cellsOfTheSheetTellNoAnswer() throws {
        let (sheet, key) = try blocks(Self.perceptron)
        let (onSheet, onKey) = (try table(sheet), try table(key))
        #expect(onSheet.boxes == 4..<6 && onKey.boxes == 4..<6)
        #expect(onSheet.header == onKey.header)
        let room = [Inline.maths(.column([.room, .room]))]
        #expect(onSheet.rows.map { $0[1] == room } == [false, true])
        #expect(onSheet.rows.allSatisfy { $0[4] == [] && $0[5] == room })
        #expect(onSheet.rows.allSatisfy { $0[2] != room && !$0[3].isEmpty })
        #expect(onKey.rows.allSatisfy { row in row.allSatisfy { !$0.isEmpty && $0 != room } })
        #expect(onKey.rows.map { $0[0] } == [[.maths(.integer(1))], [.maths(.integer(2))]])
        #expect(sheet.contains { if case .answers = $0 { true } else { false } } == false)
    }

    private func words(_ blocks: [Block]) -> [String] {
        blocks.compactMap { block in
            guard case .paragraph(let inlines) = block else { return nil }
            return inlines.map { inline in if case .text(let words) = inline { words } else { "*" } }.joined()
        }
    }

    @Test func theSentenceSaysWhatColumnsAreWorth() throws {
        #expect(
            words(try blocks(Self.perceptron).sheet) == ["Fill in the table. 1 point for each *; 2 points for each *."])
        let ask = Self.perceptron + "    points: { 's_{k}': 1, 'w_{k}': 2, X: 4 }\n    find: X\n    text: Train it."
        #expect(
            words(try blocks(ask).sheet) == [
                "Train it. Fill in the table. Find *. 1 point for each *; 2 points for each *; 4 points for *."
            ])
    }

    @Test func whatIsNotInTheTableHasBoxes() throws {
        let (sheet, key) = try blocks(Self.perceptron + "    find: X[1,:]")
        guard case .answers(let boxes) = sheet.last, case .formulas(let formulas) = key[1] else {
            Issue.record("no boxes")
            return
        }
        #expect(boxes.count == 2 && formulas.count == 1)
    }

    @Test func aTableToBeReadStandsBeforeTheQuestion() throws {
        let (sheet, key) = try blocks(
            "  - { table: { rows: k in 1..2, show: 'X[k,:], t[k]' }, find: s_1, text: Here. }")
        #expect(sheet.count == 4 && words(sheet) == ["Here.", "Find *."])
        guard case .table(let table) = sheet[1] else {
            Issue.record("no table")
            return
        }
        #expect(table.boxes == nil)
        #expect(try self.table(key) == table)
    }
}
