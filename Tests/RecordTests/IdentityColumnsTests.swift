import Testing

@testable import Record

@Suite struct IdentityColumnsTests {
    /// Headings as each platform exports them, with a row, the name and the number that it tells.
    static let exports: [(headings: String, row: String, name: String, number: String)] = [
        // Canvas: the gradebook, and a quiz's student analysis.
        ("Student|ID|SIS User ID|SIS Login ID|Section|Quiz 1 (77)", "Li, Wei|17|u4|wl1|A|5", "Li, Wei", "u4"),
        (
            "name|id|sis_id|section|section_id|section_sis_id|submitted|attempt|77: z1[1]|1.0|n correct|score",
            "Wei Li|17||A|3|s3|2024-04-17|1|5|0|1|1", "Wei Li", "17"
        ),
        // Moodle: a quiz's responses, old and new.
        (
            "Surname|First name|ID number|Email address|State|Started on|Completed|Time taken|Grade/10.00|Response 1",
            "Li|Wei|u4|wei@a.example|Finished|x|y|9 mins|7.00|5", "Wei Li", "u4"
        ),
        (
            "Last name|First name|Username|ID number|Email address|Status|Started|Completed|Duration|Response 1",
            "Li||wl1|||Finished|x|y|9|5", "Li", ""
        ),
        // Gradescope.
        ("First Name|Last Name|SID|Email|Sections|Total Score", "Wei|Li|u4|wei@a.example|A|3", "Wei Li", "u4"),
        // Microsoft Forms numbers the responses.
        ("ID|Start time|Completion time|Email|Name|z1[1]", "1|x|y|wei@a.example|Wei Li|5", "Wei Li", ""),
    ]

    @Test(arguments: exports) func namesAndNumbers(_ headings: String, _ row: String, _ name: String, _ number: String)
    {
        let columns = IdentityColumns(headings.split(separator: "|").map(String.init))
        let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        #expect(columns.areKnown)
        #expect(columns.name { cells[$0] } == name)
        #expect(columns.number { cells[$0] } == number)
    }

    @Test func whoHasNoNameIsKnownOtherwise() {
        let google = IdentityColumns(["Timestamp", "Email Address", "Score", "Sheet code"])
        #expect(google.identity { ["2024/04/17", "wei@a.example", "3", "001-ABCD"][$0] } == "wei@a.example")
        #expect(google.name { _ in "x" } == "")
        #expect(!google.haveNames && google.areKnown)
        #expect(!IdentityColumns(["Timestamp", "Score", "Section"]).areKnown)
    }

    @Test func aClassListOfEachKindNamesItsStudents() throws {
        func students(_ text: String) throws -> [Roster.Student] {
            try Roster(MemorySource(Array(text.utf8))).students
        }
        let canvas = try students("Student,ID,SIS User ID,Section\n    Points Possible,,,\n\"Li, Wei\",17,u4,A\n")
        #expect(canvas.map(\.name) == ["Li, Wei"] && canvas.map(\.number) == ["u4"])
        #expect(try students("E-mail\nwei@a.example\n").map(\.answersName) == ["wei@a.example"])
        #expect(try students("Wei Li\nAda\n").map(\.name) == ["Wei Li", "Ada"])
    }
}
