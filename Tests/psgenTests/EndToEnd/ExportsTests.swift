import Foundation
import Testing

/// Answers as learning platforms and forms export them, class lists and standard input.
@Suite struct ExportsTests {
    private let folder: TestFolder
    private let codes: [String]

    init() throws {
        folder = try TestFolder()
        try folder.write(
            """
            title: Sums
            given: { x: { shape: 2, draw: -9..9 } }
            define: { L: 'x[1] + x[2]', M: 'x[1] * x[2]' }
            ask: [{ find: 'L, M' }]
            """, to: "sums.yaml")
        let made = try folder.psgen("make", "sums.yaml", "--count", "3", "--seed", "7", "--out", "set", "--no-pages")
        try #require(made.status == 0, "\(made.errors)")
        codes = try Sheet(folder, "set/answers.csv").column("sheet")
    }

    private func right(_ row: Int) throws -> (l: String, m: String) {
        let key = try Sheet(folder, "set/instructor/key.csv")
        return (key[row, "L"], key[row, "M"])
    }

    @Test func aQuizOfCanvas() throws {
        let (l, m) = try right(1)
        try folder.write(
            """
            name,id,sis_id,section,submitted,attempt,71: Sheet code (top right),0.0,72: What is L?,1.0,73: M,1.0,n correct,score
            Wei Li,17,u4,A,2024-04-17,1,\(codes[1]),0,\(l),0,\(m),0,0,0
            """, to: "set/quiz.csv")
        let outcome = try folder.psgen("check", "set/quiz.csv", "--gradebook", "canvas")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("\(codes[1])         2 / 2  Wei Li\n"))
        #expect(outcome.output.hasSuffix("the sheets are of the set set\n"))
        #expect(
            folder.text("set/quiz.canvas.csv") == """
                Student,ID,SIS User ID,SIS Login ID,Section,Sums
                "    Points Possible",,,,,2
                Wei Li,17,u4,,A,2

                """)
    }

    @Test func aForm() throws {
        let (l, m) = try right(0)
        try folder.write(
            """
            ID;Start time;Completion time;Email;Name;Sheet code;Points - Sheet code;L;Points - L;M;Points - M
            1;x;y;wei@a.example;;\(codes[0]);;\(l);1;\(m);0
            """, to: "form.csv")
        let outcome = try folder.psgen("check", "form.csv", "--set", "set")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("\(codes[0])         2 / 2  wei@a.example\n"))
        #expect(!outcome.output.contains("the sheets are of"))
        // The responses' numbers are nobody's number in Canvas.
        let refused = try folder.psgen("check", "form.csv", "--set", "set", "--gradebook", "canvas")
        #expect(refused.status == 1 && refused.errors.contains("--gradebook canvas needs one of the columns"))
    }

    @Test func aClassListNamesStudents() throws {
        try folder.write("Name,Sheet\nWei Li,\(codes[2])\nAda,\(codes[0])\n", to: "class.csv")
        let (l, m) = try right(2)
        try folder.write("sheet,L,M\n\(codes[2]),\(l),\(m)\n\(codes[1]),1,2\n", to: "set/a.csv")
        let outcome = try folder.psgen("check", "set/a.csv", "--roster", "class.csv")
        #expect(outcome.output.hasPrefix("\(codes[2])         2 / 2  Wei Li\n"))
        #expect(outcome.output.contains("set/a.csv:3: nobody in the class list has this sheet\n"))
        let graded = try Sheet(folder, "set/a.graded.csv")
        #expect(graded.headings.prefix(5) == ["sheet", "L", "M", "student", "L verdict"])
        #expect(try graded.column("student") == ["Wei Li", ""])

        try folder.write("student,sheet,L,M\n,\(codes[2]),\(l),\(m)\nBo,\(codes[0]),1,2\n", to: "set/b.csv")
        let named = try folder.psgen("check", "set/b.csv", "--roster", "class.csv")
        #expect(named.output.contains("set/b.csv:3: the class list has 'Ada' for this sheet, not 'Bo'\n"))
        #expect(try Sheet(folder, "set/b.graded.csv").column("student") == ["Wei Li", "Bo"])
    }

    @Test func standardInput() throws {
        let (l, m) = try right(0)
        let text = "sheet,L,M\n\(codes[0]),\(l),x\n"
        let outcome = try folder.start(["check", "-", "--set", "set", "--out", "set"], input: text).finish()
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("standard input:2: column 'M': “x” is not a number"))
        #expect(try Sheet(folder, "set/answers.graded.csv")[0, "points"] == "1")
        #expect(folder.has("set/answers.report.html"))

        let nothing = try folder.start(["check", "-", "--set", "set"], input: "").finish()
        #expect(nothing.status == 1 && !nothing.errors.isEmpty)
        let twice = try folder.start(["check", "-", "-", "--set", "set"], input: text).finish()
        #expect(twice.status == 1 && twice.errors.contains("'-', for standard input, can be read only once"))
        #expect(m != "x")
    }
}
