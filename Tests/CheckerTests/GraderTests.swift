import Generator
import Testing

@testable import Checker

@Suite struct GraderTests {
    private let grading: Grading
    private let codes: [String]

    init() throws {
        let grading = try Grading(
            """
            given: { x: [1, 2, 4], k: 1/2 }
            define:
              z: k * x
              L: z[1] + z[2] + z[3]
            ask: [{ find: "z, L", points: 2 }, { find: dL/dx, points: 1.5 }]
            """)
        self.grading = grading
        codes = (1...5).map { grading.codes.code(of: $0).text }
    }

    @Test func aTableOfAllVerdicts() throws {
        let text = "sheet,z[1],z[2],z[3],L\n\(codes[0]),1/2,1,2,3.5\n\(codes[1]),.5,2,,x\n"
        let graded = try grading.grade(text)
        let asked = ["z[1]", "z[2]", "z[3]", "L", "dL/dx[1]", "dL/dx[2]", "dL/dx[3]"]
        let headings = asked.flatMap { ["\($0) verdict", "\($0) points", "\($0) note"] }
        #expect(
            graded.header
                == (["sheet", "z[1]", "z[2]", "z[3]", "L"] + headings + ["points", "out of"]).joined(separator: ","))
        let (blank, third) = ("blank,0,", "correct,0.3333,")
        let blanks = [blank, blank, blank].joined(separator: ",")
        let note = "\"“x” is not a number; expected one such as 21, -3.5 or 49/8\""
        #expect(
            graded.rows == [
                "\(codes[0]),1/2,1,2,3.5,\(third),\(third),\(third),correct,1,,\(blanks),2,3.5",
                "\(codes[1]),.5,2,,x,\(third),wrong,0,,\(blank),unreadable,0,\(note),\(blanks),0.33,3.5",
            ])
        #expect(graded.problems.map(\.line) == [3])
        #expect(graded.problems.map(\.column) == ["L"])
    }

    @Test func aCellOfAWholeQuantityIsReadOnceAndNamedOnce() throws {
        let text = "sheet,z,dL/dx\n\(codes[0]),\"[0.5, 1, 2]\",\"[1/2, 1/2]\"\n\(codes[1]),[.5 1 3],[1/2;1/2;1/2]\n"
        let graded = try grading.grade(text)
        #expect(graded.problems.map(\.message) == ["expected 3 numbers, as in [1, 2, 3], found 2"])
        #expect(graded.problems.map(\.column) == ["dL/dx"])
        #expect(graded.rows.map { $0.split(separator: ",").suffix(2).joined(separator: ",") } == ["1,3.5", "2.17,3.5"])
    }

    @Test func rowsWithoutASheetAreKeptAndNotGraded() throws {
        let graded = try grading.grade("sheet,L\nnobody,3.5\n,3.5\n,\n\(codes[4]),3.5\n")
        #expect(graded.problems.map(\.line) == [2, 3])
        #expect(graded.rows.count == 4)
        #expect(graded.rows[0].hasPrefix("nobody,3.5,,"))
        #expect(graded.rows[3].hasSuffix(",1,3.5"))
        #expect(Set(graded.rows.map { row in row.count { $0 == "," } }).count == 1)
    }

    @Test func secondRowsOfASheetAreReportedOnly() throws {
        var summary = GradingSummary(SetPlan(grading.calculation), sheetCount: 5)
        #expect(summary.repeatedLines([(1, 2), (2, 3)]) == [:])
        #expect(summary.repeatedLines([(3, 4), (1, 5), (3, 6)]) == [5: 2, 6: 4])
        #expect(summary.isClean)
        summary.report("something")
        #expect(!summary.isClean)
        let closing = summary.closing(path: "a.csv", gradedPath: "a.graded.csv")
        #expect(
            closing == "\nsomething\n0 sheets graded; see a.graded.csv\n2 of the set's 5 sheets have no row\n")
        let limited = summary.closing(path: "a.csv", gradedPath: "a.graded.csv", limit: "only the first")
        #expect(limited.contains("\nonly the first\n"), "where the search was cut is printed")
    }
}
