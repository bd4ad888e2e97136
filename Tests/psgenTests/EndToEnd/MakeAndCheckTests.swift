import Foundation
import Testing

@Suite struct MakeAndCheckTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test(arguments: Program.gallery) func aKeyEarnsFullMarksAndAWrongCellLosesItsPoints(_ name: String) throws {
        try folder.make(name, "--count", "24", "--seed", "11", "--out", "set")
        let full = try folder.psgen("check", "set/instructor/key.csv")
        #expect(full.status == 0, "\(full.output)\(full.errors)")
        let graded = try Sheet(folder, "set/instructor/key.graded.csv")
        let key = try Sheet(folder, "set/instructor/key.csv")
        let asked = key.headings.dropFirst()
        // What a person marks is not in the key, and counts as 0 until it is marked.
        let isMarkedByHand = try Sheet(folder, "set/answers.csv").headings.contains { $0.hasSuffix(" points") }
        #expect(full.output.contains("still to be marked by hand") == isMarkedByHand)
        #expect(try (graded.column("points") == graded.column("out of")) == !isMarkedByHand)
        for column in asked {
            #expect(try graded.column(column + " verdict") == Array(repeating: "correct", count: 24))
            #expect(try graded.column(column + " note") == Array(repeating: "", count: 24))
        }

        var changed = key
        var columns: [String] = []
        for row in changed.rows.indices {
            let column = try #require(asked.dropFirst(row % asked.count).first)
            columns.append(column)
            changed[row, column] = "98765.4321"
        }
        try folder.write(changed.text, to: "set/changed.csv")
        let outcome = try folder.psgen("check", "set/changed.csv")
        #expect(outcome.status == 0, "a wrong answer needs no look: \(outcome.errors)")
        let lost = try Sheet(folder, "set/changed.graded.csv")
        for (row, column) in columns.enumerated() {
            let expected = try number(graded[row, "points"]) - number(graded[row, column + " points"])
            #expect(lost[row, column + " verdict"] == "wrong")
            #expect(lost[row, column + " points"] == "0")
            #expect(try abs(number(lost[row, "points"]) - expected) < 0.0051, "sheet \(row + 1), \(column)")
            for other in asked where other != column { #expect(lost[row, other + " verdict"] == "correct") }
        }
    }

    @Test func theSetIsFoundBesideTheAnswersByCodesOrByName() throws {
        for (name, seed) in [("one", "1"), ("two", "2"), ("three", "3")] {
            try folder.make("descent", "--count", "5", "--seed", seed, "--out", "Generated/" + name)
        }
        for place in ["Generated/two/", "Generated/two/instructor/", "", "elsewhere/"] {
            try folder.makeFolder("elsewhere")
            try folder.write(#require(folder.text("Generated/two/instructor/key.csv")), to: place + "class.csv")
            let outcome = try folder.psgen("check", place + "class.csv")
            #expect(outcome.status == 0, "\(place): \(outcome.errors)")
            #expect(outcome.output.contains("5 sheets graded, 100% of the points on average"))
            let graded = try Sheet(folder, place + "class.graded.csv")
            #expect(try graded.column("points") == graded.column("out of"))
        }
        let named = try folder.psgen("check", "class.csv", "--set", "Generated/two", "--out", "elsewhere")
        #expect(named.status == 0)
        #expect(named.output.contains("elsewhere/class.graded.csv"))
        let wrong = try folder.psgen("check", "class.csv", "--set", "Generated/one")
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("0 sheets graded"))
        let none = try folder.psgen("check", "class.csv", "--set", "elsewhere")
        #expect(none.status == 1)
        #expect(none.errors == "Error: elsewhere is not a set: it has no instructor/set.json\n")
    }

    @Test(arguments: ["Sheet", "code", " Sheet code", "variant", "sheet number"])
    func theColumnOfCodesHasSeveralNames(_ heading: String) throws {
        try folder.make("descent", "--count", "5", "--seed", "1", "--out", "Generated/one")
        let key = try #require(folder.text("Generated/one/instructor/key.csv"))
        try folder.write(heading + key.dropFirst("sheet".count), to: "class.csv")
        let outcome = try folder.psgen("check", "class.csv")
        #expect(outcome.output.contains("5 sheets graded, 100% of the points on average"), "\(outcome.errors)")
    }

    @Test func answersThatFitNoSetOrSeveralAreNotGraded() throws {
        try folder.write("sheet,L\n001-ZZZZ,1\n", to: "answers.csv")
        var outcome = try folder.psgen("check", "answers.csv")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("name it with --set"))
        for name in ["one", "two"] {
            try folder.make("descent", "--count", "2", "--seed", "1", "--out", "Generated/" + name)
        }
        try folder.write(#require(folder.text("Generated/one/instructor/key.csv")), to: "answers.csv")
        outcome = try folder.psgen("check", "answers.csv")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("Generated/one, Generated/two"))
        #expect(!folder.has("answers.graded.csv"))
    }

    @Test func theBlankAnswersOfANewSetAreBlank() throws {
        try folder.make("q2", "--count", "3", "--seed", "5", "--out", "set")
        let outcome = try folder.psgen("check", "set/answers.csv")
        #expect(outcome.status == 0)
        let graded = try Sheet(folder, "set/answers.graded.csv")
        #expect(try graded.column("points") == ["0", "0", "0"])
        #expect(try graded.column("L verdict") == ["blank", "blank", "blank"])
    }

    @Test func aSetIsGradedByItsOwnRecord() throws {
        try folder.write(
            "given:\n  a: { draw: 1..9 }\ndefine: { b: 2 * a }\nask: [{ find: b, points: 2 }]\n", to: "t.yaml")
        #expect(try folder.psgen("make", "t.yaml", "--count", "4", "--seed", "9").status == 0)
        try folder.write("nothing of the kind", to: "t.yaml")
        let outcome = try folder.psgen("check", "Generated/t/instructor/key.csv")
        #expect(outcome.status == 0)
        // Whoever changes the given numbers hears of it.
        let given = try #require(folder.text("Generated/t/instructor/given.csv"))
        try folder.write(given + given.split(separator: "\n")[1] + "\n", to: "Generated/t/instructor/given.csv")
        let changed = try folder.psgen("check", "Generated/t/instructor/key.csv")
        #expect(changed.status == 1)
        #expect(changed.errors.contains("given.csv has 5 rows, the set has 4 sheets"))
    }
}
