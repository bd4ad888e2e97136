import Generator
import Record
import Testing

@testable import Checker

@Suite struct ColumnMapTests {
    private let plan: SetPlan

    init() throws {
        let grading = try Grading(
            """
            given: { x: [1, 2] }
            define:
              z: 3 * x
              L: z[1] + z[2]
            ask: [{ find: "z, L" }, { question: Why?, mark: by hand, points: 2 }]
            """)
        plan = SetPlan(grading.calculation)
    }

    private func map(_ text: String) throws -> ColumnMap {
        let map = try ColumnMap(MemorySource(Array(text.utf8)))
        try map.check(against: ColumnNames(plan))
        return map
    }

    @Test func headingsOfAPlatform() throws {
        let map = try map(
            """
            Heading;Column
            Question 1: What is $z_1$;a z
            "Frage 2,
             der Verlust";L
            Essay;b points
            SIS User ID;sheet
            Attempt;
            L;
            """)
        let columns = AnswerColumns(
            ["L", "SIS User ID", "Attempt", "Essay", "Frage 2, der Verlust", "Question 1: What  is $z_1$"], map,
            of: plan)
        let places = columns.places[0][0]
        #expect(places.answers == [.whole(column: 5, entry: 0), .whole(column: 5, entry: 1), .own(4)])
        #expect(places.points == [3])
        #expect(columns.sheet == 1)
        #expect(columns.missing == [])
        #expect(map.absent(from: ["L", "Essay"]).map(\.line) == [2, 3, 6, 7])
        #expect(map.sheetColumn(in: ["Essay", "SIS User ID"]) == 1)
    }

    @Test func pointsGivenBesides() throws {
        let map = try map("heading,column\nBonus,Adjust\n")
        #expect(AnswerColumns(["sheet", "Bonus"], map, of: plan).adjustment == 1)
    }

    @Test(arguments: [
        ("heading,name\nQ1,L\n", 1, "expected the headings 'heading' and 'column', found heading, name;"),
        ("", 1, "expected the headings 'heading' and 'column', found nothing;"),
        ("heading,column\nQ1,L\n\nQ2,z[3]\n", 4, "the set has no column 'z[3]'; did you mean 'z[1]'?"),
        (
            "heading,column\nQ1,somewhere\n", 2,
            "the set has no column 'somewhere'; its columns are sheet, student, z[1],"
        ),
        ("heading,column\nQ1,L\nQ 1,z\n", 3, "the heading 'Q 1' stands in a row above already"),
        ("heading,column\n,L\n", 2, "the heading of the answers is missing in this row"),
    ]) func mistakes(_ text: String, _ line: Int, _ message: String) throws {
        let error = #expect(throws: ColumnMapError.self) { try map(text) }
        #expect(error?.line == line)
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }
}
