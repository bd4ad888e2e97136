import Record
import Testing

@testable import Checker

@Suite struct ClassListTests {
    private let codes = SheetCodes(seed: 3, count: 3)

    private func list(_ text: String) throws -> ClassList {
        ClassList(try Roster(MemorySource(Array(text.utf8))), codes: codes)
    }

    @Test func inTheOrderOfTheSheets() throws {
        // The row without a student has no sheet, as when the sheets were made.
        let list = try list("Name,Email\nAda,a@x.example\n,\nBo,b@x.example\nCy,\nDi,\n")
        #expect((1...4).map { list.name(ofSheet: $0) } == ["Ada", "Bo", "Cy", nil])
        #expect(list.row(ofSheet: 2) == ["Bo", "b@x.example"])
        #expect(list.problems == ["6: the set has 3 sheets; none is left for those from here on"])
        #expect(try self.list("Ada\nBo\n").name(ofSheet: 1) == "Ada")
    }

    @Test func byCodes() throws {
        let (first, third) = (codes.code(of: 1).text, codes.code(of: 3).text)
        let list = try list("Sheet code,Name\n\(third),Ada\n,Bo\n\(first),Cy\n\(third),Di\nx,Ed\n")
        #expect((1...3).map { list.name(ofSheet: $0) } == ["Cy", nil, "Ada"])
        #expect(
            list.problems == [
                "5: sheet \(third) is another student's already", "6: 'x' is \(CodeProblem.notACode.message)",
            ])
    }

    @Test(arguments: [
        "Ada Lovelace", "Lovelace, Ada", "ada", "LOVELACE", "Ada Lovelase", "a@x.example", "u 4", "", "–",
    ])
    func sayTheSame(_ name: String) throws {
        let list = try list("First name,Last name,Email,SID\nAda,Lovelace,a@x.example,U-4\n")
        #expect(list.agrees(name, ofSheet: 1))
        #expect(list.agrees(name, ofSheet: 2))
    }

    @Test(arguments: ["Ada Byron", "Bo", "Ida Lovelace", "b@x.example", "u 5"])
    func contradict(_ name: String) throws {
        let list = try list("First name,Last name,Email,SID\nAda,Lovelace,a@x.example,U-4\n")
        #expect(!list.agrees(name, ofSheet: 1))
    }
}
