import Generator
import Testing

@testable import Checker

@Suite struct AnswerColumnsTests {
    private let grading: Grading

    init() throws {
        grading = try Grading(
            """
            given: { x: [1, 2], W: [[1, 2]] }
            define:
              z: 3 * x
              v: 2 * W
              L: z[1] + z[2] * x[2] + v[2]
            ask: [{ find: "z, L", points: 2 }, { find: "v[1,2], dL/dx", points: 2 }]
            """, count: 1)
    }

    private func columns(_ headings: String...) -> AnswerColumns {
        AnswerColumns(headings, of: SetPlan(grading.calculation))
    }

    @Test func plainNames() {
        let columns = columns("student", "dL/dx[2]", "sheet", "z[1]", "z[2]", "remark", "L", "v[2]", "dL/dx[1]")
        #expect(columns.sheet == 2)
        #expect(columns.students[.fullName] == 0)
        #expect(columns.places[0][0].answers == [.own(3), .own(4), .own(6), .own(7), .own(8), .own(1)])
        #expect(columns.missing == [])
        #expect(columns.repeated == [])
    }

    @Test(arguments: [
        "z[1]", "a z[1]", "(a) z[1]", "a) z[1]", "a.z[1]", " z [ 1 ] ", "(a)\u{A0}z[1]", "\u{FEFF}z[1]",
    ]) func spellingsOfANumber(_ heading: String) { #expect(columns(heading).places[0][0].answers[0] == .own(0)) }

    @Test(arguments: ["v[2]", "v[1,2]", "v[1, 2]", "b v[2]", "(b) v[1,2]"])
    func spellingsOfARowsEntry(_ heading: String) { #expect(columns(heading).places[0][0].answers[3] == .own(0)) }

    @Test(arguments: ["z[3]", "Z[1]", "b z[1]", "z1", "z[1", "v", "v[1]", "dL/dz[1]", ""])
    func otherNames(_ heading: String) {
        #expect(columns(heading).places[0][0].answers.allSatisfy { $0 == .missing })
        #expect(columns(heading).repeated == [])
    }

    @Test func wholeQuantities() {
        let columns = columns("(a) z", "dL/dx", "L")
        #expect(
            columns.places[0][0].answers == [
                .whole(column: 0, entry: 0), .whole(column: 0, entry: 1), .own(2), .missing,
                .whole(column: 1, entry: 0), .whole(column: 1, entry: 1),
            ])
        #expect(columns.missing == ["v[2]"])
        #expect(columns.sheet == nil)
    }

    @Test func theFirstOfTwoColumnsCounts() {
        let columns = columns("sheet", "L", "a L", "z[1]", "z", "code", "z[1]")
        #expect(columns.places[0][0].answers.prefix(3) == [.own(3), .missing, .own(1)])
        #expect(columns.repeated == ["a L", "z", "code", "z[1]"])
        #expect(columns.sheet == 0)
    }

    @Test(arguments: ["sheet", "Sheet", "SHEET ", "code", "Sheet code", "variant"])
    func columnsOfCodes(_ heading: String) {
        #expect(columns("x", heading).sheet == 1)
    }

    /// A row with a drawn index is not the whole array.
    @Test func drawnIndicesAreAsWritten() throws {
        let grading = try Grading(
            """
            given: { W: [[1, 2], [3, 4]], i: { draw: 1..2 } }
            define: { v: 2 * W }
            ask: [{ find: 'v[i,:]', points: 2 }]
            """, count: 1)
        func places(_ headings: String...) -> [AnswerPlace] {
            AnswerColumns(headings, of: SetPlan(grading.calculation)).places[0][0].answers
        }
        #expect(places("v[i,2]", "v[i,1]") == [.own(1), .own(0)])
        #expect(places("v[i,:]") == [.whole(column: 0, entry: 0), .whole(column: 0, entry: 1)])
        #expect(places("v", "v[1,1]", "v[1]") == [.missing, .missing])
    }
}
