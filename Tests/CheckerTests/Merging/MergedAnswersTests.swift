import Generator
import Record
import Testing

@testable import Checker

@Suite struct MergedAnswersTests {
    private let grading: Grading
    private let codes: [String]

    init() throws {
        let grading = try Grading(
            """
            given: { x: [1, 2, 4] }
            define:
              z: x / 2
              L: z[1] + z[2] + z[3]
            ask: [{ find: "z, L" }]
            """)
        self.grading = grading
        codes = (1...5).map { grading.codes.code(of: $0).text }
    }

    private func merge(_ texts: String..., map: String = "heading,column\n") throws -> MergedAnswers {
        var merged = MergedAnswers(
            grading.codes, named: ColumnNames(SetPlan(grading.calculation)), dialect: CSVDialect())
        let map = try ColumnMap(MemorySource(Array(map.utf8)))
        for (index, text) in texts.enumerated() {
            merged.add(try TextTable(MemorySource(Array(text.utf8))), name: "\(index + 1).csv", map)
        }
        return merged
    }

    private func lines(_ merged: MergedAnswers) -> [String] {
        String(decoding: merged.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func differentSheetsStandOneAfterTheOther() throws {
        let merged = try merge("sheet,L\n\(codes[0]),3\n", "L,sheet\n4,\(codes[1])\n")
        #expect(lines(merged) == ["sheet,L", "\(codes[0]),3", "\(codes[1]),4"])
        #expect(merged.conflicts == [])
    }

    @Test func equalNumbersAreNoConflict() throws {
        let merged = try merge(
            "sheet,z,L\n\(codes[0]),\"[1/2, 1, 2]\",3.5\n", "code,(a) L,z\n\(codes[0].lowercased()),7/2,.5 1 2\n")
        #expect(
            merged.conflicts.map(\.message) == [
                "sheet \(codes[0]), column 'z': '[1/2, 1, 2]' in 1.csv:2, '.5 1 2' in 2.csv:2"
            ])
        let same = try merge("sheet,L\n\(codes[0]),3.5\n", "code,(a) L\n\(codes[0].lowercased()), 7/2\n")
        #expect(same.conflicts == [])
        #expect(lines(same) == ["sheet,L", "\(codes[0]),3.5"])
    }

    @Test func differentNumbersAreListedAndKeptBoth() throws {
        let merged = try merge(
            "sheet,z[1],L\n\(codes[1]),1,3\n\(codes[0]),1,\n", "sheet,L,z[1]\n\n\(codes[0]),4,1.0\n\(codes[1]),8,2\n")
        #expect(
            merged.conflicts.map(\.message) == [
                "sheet \(codes[0]), column 'L': nothing in 1.csv:3, '4' in 2.csv:3",
                "sheet \(codes[1]), column 'z[1]': '1' in 1.csv:2, '2' in 2.csv:4",
                "sheet \(codes[1]), column 'L': '3' in 1.csv:2, '8' in 2.csv:4",
            ])
        let table = lines(merged)
        #expect(table == ["sheet,z[1],L", "\(codes[1]),1 ≠ 2,3 ≠ 8", "\(codes[0]),1,blank ≠ 4"])
        let graded = try grading.grade(table.joined(separator: "\n"))
        #expect(graded.problems.map(\.message) == Array(repeating: CellProblem.typedTwice.message, count: 3))
    }

    @Test func columnsThatOnlyOneHasAreTaken() throws {
        let merged = try merge(
            "sheet,z[1],z[2],L,remark\n\(codes[0]),1,2,,torn\n", "sheet,z[1],L,remark\n\(codes[0]),,9,late\n")
        #expect(merged.conflicts == [])
        #expect(lines(merged) == ["sheet,z[1],z[2],remark,L", "\(codes[0]),1,2,torn / late,9"])
    }

    @Test func rowsWithoutASheetAndSecondRowsAreKept() throws {
        let merged = try merge("sheet,L\n\(codes[0]),1\n\(codes[0]),2\nnobody,3\n", "sheet,L\n\(codes[0]),1\n,5\n")
        #expect(
            lines(merged) == ["sheet,L", "\(codes[0]),1", "\(codes[0]),2", "nobody,3", ",5"])
        #expect(merged.conflicts == [])
    }

    @Test func aDecimalCommaIsReadWhereItIsOne() throws {
        let merged = try merge(
            "sheet,L\n\(codes[0]),3.5\n", "sheet;L;z\n\(codes[0]);3,5;\n\(codes[1]);1,25;\"[1;2;3]\"\n")
        #expect(merged.conflicts == [])
        #expect(lines(merged)[2] == "\(codes[1]),1.25,[1;2;3]")
    }

    @Test func aMapNamesTheColumns() throws {
        let merged = try merge(
            "Q1,Nr\n3,\(codes[0])\n", "sheet,L\n\(codes[0]),3\n", map: "column,heading\nL,Q1\nsheet,Nr\n")
        #expect(lines(merged) == ["L,sheet", "3,\(codes[0])"])
    }
}
