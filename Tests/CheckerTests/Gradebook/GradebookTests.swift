import Generator
import Record
import Testing

@testable import Checker

@Suite struct GradebookTests {
    private let grading: Grading
    private var codes: SheetCodes { grading.codes }

    init() throws {
        grading = try Grading("{given: {x: [1, 2]}, define: {L: 'x[1] + x[2]'}, ask: [{find: L}]}", count: 3)
    }

    /// A gradebook with the students of a class list, or of answers with some headings.
    private func gradebook(
        _ name: String, _ title: String, _ headings: [String] = [], list: String? = nil
    ) throws -> Gradebook {
        let classList = try list.map { ClassList(try Roster(MemorySource(Array($0.utf8))), codes: codes) }
        let columns = AnswerColumns(headings, of: SetPlan(grading.calculation))
        return try Gradebook(format(name), title: title, answers: columns, classList: classList)
    }

    private func format(_ name: String) throws -> GradebookFormat {
        try #require(GradebookFormat.all.first { $0.name == name })
    }

    private func rows(_ gradebook: Gradebook, _ grades: [(sheet: Int, cells: String)]) throws -> [String] {
        var writer = CSVWriter()
        for (sheet, cells) in grades {
            try (cells + "\n").utf8.map { $0 }.withUnsafeBytes { bytes in
                var tokens = CSVTokens(bytes, delimiter: UInt8(ascii: ","))
                _ = try tokens.next()
                gradebook.write(
                    sheet: sheet, tokens.record, points: Array("7.5".utf8), feedback: "L: wrong", to: &writer)
            }
        }
        return String(decoding: gradebook.header(outOf: "12") + writer.bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    @Test func canvasWithItsOwnColumnsInTheAnswers() throws {
        let headings = ["sheet", "ID", "Student", "L", "Section", "SIS User ID"]
        let gradebook = try gradebook("canvas", "Quiz 3", headings)
        #expect(
            try rows(gradebook, [(1, "001,17,\"Li, Wei\",3,A,=9"), (2, "002,18,Bo")]) == [
                "Student,ID,SIS User ID,SIS Login ID,Section,Quiz 3", "\"    Points Possible\",,,,,12",
                "\"Li, Wei\",17,'=9,,A,7.5", "Bo,18,,,,7.5",
            ])
    }

    @Test func moodleWithAClassList() throws {
        let list = "First name;Surname;ID number;Email address\nWei;Li;1;wei@a.example\nBo;Ek;2;bo@a.example\n"
        let gradebook = try gradebook("moodle", "Quiz", list: list)
        #expect(
            try rows(gradebook, [(2, ""), (3, ""), (1, "")]) == [
                "First name,Last name,ID number,Email address,Quiz,Quiz feedback", "Bo,Ek,2,bo@a.example,7.5,L: wrong",
                "Wei,Li,1,wei@a.example,7.5,L: wrong",
            ])
    }

    @Test func aClassListOfCanvasWithCodes() throws {
        let (first, third) = (codes.code(of: 1).text, codes.code(of: 3).text)
        let list = "Student,ID,Section,Sheet\n    Points Possible,,,\nAda,5,A,\(third)\nBo,6,B,\(first)\nCy,7,B,x\n"
        let gradebook = try gradebook("canvas", "Q", list: list)
        #expect(try rows(gradebook, [(1, ""), (2, ""), (3, "")]).dropFirst(2) == ["Bo,6,,,B,7.5", "Ada,5,,,A,7.5"])
    }

    @Test func whatCannotBeImportedIsRefused() throws {
        let error = #expect(throws: GradebookError.self) {
            try gradebook("moodle", "Q", ["sheet", "First name"])
        }
        #expect(
            error?.message
                == "--gradebook moodle needs one of the columns 'Username', 'ID number', 'Email address', which the"
                + " answers do not have; give the class list with --roster")
    }
}
