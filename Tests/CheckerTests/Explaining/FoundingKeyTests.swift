import Exact
import Testing

@testable import Checker

/// The founding quiz's own key, and single mistakes in it, as answers.
@Suite struct FoundingKeyTests {
    private let half = "the ½ in L was not used in the derivative"

    @Test func theKeyIsAudited() throws {
        let audit = try FoundingAnswers.marks([11: "42", 12: "28"])
        #expect(audit.verdicts == "cccccccccccee" + "c")
        #expect(audit.points == "8")
        #expect(audit.notes[11] == "42 is twice 21: \(half)")
        #expect(audit.notes[12] == "this is the number for dL/dW1[2,1], where \(half)")
        #expect(
            audit.notes[13]
                == "right here, though it was worked out for dL/dW2[2,2]: 28 comes out here if \(half)")
    }

    @Test func aMistakeCostsItsFirstQuantityOnce() throws {
        let once = try FoundingAnswers.marks([11: "42", 12: "14", 13: "28"])
        #expect(once.verdicts == "ccccccccccceee")
        #expect(once.notes[11] == "42 is twice 21: \(half)")
        #expect(once.notes[13] == "28 is twice 14: \(half); this costs points only once")
        #expect(once.points == "10")
        let each = try FoundingAnswers.marks([11: "42", 12: "14", 13: "28"], marking: "marking: { charge: each }\n")
        #expect(each.points == "5")
        let credit = try FoundingAnswers.marks(
            [11: "42", 12: "14", 13: "28"], marking: "marking: { half-forgotten: 1/2 }\n")
        #expect(credit.points == "11")
    }

    @Test func oneNumberIsSaidToComeOut() throws {
        let single = try FoundingAnswers.marks([11: "42", 12: "", 13: ""])
        #expect(single.verdicts == "cccccccccccebb")
        #expect(single.notes[11] == "42 is what comes out if \(half)")
        // Two numbers that are right speak against it.
        #expect(try FoundingAnswers.marks([11: "42"]).verdicts == "cccccccccccwcc")
    }

    @Test func aBiasThatIsDroppedCostsOneQuantity() throws {
        // z1 = W1 x without b1, everything after from there.
        let dropped = try FoundingAnswers.marks([
            0: "1", 1: "3", 2: "2", 3: "1", 4: "3", 5: "2", 6: "8", 7: "7", 8: "-2", 9: "3", 10: "1.125",
            11: "10.5", 12: "4.5", 13: "6",
        ])
        #expect(dropped.verdicts.hasPrefix("eeefff"))
        #expect(dropped.verdicts.dropFirst(3).allSatisfy { $0 == "f" })
        #expect(dropped.notes[0] == "the bias b⁽¹⁾ was not added in z⁽¹⁾")
        #expect(dropped.points == "11")
    }

    @Test func twoAnswersInEachOthersPlace() throws {
        let exchanged = try FoundingAnswers.marks([11: "7", 12: "21"])
        #expect(exchanged.verdicts == "cccccccccccee" + "c")
        #expect(exchanged.notes[11] == "this is the number for dL/dW2[2,2]")
        #expect(exchanged.notes[12] == "this is the number for dL/dW3[2]")
        #expect(exchanged.points == "8")
    }

    /// A value on the way that nobody asks for: ∂L/∂ŷ was taken as 4.5.
    @Test func whatFollowsFromAnUnaskedSlipEarnsItsPoints() throws {
        let slip = try FoundingAnswers.marks([11: "27", 12: "9", 13: "18"])
        #expect(slip.verdicts == "cccccccccccwff")
        #expect(slip.notes[11] == "this is what ∂L/∂ŷ = 4.5 leads to; it is 3.5")
        #expect(slip.notes[12] == "right for ∂L/∂ŷ = 4.5")
    }

    @Test func numbersWithoutMeaningAreNotExplained() throws {
        let odd = try FoundingAnswers.marks([11: "33", 12: "-19", 13: "51"])
        #expect(odd.verdicts == "cccccccccccwww")
        #expect(odd.notes.isEmpty)
    }
}
