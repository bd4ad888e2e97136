import Foundation
import Testing

/// `psgen check` of several tables, and of a learning platform's.
@Suite struct SeveralAnswersTests {
    private let folder: TestFolder
    private let codes: [String]
    private let right: [String]

    init() throws {
        folder = try TestFolder()
        try folder.make("q2", "--count", "4", "--seed", "7", "--out", "set", "--no-pages")
        let key = try Sheet(folder, "set/instructor/key.csv")
        codes = try key.column("sheet")
        right = try key.column("L")
    }

    @Test func twoPeopleTypedTheSameSheets() throws {
        try folder.write("sheet,L\n\(codes[0]),\(right[0])\n\(codes[1]),\(right[1])\n", to: "set/a.csv")
        try folder.write(
            "sheet,L\n\(codes[1]),999\n\(codes[0]),\(right[0])\n\(codes[2]),\(right[2])\n", to: "set/b.csv")
        let outcome = try folder.psgen("check", "set/a.csv", "set/b.csv")
        #expect(outcome.status == 1)
        let conflict = "sheet \(codes[1]), column 'L': '\(right[1])' in set/a.csv:3, '999' in set/b.csv:2"
        #expect(outcome.output.components(separatedBy: conflict).count == 2)
        #expect(outcome.output.contains("3 sheets graded"))
        let graded = try Sheet(folder, "set/a.merged.graded.csv")
        #expect(try graded.column("L verdict") == ["correct", "unreadable", "correct"])

        // Again, the same comes out; a merged table that was mended is graded, not written over.
        #expect(try folder.psgen("check", "set/a.csv", "set/b.csv").output == outcome.output)
        let mended = try #require(folder.text("set/a.merged.csv")).replacing(" ≠ 999", with: "")
        try folder.write(mended, to: "set/a.merged.csv")
        let refused = try folder.psgen("check", "set/a.csv", "set/b.csv")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("set/a.merged.csv is there already and is not what these files make"))
        #expect(try #require(folder.text("set/a.merged.csv")) == mended)
        #expect(try folder.psgen("check", "set/a.merged.csv").status == 1)
        #expect(
            try Sheet(folder, "set/a.merged.graded.csv").column("L verdict") == Array(repeating: "correct", count: 3))
    }

    @Test func aPlatformsHeadings() throws {
        try folder.write("Which sheet?,\"2. The loss, please\"\n\(codes[3]),\(right[3])\n", to: "set/form.csv")
        try folder.write("heading,column\nWhich sheet?,sheet\n\"2. The loss, please\",L\n", to: "map.csv")
        _ = try folder.psgen("check", "set/form.csv", "--columns", "map.csv")
        #expect(try Sheet(folder, "set/form.graded.csv").column("L verdict") == ["correct"])

        try folder.write("heading,column\nWhich sheet?,sheet\nLoss,l\nOther,\n", to: "map.csv")
        let outcome = try folder.psgen("check", "set/form.csv", "--columns", "map.csv")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("map.csv:3: error: the set has no column 'l'; did you mean 'L'?"))
    }

    @Test func aPartThatWasBadGivesEveryoneItsPoints() throws {
        try folder.write("sheet,L,adjust,comment\n\(codes[0]),999,1,kind\n", to: "set/a.csv")
        _ = try folder.psgen("check", "set/a.csv", "--void", "b,c")
        let graded = try Sheet(folder, "set/a.graded.csv")
        #expect(try graded.column("points") == ["8"])
        #expect(try graded.column("dL/dW1[2,1] points") == ["1.5"])
        #expect(try graded.column("comment") == ["kind"])
        let outcome = try folder.psgen("check", "set/a.csv", "--void", "e")
        #expect(outcome.errors == "Error: --void: the set has no part 'e'; its parts are a, b, c\n")
    }

    @Test func gradesForALearningPlatform() throws {
        let roster =
            "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n=Ada,7,a,ada,1\nBo,8,b,bo,1\n"
        try folder.write(roster, to: "class.csv")
        let made = try folder.psgen(
            "make", Program.template("q2"), "--roster", "class.csv", "--seed", "7", "--out", "canvas", "--no-pages")
        try #require(made.status == 0, "\(made.errors)")
        var answers = try Sheet(folder, "canvas/instructor/key.csv")
        #expect(answers.rows.count == 2)
        answers[1, "L"] = "999"
        try folder.write(answers.text, to: "canvas/a.csv")
        let outcome = try folder.psgen("check", "canvas/a.csv", "--gradebook", "canvas", "--roster", "class.csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            folder.text("canvas/a.canvas.csv") == """
                Student,ID,SIS User ID,SIS Login ID,Section,Backpropagation by hand
                "    Points Possible",,,,,12
                '=Ada,7,a,ada,1,12
                Bo,8,b,bo,1,11

                """)
        let refused = try folder.psgen("check", "canvas/a.csv", "--gradebook", "moodle")
        #expect(refused.status == 1)
        #expect(refused.errors.hasPrefix("Error: --gradebook moodle needs one of the columns"))
    }

    @Test func aCorrectedTemplateRegradesASet() throws {
        let text = "given: { x: { draw: 2..9 } }\ndefine: { z: x * 2, L: z + 1 }\nask: [{ find: 'z, L', points: 4 }]\n"
        try folder.write(text, to: "t.yaml")
        let made = try folder.psgen("make", "t.yaml", "--count", "3", "--seed", "1", "--out", "old", "--no-pages")
        try #require(made.status == 0, "\(made.errors)")
        try folder.write(text.replacing("z + 1", with: "z + 2"), to: "fixed.yaml")
        let fixed = try folder.psgen("make", "fixed.yaml", "--count", "3", "--seed", "1", "--out", "new", "--no-pages")
        try #require(fixed.status == 0, "\(fixed.errors)")
        let (old, new) = (try Sheet(folder, "old/instructor/key.csv"), try Sheet(folder, "new/instructor/key.csv"))
        #expect(try old.column("z") == new.column("z"))
        var answers = old
        answers[1, "L"] = new[1, "L"]
        try folder.write(answers.text, to: "old/a.csv")
        let outcome = try folder.psgen("check", "old/a.csv", "--template", "fixed.yaml")
        let codes = try old.column("sheet")
        let changes =
            "changes the points of 3 sheets:\n  \(codes[0]): 4 → 2\n  \(codes[1]): 2 → 4\n  \(codes[2]): 4 → 2\n"
        #expect(outcome.output.contains(changes), "\(outcome.output) \(outcome.errors)")
        #expect(try Sheet(folder, "old/a.graded.csv").column("points") == ["2", "4", "2"])

        try folder.write(text.replacing("{ x: ", with: "{ c: 1, x: "), to: "other.yaml")
        let refused = try folder.psgen("check", "old/a.csv", "--template", "other.yaml")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("a corrected template must give the same quantities"), "\(refused.errors)")
    }
}
