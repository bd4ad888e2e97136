import Exact
import Generator
import TestSupport
import Testing

@testable import Checker

/// Credit for what is right after a slip, on the founding network.
@Suite struct FollowThroughTests {
    private func marks(
        _ changes: [Int: String], marking: String = ""
    ) throws -> (verdicts: String, notes: [Int: String], points: String) {
        try FoundingAnswers.marks(changes, marking: marking)
    }

    @Test func whatIsRightAfterASlipEarnsItsPoints() throws {
        let slip = try marks([7: "7", 9: "6", 10: "10.125", 11: "31.5", 12: "9", 13: "18"])
        #expect(slip.verdicts == "cccccccwcffff" + "f")
        #expect(slip.points == "11.67")
        #expect(slip.notes[9] == "right for your own z2[2]")
        #expect(slip.notes[11] == "right for your own z2[2], yhat")
        #expect(slip.notes[13] == "right for your own yhat")
    }

    @Test func theTemplateSaysHowMuch() throws {
        let changes = [9: "6", 10: "10.125"]
        #expect(try marks(changes).points == "11")
        #expect(try marks(changes, marking: "marking: { follow-through: 1/3 }").points == "10.33")
        let none = try marks(changes, marking: "marking: { follow-through: 0 }")
        #expect(none.verdicts == "cccccccccwwccc" && none.points == "10")
    }

    @Test func numbersThatEmptyTheQuestionEarnNothing() throws {
        #expect(try marks([9: "1.5", 10: "0", 11: "0", 12: "0", 13: "0"]).verdicts == "cccccccccwwwww")
        let zeros = try marks(Dictionary(uniqueKeysWithValues: FoundingAnswers.right.indices.map { ($0, "0") }))
        #expect(zeros.verdicts.suffix(8) == "wwwwwwww")
    }

    @Test func aSlipToASmallNumberIsNoTrick() throws {
        // z1[2] = 1 leaves products with a factor 1 alone, but is off by one.
        let slip = try marks([1: "1", 4: "1"])
        #expect(slip.verdicts == "cwccfccccccccc")
    }

    @Test func aBlankVoidsNothingAndRightAnswersStayRight() throws {
        let blank = try marks([7: "7", 9: "", 10: "10.125"])
        #expect(blank.verdicts == "cccccccwcbfccc")
        #expect(try marks([0: "7"]).verdicts == "wccccccccccccc")
        #expect(try marks([11: "43", 12: "29"]).verdicts == "cccccccccccwwc")
    }

    @Test("A wrong number anywhere, and all behind it right for it, follows through", arguments: UInt64(0)..<40)
    func consistentAnswers(seed: UInt64) throws {
        let grading = try Grading(FoundingAnswers.template, count: 1)
        var random = SplitMix(seed: seed)
        let follow = try #require(FollowThrough(grading.calculation.template))
        let machine = follow.machine
        let given = try grading.machine(ofSheet: 1)
        let wrong = Int.random(in: 0..<11, using: &random)
        var answers = grading.answers(given).map { number -> Rational? in
            if case .exact(let number) = number { number } else { nil }
        }
        answers[wrong] = answers[wrong].map { $0 + Rational(Int.random(in: 3...9, using: &random)) }
        machine.copyInputs(of: given, lanes: 1)
        if let answer = answers[wrong] { machine.override(pin: wrong, with: .exact(answer), lane: 0) }
        machine.run(lanes: 1)
        let calculation = follow.calculation
        let consistent = calculation.asked.map { entry -> Rational? in
            if case .exact(let number) = machine.number(at: calculation.location(ofValue: entry.value), lane: 0) {
                number
            } else {
                nil
            }
        }
        let all = Set(answers.indices.filter { consistent[$0] != grading.right(given, $0) })
        let followed = follow.follow(consistent, wrong: all, given: given, with: follow.machine)
        #expect(Set(followed.keys) == all.subtracting([wrong]), "seed \(seed), answer \(wrong)")
    }
}
