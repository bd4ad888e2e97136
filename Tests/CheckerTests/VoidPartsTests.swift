import Generator
import Testing

@testable import Checker

@Suite struct VoidPartsTests {
    private let grading: Grading
    private let code: String

    init() throws {
        grading = try Grading(
            """
            given: { x: [1, 2] }
            define:
              z: 3 * x
              L: z[1] + z[2]
            ask:
              - { find: z, points: 2, grade: all }
              - { find: L, points: 3 }
              - { question: Why?, mark: by hand, points: 4 }
            """)
        code = grading.codes.code(of: 1).text
    }

    /// Points and verdicts of the three answers, then the sum.
    private func graded(_ cells: String, headings: String = "sheet,z[1],z[2],L,c points", void: String...) throws
        -> [String]
    {
        let graded = try grading.grade(
            "\(headings)\n\(code),\(cells)\n", void: VoidParts(void, of: SetPlan(grading.calculation)))
        #expect(graded.problems == [])
        let own = headings.split(separator: ",").count
        let written = graded.rows[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return stride(from: own, to: written.count - 2, by: 3).map { "\(written[$0]) \(written[$0 + 1])" }
            + [written[written.count - 2]]
    }

    @Test func everyoneGetsThePointsOfAVoidPart() throws {
        #expect(try graded("3,7,1,") == ["correct 0", "wrong 0", "wrong 0", "0"])
        #expect(try graded("3,7,1,", void: "a") == ["correct 1", "wrong 1", "wrong 0", "2"])
        #expect(try graded("3,,,2", void: "a, (b)") == ["correct 1", "blank 1", "blank 3", "7"])
        #expect(try graded(",,,1", void: "b", "c") == ["blank 0", "blank 0", "blank 3", "7"])
    }

    @Test func unknownPartsAreNamed() {
        let error = #expect(throws: VoidPartsError.self) { try VoidParts(["a,d"], of: SetPlan(grading.calculation)) }
        #expect(error?.message == "the set has no part 'd'; its parts are a, b, c")
    }

    @Test func pointsAreGivenAndTakenBesides() throws {
        let headings = "sheet,z[1],z[2],L,c points,Adjust,comment"
        #expect(try graded("3,6,9,4,-1.5,late", headings: headings).last == "7.5")
        #expect(try graded("3,6,1,0,1/2,", headings: headings).last == "2.5")
        #expect(try graded("3,6,1,,,", headings: headings).last == "2")
        let bad = try grading.grade("sheet,L,adjust\n\(code),9,much\n")
        #expect(bad.problems.map(\.column) == ["adjust"])
        #expect(bad.rows[0].hasSuffix(",3,9"))
    }
}
