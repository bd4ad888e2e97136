import Testing

@testable import Record

struct CSVTokensTests {
    @Test(
        arguments: [
            ("", []), ("\n\r\n\r", []), ("a", [["a"]]), ("a,b\n", [["a", "b"]]), (",", [["", ""]]),
            (",\n,\n", [["", ""], ["", ""]]),
            ("a\r\nb\rc\n", [["a"], ["b"], ["c"]]), ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\"", [["a\"b"]]),
            ("\"\"", [[""]]), ("\"\",\"\"\n", [["", ""]]), ("\"\"\"\"", [["\""]]),
            ("\"a\nb\r\nc\",d\n", [["a\nb\r\nc", "d"]]),
            ("a\"b\"c,d", [["a\"b\"c", "d"]]), ("\"a\"bc\"d,e", [["abc\"d", "e"]]), (" \"a,b\"", [[" \"a", "b\""]]),
            ("\"a\"\"b\",\"c\"\"\"\"d\",e\n", [["a\"b", "c\"\"d", "e"]]),
            ("1,2,3,4,5,6,7,8,9,10", [(1...10).map(String.init)]),
            ("\"a\"", [["a"]]), ("\"a\"\n", [["a"]]), ("a,\"b\"", [["a", "b"]]), ("é,∂\n", [["é", "∂"]]),
        ] as [(String, [[String]])]) func takesRecordsApart(text: String, expected: [[String]])
    {
        for size in [16, 17, 1 << 18] { #expect(cells(text, size: size) == expected, "\(text) in \(size)") }
    }

    @Test func numbersRecordsAndLines() {
        let records = read(Array("a,b\n\n\"x\r\ny\rz\",1\r\n\r\nlast".utf8), size: 16).records
        #expect(records.map(\.row) == [1, 2, 3])
        #expect(records.map(\.line) == [1, 3, 7])
        #expect(records.map(\.offset) == [0, 5, 19])
    }

    @Test func anUnclosedQuoteNamesItsLine() {
        let (records, error) = read(Array("a,b\n1,2\nx,\"y\nz\nz\n".utf8), size: 16)
        #expect(records.count == 2)
        #expect(error == .unclosedQuote(line: 3))
        #expect(read(Array("\"a\nb\",\"c".utf8)).error == .unclosedQuote(line: 2))
        #expect(read(Array("\"".utf8)).error == .unclosedQuote(line: 1))
        #expect(read(Array("\"a\"\"".utf8)).error == .unclosedQuote(line: 1))
    }

    @Test func aRecordWithNULIsFlagged() {
        let records = read(Array("a\u{0}b,c\nd,e\n\"\u{0}\"\n".utf8)).records
        #expect(records.map(\.hasNUL) == [true, false, true])
        #expect(records[0].fields[0] == [97, 0, 98])
    }

    @Test func shortAndLongRecordsAreLeftAsTheyAre() {
        #expect(cells("a,b,c\n1\n1,2,3,4,5\n").map(\.count) == [3, 1, 5])
    }

    @Test func theRawRecordIsKept() throws {
        let bytes = Array("a,b\n\"x\"\"\n\", y \r\n".utf8)
        try bytes.withUnsafeBytes { bytes in
            var tokens = CSVTokens(bytes, delimiter: UInt8(ascii: ","))
            while tokens.record.row < 2 { _ = try tokens.next() }
            #expect(String(decoding: tokens.record.raw, as: UTF8.self) == "\"x\"\"\n\", y ")
            let hasThird = try tokens.next()
            #expect(!hasThird)
            #expect(tokens.line == 4)
        }
    }
}
