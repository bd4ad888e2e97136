import Testing

@testable import Record

struct CSVDialectTests {
    @Test(arguments: [
        ("sheet,student,z1\n", ","), ("sheet;student;z1\n", ";"), ("sheet\tstudent\tz1\n", "\t"),
        ("sheet;\"a,b,c\";z1\n", ";"), ("sheet;W1[1,1];W1[1,2];W1[2,1]\n", ";"), ("sheet;f(1,2,3)\n", ";"),
        ("a,b;c\n1,2\n", ","), ("a;b,c\n1;2\n", ";"), ("", ","), ("sheet\n1\n", ","), ("\n\n\na;b", ";"),
        ("\"a;\"\";;\";b,c,d", ","), ("sep=;\n1,2,3,4\n", ";"), ("SEP=|\r\n1,2", "|"), ("\"sep=\t\"\na,b", "\t"),
        ("sep=;", ";"), ("sep=;x,y\n", ","), ("separate,x\n", ","),
    ]) func findsTheDelimiter(text: String, delimiter: String) throws {
        #expect(try [sniffed(text).delimiter] == Array(delimiter.utf8), "\(text)")
        let marked = try sniffed("\u{FEFF}" + text)
        #expect([marked.delimiter] == Array(delimiter.utf8))
        #expect(marked.hasByteOrderMark)
    }

    @Test func whatStandsBeforeTheFirstRecordIsSkipped() throws {
        let text = "\u{FEFF}sep=;\r\na;b\r\n"
        let dialect = try sniffed(text)
        #expect(dialect.endsLinesWithCRLF && dialect.hasSeparatorLine)
        let records = read(Array(text.utf8), dialect: dialect).records
        #expect(records == [Record(row: 1, line: 2, offset: 10, fields: [[97], [98]], hasNUL: false)])
    }

    @Test("UTF-16 of both kinds is read as UTF-8", arguments: [true, false])
    func utf16(isLittleEndian: Bool) throws {
        let text = "\u{FEFF}sheet\tz\r\n1-é\t−3\r\n2-😀\t\"4\n5\"\r\n"
        let bytes = text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittleEndian ? [low, high] : [high, low]
        }
        let table = try TextTable(MemorySource(bytes))
        #expect(table.records.map(\.cells) == [["sheet", "z"], ["1-é", "−3"], ["2-😀", "4\n5"]])
        #expect(table.records.map(\.line) == [1, 2, 3])
        #expect(table.dialect.hasByteOrderMark && table.dialect.delimiter == UInt8(ascii: "\t"))
        #expect(try TextTable(MemorySource(bytes + [0x41])).records.count == 3)
        #expect(try TextTable(MemorySource([0xFF, 0xFE])).records.isEmpty)
    }

    @Test func blocksSniffTheirDialect() throws {
        var blocks = try CSVBlocks(sniffing: MemorySource(Array("a;b,c\n1;2\n".utf8)))
        var counts: [Int] = []
        try blocks.forEachRecord { record, _ in
            counts.append(record.count)
            return true
        }
        #expect(counts == [2, 2])
    }
}
