import Document
import Generator
import Record
import Template
import Testing
import YAML

@testable import Exporter

/// The pages and tables of a set.
@Suite struct SetExporterTests {
    private func exporter(_ text: String, count: Int = 3) throws -> SetExporter {
        let template = try Template(SourceFile(name: "t.yaml", bytes: Array(text.utf8)))
        let worked = WorkedTemplate(template)
        return SetExporter(
            SetGenerator(try Generator(worked.template, seed: 5)), [worked], codes: SheetCodes(seed: 5, count: count))
    }

    /// The page of many, and the pages of one by their codes.
    private func pages(
        _ write: (@escaping SetExporter.ByteSink, SetExporter.PageSink?) throws -> Void
    ) throws -> (many: String, single: [String: String]) {
        var many: [UInt8] = []
        var single: [String: String] = [:]
        try write({ many += $0 }, { code, page in single[code] = String(decoding: page, as: UTF8.self) })
        return (String(decoding: many, as: UTF8.self), single)
    }

    private static let quiz = """
        title: Two <b>layers</b> & "more" <script>alert(1)</script>
        text: What is 1 < 2 & 3?
        given: { x: { draw: 2..90 }, w: 1/3 }
        define: { a: 1000 * x, L: a^2 }
        ask: [{ find: a, points: 1 }, { text: "Then <u>this</u>:", find: dL/dx, points: 2.5 }]
        """

    @Test func textsAreEscaped() throws {
        let exporter = try exporter(Self.quiz)
        let sheets = try pages { try exporter.writeSheets(1...3, to: $0, single: $1) }
        let keys = try pages { _ = try exporter.writeKeys(1...3, to: $0, single: $1) }
        for page in [sheets.many, keys.many] + sheets.single.values + keys.single.values {
            #expect(!page.contains("<script"))
            #expect(!page.contains("<b>layers"))
            #expect(!page.contains("<u>"))
            #expect(page.contains("Two &lt;b&gt;layers&lt;/b&gt; &amp; "))
        }
        #expect(sheets.many.contains("1 &lt; 2 &amp; 3?"))
    }

    @Test func aPageOfOneIsAPieceOfThePageOfMany() throws {
        let exporter = try exporter(Self.quiz)
        let sheets = try pages { try exporter.writeSheets(1...3, to: $0, single: $1) }
        let keys = try pages { _ = try exporter.writeKeys(1...3, to: $0, single: $1) }
        let codes = (1...3).map { exporter.codes.code(of: $0).text }
        for (many, single) in [sheets, keys] {
            #expect(single.keys.sorted() == codes)
            #expect(many.hasPrefix("<!DOCTYPE html>\n"))
            #expect(many.ranges(of: "<article").count == 3 || many.ranges(of: "<article").count == 4)
            for (code, page) in single {
                #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
                #expect(page.hasSuffix("</html>\n"))
                #expect(page.contains("<title>\(code) "))
                let start = try #require(page.firstRange(of: "<article")).lowerBound
                let end = try #require(page.firstRange(of: "</article>")).upperBound
                #expect(many.contains(page[start..<end]))
                for other in codes where other != code { #expect(!page.contains(other)) }
            }
        }
    }

    @Test func sheetsAskAndKeysAnswer() throws {
        let exporter = try exporter(Self.quiz)
        let sheets = try pages { try exporter.writeSheets(1...3, to: $0, single: $1) }
        let keys = try pages { _ = try exporter.writeKeys(1...3, to: $0, single: $1) }
        let rows = try exporter.rows(1...3)
        let table = String(decoding: rows.key, as: UTF8.self).split(separator: "\n").map { $0.split(separator: ",") }
        for row in table {
            let (code, answers) = (String(row[0]), row.dropFirst().map(String.init))
            let sheet = try #require(sheets.single[code])
            let key = try #require(keys.single[code])
            for text in ["1 point", "2.5 points", "Find ", "Name"] { #expect(sheet.contains(text)) }
            for text in ["1 point", "2.5 points", "Key: "] { #expect(key.contains(text)) }
            for answer in answers {
                #expect(!sheet.contains("<mn>\(answer)</mn>"))
                #expect(key.contains("<mn>\(answer)</mn>"))
                #expect(keys.many.contains("<mn>\(answer)</mn>"))
            }
        }
        let without = try pages { sink, _ in _ = try exporter.writeKeys(1...3, to: sink, single: nil) }
        #expect(without.many == keys.many)
    }

    @Test func piecesAndBatchesDoNotShow() throws {
        let exporter = try exporter(Self.quiz, count: 80)
        let whole = try pages { try exporter.writeSheets(1...80, to: $0, single: $1) }
        let first = try pages { try exporter.writeSheets(1...13, to: $0, single: $1) }
        let second = try pages { try exporter.writeSheets(14...80, to: $0, single: $1) }
        #expect(first.single.merging(second.single) { $1 } == whole.single)
        let (rows, parts) = (try exporter.rows(1...80), [try exporter.rows(1...13), try exporter.rows(14...80)])
        #expect(rows.count == 80)
        #expect(parts[0].key + parts[1].key == rows.key)
        #expect(parts[0].given + parts[1].given == rows.given)
        #expect(parts[0].answers + parts[1].answers == rows.answers)
        var written: TableRows?
        _ = try pages { written = try exporter.writeKeys(1...80, to: $0, single: $1) }
        #expect(written?.key == rows.key && written?.given == rows.given && written?.answers == rows.answers)
    }

    @Test func aSinkThatFailsEndsTheWriting() throws {
        struct Full: Error {}
        let exporter = try exporter(Self.quiz, count: 80)
        #expect(throws: Full.self) {
            try exporter.writeSheets(
                1...80, to: { _ in }, single: { code, _ in if code.hasPrefix("007") { throw Full() } })
        }
        #expect(throws: Full.self) { _ = try exporter.writeKeys(1...80, to: { _ in throw Full() }, single: nil) }
    }

    @Test func partsMarkedByHandHaveAColumnOfPoints() throws {
        let exporter = try exporter(
            "given: { x: 2 }\ndefine: { L: x }\nask: [{ find: L }, { question: Why?, mark: by hand }, { find: x }]",
            count: 1)
        let tables = exporter.tables
        #expect(String(decoding: tables.answersHeader, as: UTF8.self).hasPrefix("sheet,student,L,x,b points"))
        #expect(String(decoding: tables.keyHeader, as: UTF8.self).hasPrefix("sheet,L,x"))
        let row = String(decoding: try exporter.rows(1...1).answers, as: UTF8.self)
        #expect(row.filter { $0 == "," }.count == 4)
    }
}
