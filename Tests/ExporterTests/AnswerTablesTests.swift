import Document
import Exact
import Generator
import Record
import Template
import Testing
import YAML

@testable import Exporter

/// The tables of all sheets' answers.
struct AnswerTablesTests {
    private func calculation(_ text: String) throws -> Calculation {
        try Calculation(try Template(SourceFile(name: "q", bytes: Array(text.utf8))))
    }

    private func tables(size: Int, _ rule: String) throws -> [Table] {
        let text = """
            given: { x: { shape: \(size), draw: 0..9 } }
            define: { h: exp(x), z: 2 * x }
            ask: [{ find: \(rule == "exact" ? "z" : "h"), answers: \(rule) }]
            """
        return AnswerTables(SetValues(SetPlan(try calculation(text)))).tables
    }

    @Test(arguments: ["exact", "{ decimals: 4 }", "{ decimals: 12 }", "{ significant: 1 }"])
    func everyAnswerStandsInOneTableThatFits(rule: String) throws {
        for size in [1, 5, 14, 16, 17, 20, 21, 40, 41, 99] {
            let tables = try tables(size: size, rule)
            let counts = tables.map { $0.header.count - 1 }
            #expect(counts.reduce(0, +) == size)
            #expect(counts.allSatisfy { $0 >= 1 && $0 <= 20 })
            // None is left with a few columns.
            let (most, fewest) = (counts.max() ?? 0, counts.min() ?? 0)
            #expect(most - fewest <= 1, "\(size) answers, \(rule): \(counts)")
            for table in tables { #expect(table.rows.count == 1 && table.rows[0].count == table.header.count) }
        }
        #expect(try tables(size: 14, "exact").count == 1)
        #expect(try tables(size: 17, "{ decimals: 4 }").count == 2)
    }

    @Test func partsMarkedByHandHaveAnEmptyColumn() throws {
        let text = """
            given: { x: 2 }
            define: { z: x }
            ask: [{ find: z }, { question: Why?, mark: by hand }, { find: x }]
            """
        let tables = AnswerTables(SetValues(SetPlan(try calculation(text)))).tables
        #expect(tables.count == 1)
        #expect(tables[0].header.map(\.first) == [.text("Sheet"), .text("(a) "), .text("(b) "), .text("(c) ")])
        #expect(tables[0].header[2].last == .text("points"))
        #expect(tables[0].rows[0].map(\.isEmpty) == [false, false, true, false])
    }

    @Test func answersAllInWordsHaveATableAsWell() throws {
        let text = "given: { x: 2 }\ndefine: { z: x }\nask: [{ question: Why?, mark: by hand }]"
        #expect(AnswerTables(SetValues(SetPlan(try calculation(text)))).tables.map(\.header.count) == [2])
    }

    @Test func everySheetHasARowInEachTable() throws {
        let text = """
            given: { x: { shape: 50, draw: 0..9 } }
            define: { z: 2 * x }
            ask: [{ find: z }]
            """
        let template = try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
        let worked = WorkedTemplate(template)
        let exporter = SetExporter(
            SetGenerator(try Generator(worked.template, seed: 5)), [worked], codes: SheetCodes(seed: 5, count: 7))
        var page: [UInt8] = []
        _ = try exporter.writeKeys(1...7, to: { page += $0 }, single: nil)
        let html = String(decoding: page, as: UTF8.self)
        #expect(html.ranges(of: "<h1>Answers").count == 3)
        for number in 1...7 {
            #expect(html.ranges(of: "<td>\(exporter.codes.code(of: number).text)</td>").count == 3)
        }
        #expect(html.ranges(of: "</table>").count >= 3)
    }
}
