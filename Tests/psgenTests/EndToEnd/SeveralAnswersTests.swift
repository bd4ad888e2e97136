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
        #expect(try graded.column("dL/dW1[2,1] points") == ["3"])
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
}
