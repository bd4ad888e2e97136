import Foundation
import Testing

/// Sets of several problems, from templates on the command line and from quiz files.
@Suite struct ProblemSetsTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try folder.write(Self.sum, to: "a.yaml")
        try folder.write(Self.product, to: "b.yaml")
        try folder.write(Self.square, to: "c.yaml")
    }

    private static let sum = """
        title: A sum
        given: { x: { draw: 0..999 } }
        define: { s: x + 2, t: s + 1 }
        ask: [{ find: s, points: 2 }, { find: t, points: 1 }]
        """
    private static let product = """
        title: A product
        given: { x: { draw: 1..9 } }
        define: { p: 3 * x, s: p + 7 }
        ask: [{ find: "p, s", points: 4 }]
        """
    private static let square = """
        title: A square
        given: { u: { draw: 1..9 } }
        define: { q: u^2, s: q + 1 }
        ask: [{ find: "s, q", points: 4 }]
        """

    private func run(_ arguments: String...) throws -> Outcome { try folder.start(arguments).finish() }

    @Test func severalTemplatesMakeOneSetThatIsGraded() throws {
        let made = try run("make", "a.yaml", "b.yaml", "--count", "70", "--seed", "4", "--out", "set")
        try #require(made.status == 0, "\(made.errors)")
        let key = try Sheet(folder, "set/instructor/key.csv")
        #expect(key.headings == ["sheet", "1.s", "1.t", "2.p", "2.s"])
        let given = try Sheet(folder, "set/instructor/given.csv")
        #expect(given.headings == ["sheet", "1.x", "2.x"])
        for row in key.rows.indices {
            #expect(try number(key[row, "1.s"]) == number(given[row, "1.x"]) + 2)
            #expect(try number(key[row, "2.p"]) == number(given[row, "2.x"]) * 3)
        }
        // Of one problem no two sheets have the same; the other has too few variants and repeats them evenly.
        #expect(Set(try given.column("1.x")).count == 70)
        let uses = Dictionary(grouping: try given.column("2.x")) { $0 }.values.map(\.count)
        #expect(uses.count == 9 && uses.allSatisfy { 7...8 ~= $0 })

        let graded = try run("check", "set/instructor/key.csv")
        #expect(graded.status == 0, "\(graded.errors)")
        let marks = try Sheet(folder, "set/instructor/key.graded.csv")
        #expect(try marks.column("points") == Array(repeating: "7", count: 70))
        #expect(try marks.column("out of") == Array(repeating: "7", count: 70))

        let page = try #require(folder.text("set/students/sheets.html"))
        #expect(page.contains("<h2>Problem 1: A sum (3 points)</h2>"))
        #expect(page.contains("<h2>Problem 2: A product (4 points)</h2>"))
        #expect(page.contains("7 points in all"))
    }

    @Test func aSheetOfASetIsTheSameWhateverTheCount() throws {
        for (count, name) in [("70", "many"), ("9", "few")] {
            let made = try run("make", "a.yaml", "b.yaml", "--count", count, "--seed", "4", "--out", name)
            try #require(made.status == 0, "\(made.errors)")
        }
        let many = try Sheet(folder, "many/instructor/given.csv").rows
        #expect(try Sheet(folder, "few/instructor/given.csv").rows == Array(many.prefix(9)))
    }

    @Test func aQuizPicksProblemsEvenlyAndLeavesBlankWhatASheetDoesNotHave() throws {
        try folder.makeFolder("quizzes")
        try folder.write(
            """
            title: Quiz 3
            date: 12 May
            text: Work *alone*.
            problems: [../a.yaml, { pick: 1, of: [../b.yaml, ../c.yaml] }]
            """, to: "quizzes/quiz3.yaml")
        let made = try run("make", "quizzes/quiz3.yaml", "--count", "66", "--seed", "9")
        try #require(made.status == 0, "\(made.errors)")
        let key = try Sheet(folder, "Generated/quiz3/instructor/key.csv")
        #expect(key.headings == ["sheet", "1.s", "1.t", "2.p", "2.s", "2.q"])
        let isProduct = try key.column("2.p").map { !$0.isEmpty }
        #expect(isProduct.filter { $0 }.count == 33)
        #expect(try zip(isProduct, key.column("2.q")).allSatisfy { $0 == $1.isEmpty })
        for block in stride(from: 0, to: 66, by: 2) { #expect(isProduct[block] != isProduct[block + 1]) }

        let graded = try run("check", "Generated/quiz3/instructor/key.csv")
        #expect(graded.status == 0, "\(graded.errors)")
        let marks = try Sheet(folder, "Generated/quiz3/instructor/key.graded.csv")
        #expect(try marks.column("points") == Array(repeating: "7", count: 66))
        #expect(try zip(isProduct, marks.column("2.q verdict")).allSatisfy { $1 == ($0 ? "" : "correct") })

        let page = try #require(folder.text("Generated/quiz3/students/sheets.html"))
        #expect(page.contains("12 May · 7 points in all") && page.contains("Work <em>alone</em>."))
        #expect(page.ranges(of: "Problem 2: A product").count == 33)
        let keys = try #require(folder.text("Generated/quiz3/instructor/keys.html"))
        #expect(keys.ranges(of: "Problem 2: A square").count == 33)

        var foreign = key
        foreign[0, isProduct[0] ? "2.q" : "2.p"] = "5"
        try folder.write(foreign.text, to: "answers.csv")
        let checked = try run("check", "answers.csv", "--set", "Generated/quiz3")
        #expect(checked.status == 1 && checked.output.contains("this sheet does not ask it"))
    }

    @Test func twoOfThreeAreDifferentOnEverySheet() throws {
        try folder.write("problems: [{ pick: 2, of: [a.yaml, b.yaml, c.yaml] }]", to: "two.yaml")
        let made = try run("make", "two.yaml", "--count", "12", "--seed", "2")
        try #require(made.status == 0, "\(made.errors)")
        let key = try Sheet(folder, "Generated/two/instructor/key.csv")
        func kinds(_ problem: Int) throws -> [String] {
            try zip(key.column("\(problem).t"), key.column("\(problem).p")).map {
                $0 != "" ? "a" : $1 != "" ? "b" : "c"
            }
        }
        let (first, second) = (try kinds(1), try kinds(2))
        #expect(zip(first, second).allSatisfy { $0 != $1 })
        for kinds in [first, second] {
            for kind in ["a", "b", "c"] { #expect(kinds.filter { $0 == kind }.count == 4) }
        }
        #expect(try run("check", "Generated/two/instructor/key.csv").status == 0)
    }

    @Test func aSetWhoseProblemsAllHaveTooFewVariantsIsAnError() throws {
        let made = try run("make", "b.yaml", "c.yaml", "--count", "10")
        #expect(made.status == 1)
        #expect(made.errors.contains("there are only 9 different variants, not 10"))
    }

    @Test func mistakesInAQuizAreSaidInTheirPlaces() throws {
        try folder.write(
            """
            titel: Quiz
            problems: [a.yaml, { pick: 3, of: [b.yaml, c.yaml] }]
            """, to: "bad.yaml")
        let bad = try run("make", "bad.yaml")
        #expect(bad.status == 1)
        #expect(bad.errors.contains("bad.yaml:1:1: error: 'titel:' is not a key that is known here"))
        #expect(bad.errors.contains("bad.yaml:2:28: error: expected a whole number from 1 to 2"))
        try folder.write("problems:\n  - a.yaml\n  - d.yaml\n", to: "missing.yaml")
        let missing = try run("make", "missing.yaml")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("missing.yaml:3:5: error: there is no file 'd.yaml' beside this one"))
    }

    @Test func solvingAndLintingTakeQuizFiles() throws {
        try folder.write("title: Quiz\nproblems: [a.yaml, b.yaml]\n", to: "quiz.yaml")
        let solved = try run("solve", "quiz.yaml", "--seed", "1", "--sheet", "3")
        #expect(solved.status == 0 && solved.output.contains("Problem 2: A product"), "\(solved.errors)")
        let linted = try run("lint", "quiz.yaml")
        #expect(linted.status == 0 && linted.output.contains("b.yaml: 1 part, 2 answers, 4 points"), "\(linted.errors)")
    }

    @Test func aClassListGivesEachStudentASheet() throws {
        try folder.write(
            "Last Name;First Name;ID\nO'Hara;<b>Eva</b>;007\n=1+1;Bo;8\n;;\nLi;Wei;9\n", to: "class.csv")
        let made = try run("make", "a.yaml", "--roster", "class.csv", "--seed", "1", "--out", "set")
        try #require(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("class.csv: warning: line 4 has no student; no sheet is made for it"))
        let answers = try Sheet(folder, "set/answers.csv")
        #expect(try answers.column("student") == ["<b>Eva</b> O'Hara", "Bo =1+1", "Wei Li"])
        let page = try #require(folder.text("set/students/sheets.html"))
        #expect(page.contains("Name <b>&lt;b&gt;Eva&lt;/b&gt; O'Hara</b>") && page.contains("Number <b>007</b>"))

        try folder.write("=cmd\nEva\nEva\n", to: "names.csv")
        let names = try run("make", "a.yaml", "--roster", "names.csv", "--seed", "1", "--out", "names")
        #expect(names.status == 0 && names.errors.contains("'Eva' of line 3 stands in line 2 already"))
        #expect(try Sheet(folder, "names/answers.csv").column("student") == ["'=cmd", "Eva", "Eva"])

        let few = try run("make", "a.yaml", "--roster", "names.csv", "--count", "5", "--out", "few")
        #expect(few.status == 1 && few.errors.contains("the class list has 3 students, not 5"))
        try folder.write("colour,size\nred,3\n", to: "odd.csv")
        let odd = try run("make", "a.yaml", "--roster", "odd.csv", "--out", "odd")
        #expect(odd.status == 1 && odd.errors.contains("none of the headings (colour, size) is"))
    }

    @Test func versionsAreSharedByManySheets() throws {
        let made = try run("make", "b.yaml", "--versions", "4", "--count", "30", "--seed", "3", "--out", "set")
        try #require(made.status == 0, "\(made.errors)")
        let given = try Sheet(folder, "set/instructor/given.csv")
        let drawn = try given.column("x")
        #expect(Set(drawn).count == 4)
        #expect(Set(try given.column("sheet")).count == 30)
        #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0 != $1 })
        #expect(try run("check", "set/instructor/key.csv").status == 0)
        let many = try run("make", "b.yaml", "--versions", "10", "--count", "30", "--out", "many")
        #expect(many.status == 1 && many.errors.contains("only 9 different variants, not 10"))
    }
}
