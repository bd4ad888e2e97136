import Generator
import Template
import Testing

@testable import Checker

@Suite struct QuestionHeadingTests {
    private let single: SetPlan
    private let several: SetPlan

    init() throws {
        let grading = try Grading(
            """
            given: { x: [1, 2] }
            define:
              z: 3 * x
              L: z[1] + z[2]
            ask: [{ find: "z, L" }]
            """)
        single = SetPlan(grading.calculation)
        several = SetPlan(
            [SetChoice.always, .always].problems,
            [grading.calculation, grading.calculation], seed: 3)
    }

    @Test(arguments: [
        "1234567: z[1]", "1234567: What is z[1]?", "Q1 z[1]", "q12. z[1]", "Question 3: z[1]", "Question 3 - z[1]",
        "z[1] [1 pt]", "z[1] (2.0 points)", "z[1] *", "3. z[1]", "3) (a) z[1]:", "Part a z[1]",
        "Enter the value of z[1]. [1,5 pts]", "Please give your answer for z [1] =",
    ]) func aQuestionIsItsNumbers(_ heading: String) {
        #expect(AnswerColumns([heading], of: single).places[0][0].answers[0] == .own(0))
    }

    /// Points and comments of a question are no answers, and a question that only mentions a number may be any.
    @Test(arguments: [
        "Points - z[1]", "Feedback - z[1]", "z[1] [Score]", "z[1] [Feedback]", "z[1] of z", "Response 1", "1.0",
        "Grade/10.00", "Q", "1234:", "? *", "is z[1] > L",
    ]) func otherColumnsAreNot(_ heading: String) {
        #expect(AnswerColumns([heading], of: single).places[0][0].answers.allSatisfy { $0 == .missing })
    }

    @Test func aNumberBeforeAPointIsTheProblems() {
        func columns(_ headings: String...) -> [String] { AnswerColumns(headings, of: several).missing }
        let all = ["1.z[1]", "1.z[2]", "1.L", "2.z[1]", "2.z[2]", "2.L"]
        #expect(columns("2. L") == all.filter { $0 != "2.L" })
        #expect(columns("1. 2.L") == all.filter { $0 != "2.L" })
        #expect(columns("2: L", "Q1 L", "3. L") == all)
    }

    @Test func twoQuestionsOfOneNumberAreSaid() {
        let columns = AnswerColumns(["1: z[1]", "2: z[1]", "Tell me L now"], of: single)
        #expect(columns.places[0][0].answers[0] == .own(0))
        #expect(columns.repeated == ["2: z[1]"])
        #expect(columns.misspelt.map(\.nearest) == ["L"])
    }

    @Test(arguments: [
        "Sheet code (top right)", "Your sheet's code", "What is the code of your sheet? *", "1: Sheet code [0 pts]",
        "Code at the top right corner of the sheet",
    ]) func questionsForTheCode(_ heading: String) {
        #expect(AnswerColumns(["L", heading], of: single).sheet == 1)
    }

    @Test(arguments: ["Answer sheets", "Zip code", "Number of sheets", "Course code", "Section"])
    func otherCodes(_ heading: String) { #expect(AnswerColumns([heading], of: single).sheet == nil) }

    @Test func aPlainHeadingIsBetterThanAQuestion() {
        let columns = AnswerColumns(["Code of your sheet", "Sheet code"], of: single)
        #expect(columns.sheet == 1)
        #expect(columns.repeated == [])
    }
}
