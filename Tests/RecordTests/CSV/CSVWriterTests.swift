import Exact
import TestSupport
import Testing

@testable import Record

struct CSVWriterTests {
    @Test func quotesOnlyWhatNeedsIt() {
        #expect(written(["a", "b c", "", "3"]) == "a,b c,,3\n")
        #expect(
            written(["a,b", "\"", "x\ny", "\r", " a", "b\t"]) == "\"a,b\",\"\"\"\",\"x\ny\",\"\r\",\" a\",\"b\t\"\n")
        #expect(written([""]) == "\"\"\n")
        var dialect = CSVDialect()
        dialect.delimiter = UInt8(ascii: ";")
        #expect(written(["a,b", "c;d"], dialect) == "a,b;\"c;d\"\n")
    }

    @Test func beginsAndEndsAsTheDialectSays() {
        var dialect = CSVDialect()
        dialect.hasByteOrderMark = true
        dialect.hasSeparatorLine = true
        dialect.endsLinesWithCRLF = true
        #expect(written(["a", "b"], dialect) == "\u{FEFF}sep=,\r\na,b\r\n")
    }

    @Test func noCellIsRunByASpreadsheet() {
        for text in ["=1+1", "@a", "\tx", "\rx", "+a", "-a", "-", "--3", "-1+2", "=-3", "-1/0", "+1e999"] {
            #expect(safe(text) == "'" + text, "\(text)")
        }
        for text in ["-3", "+21", "-1/2", "-0.5", "−3", "-1e-3", "3", "", "a=b", "'x", "[-1, 2]", "é"] {
            #expect(safe(text) == text, "\(text)")
        }
    }

    @Test func writesNumbersAndCodes() {
        var writer = CSVWriter()
        writer.append(SheetCodes(seed: 1, count: 1).code(of: 1))
        writer.append(.exact(Rational(-49, 3)))
        writer.append(.real(0.59326), .decimals(3))
        writer.endRecord()
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text.hasPrefix("001-") && text.hasSuffix(",-49/3,0.593\n"))
    }

    /// What is written is read back, whatever the cells hold and wherever blocks end.
    @Test func whatIsWrittenIsReadBack() {
        let alphabet = Array("a,;\t\"\"\r\n \u{0}-é".utf8)
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            var dialect = CSVDialect()
            dialect.delimiter = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")][Int(seed % 3)]
            dialect.endsLinesWithCRLF = seed % 2 == 0
            let records = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    (0..<Int.random(in: 0...9, using: &random)).map { _ in
                        seed % 5 == 0
                            ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
                    }
                }
            }
            var writer = CSVWriter(dialect)
            for record in records {
                for cell in record { cell.withUnsafeBytes { writer.append($0) } }
                writer.endRecord()
            }
            let size = Int.random(in: 16...200, using: &random)
            let (found, error) = read(writer.bytes, dialect: dialect, size: size)
            #expect(error == nil, "seed \(seed)")
            #expect(found.map(\.fields) == records, "seed \(seed)")
            #expect(found.map(\.hasNUL) == records.map { $0.joined().contains(0) }, "seed \(seed)")
        }
    }

    /// Random text, well written or not, gives the same records, lines and errors wherever blocks end.
    @Test func blocksMakeNoDifference() {
        let alphabet = Array("ab,\"\"\"\r\n\n ".utf8)
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let whole = read(bytes)
            let cut = read(bytes, size: Int.random(in: 16...64, using: &random))
            #expect(whole.records == cut.records, "seed \(seed)")
            #expect(whole.error == cut.error, "seed \(seed)")
        }
    }

    private func written(_ cells: [String], _ dialect: CSVDialect = CSVDialect()) -> String {
        var writer = CSVWriter(dialect)
        for cell in cells { writer.append(cell) }
        writer.endRecord()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The cell that a reader finds where `appendText` wrote `text`.
    private func safe(_ text: String) -> String? {
        var writer = CSVWriter()
        writer.appendText(text)
        writer.endRecord()
        return cells(String(decoding: writer.bytes, as: UTF8.self)).first?.first
    }
}
