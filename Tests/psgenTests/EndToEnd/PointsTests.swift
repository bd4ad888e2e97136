import Foundation
import Testing

/// Points that are earned otherwise than answer by answer.
@Suite struct PointsTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func allOrNothingAndPointsByHand() throws {
        try folder.write(
            """
            given: { x: { draw: 1..99 } }
            define: { s: x + 2, t: s + 1, u: t * 2 }
            ask:
              - { find: "s, t", points: 4, grade: all }
              - { text: Why?, points: 3, mark: by hand }
              - { find: u, points: 1 }
            """, to: "t.yaml")
        let made = try folder.psgen("make", "t.yaml", "--count", "4", "--seed", "1", "--out", "set")
        try #require(made.status == 0, "\(made.errors)")
        let key = try Sheet(folder, "set/instructor/key.csv")
        var answers = try Sheet(folder, "set/answers.csv")
        for row in answers.rows.indices {
            for column in ["s", "t", "u"] { answers[row, column] = key[row, column] }
        }
        for (row, points) in ["1.5", "", "4", "3"].enumerated() { answers[row, "b points"] = points }
        answers[1, "t"] = "0"
        try folder.write(answers.text, to: "answers.csv")
        let checked = try folder.psgen("check", "answers.csv", "--set", "set")
        #expect(checked.status == 1)
        #expect(
            checked.output.contains(
                "answers.csv:4: column 'b points': 4 is no number of points from 0 to 3; it counts as 0"))
        #expect(checked.output.contains("1 part is still to be marked by hand; blank points count as 0"))
        let graded = try Sheet(folder, "answers.graded.csv")
        #expect(try graded.column("points") == ["6.5", "1", "5", "8"])
        #expect(try graded.column("out of") == ["8", "8", "8", "8"])
        #expect(try graded.column("s verdict") == Array(repeating: "correct", count: 4))
        #expect(try graded.column("s points") == ["2", "0", "2", "2"])
    }

    /// Of derivatives that do not depend on each other, a mistake costs the one that is asked first; and no derivative of
    /// the loss by itself explains anything.
    @Test func aMistakeCostsWhatIsAskedFirst() throws {
        try folder.write(
            """
            given: { x: 3, W: 2, b: 1, y: 1 }
            define: { z: W * x + b, L: (z - y)^2 }
            variants: { equal: yes }
            ask: [{ find: L, points: 1 }, { find: dL/db, points: 2 }, { find: dL/dW, points: 3 }]
            """, to: "fixed.yaml")
        try folder.psgen("make", "fixed.yaml", "--count", "1", "--out", "set")
        let answers = try #require(folder.text("set/answers.csv"))
        let code = try #require(answers.split(whereSeparator: \.isNewline).last?.split(separator: ",").first)
        try folder.write("sheet,L,dL/db,dL/dW\n\(code),36,6,18\n", to: "half.csv")
        #expect(try folder.psgen("check", "half.csv", "--set", "set").output.contains("4 / 6"))
        try folder.write("sheet,L,dL/db,dL/dW\n\(code),36,7,21\n", to: "other.csv")
        #expect(try folder.psgen("check", "other.csv", "--set", "set").output.contains("4 / 6"))
        let graded = try #require(folder.text("other.graded.csv"))
        #expect(graded.contains("right for ∂L/∂z = 7") && !graded.contains("∂L/∂L"), "\(graded)")
    }
}
