import Foundation
import Testing

/// What a set holds, file by file.
@Suite struct SetsTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func aSetHasItsFiles() throws {
        let outcome = try folder.psgen("make", Program.template("q2"), "--count", "3", "--seed", "5")
        #expect(outcome.status == 0)
        #expect(outcome.output == "3 sheets and keys in Generated/q2 (seed 5)\n")
        #expect(outcome.errors == "")
        #expect(folder.names() == ["Generated"])
        #expect(folder.names(in: "Generated") == ["q2"])
        let codes = try Sheet(folder, "Generated/q2/answers.csv").column("sheet")
        let pages = codes.map { $0 + ".html" }
        #expect(codes.map { $0.prefix(4) } == ["001-", "002-", "003-"])
        #expect(folder.names(in: "Generated/q2") == ["answers.csv", "instructor", "students"])
        #expect(folder.names(in: "Generated/q2/students") == pages + ["sheets.html"])
        #expect(
            folder.names(in: "Generated/q2/instructor")
                == pages + ["certificate.html", "given.csv", "key.csv", "keys.html", "set.json"])
    }

    @Test func tablesHaveAColumnANumber() throws {
        try folder.make("q2-2024", "--count", "2", "--seed", "5", "--out", "set")
        let answers = try Sheet(folder, "set/answers.csv")
        let key = try Sheet(folder, "set/instructor/key.csv")
        let given = try Sheet(folder, "set/instructor/given.csv")
        let asked = ["z1", "h1", "z2"].flatMap { name in (1...3).map { "\(name)[\($0)]" } }
        let columns = asked + ["yhat", "L", "dL/dW3[2]", "dL/dW2[2,2]", "dL/dW1[2,1]"]
        #expect(answers.headings == ["sheet", "student"] + columns)
        #expect(key.headings == ["sheet"] + columns)
        #expect(given.headings.prefix(4) == ["sheet", "x[1]", "x[2]", "W1[1,1]"])
        #expect(given.headings.suffix(4) == ["W3[1]", "W3[2]", "W3[3]", "y"])
        #expect(try key.column("sheet") == answers.column("sheet"))
        #expect(try given.column("sheet") == answers.column("sheet"))
        #expect(answers.rows.allSatisfy { $0.dropFirst().allSatisfy(\.isEmpty) })
        let values = ["-1", "2", "3", "0", "2", "3", "9", "6", "-4", "5", "6.125", "21", "7", "14"]
        #expect(key.rows.map { Array($0.dropFirst()) } == [values, values])
        #expect(given[0, "y"] == "1.5")
    }

    @Test func manySheetsAreSplit() throws {
        try folder.make("descent", "--count", "201", "--seed", "1", "--out", "set")
        let sheets = ["sheets-0001-0200.html", "sheets-0201-0201.html"]
        #expect(folder.names(in: "set/students").filter { $0.hasPrefix("sheets") } == sheets)
        #expect(
            folder.names(in: "set/instructor").filter { $0.hasPrefix("keys") }
                == ["keys-0001-0200.html", "keys-0201-0201.html"])
        #expect(folder.names(in: "set/students").count == 203)
        #expect(try Sheet(folder, "set/instructor/key.csv").rows.count == 201)
    }

    @Test func aboveAThousandPagesOfOneComeOnRequest() throws {
        try folder.make("descent", "--count", "1001", "--seed", "1", "--out", "set")
        let sheets = folder.names(in: "set/students")
        #expect(sheets.count == 6 && sheets.allSatisfy { $0.hasPrefix("sheets-") })
        #expect(sheets.last == "sheets-1001-1001.html")
        try folder.make("descent", "--count", "1001", "--seed", "1", "--out", "each", "--each")
        let each = folder.names(in: "each/students")
        #expect(each == ["0001-1000", "1001-1001"] + sheets)
        #expect(folder.names(in: "each/students/0001-1000").count == 1000)
        #expect(folder.names(in: "each/students/1001-1001").first?.hasPrefix("1001-") == true)
        #expect(folder.names(in: "each/instructor/0001-1000").count == 1000)
    }

    @Test func tablesAloneOnRequest() throws {
        try folder.make("q2", "--count", "300", "--seed", "5", "--out", "pages")
        try folder.make("q2", "--count", "300", "--seed", "5", "--out", "set", "--no-pages")
        #expect(folder.names(in: "set") == ["answers.csv", "instructor"])
        #expect(folder.names(in: "set/instructor") == ["certificate.html", "given.csv", "key.csv", "set.json"])
        for (name, bytes) in folder.files(in: "set") { #expect(folder.files(in: "pages")[name] == bytes, "\(name)") }
    }

    @Test func aSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
        for (name, threads) in [("one", "1"), ("four", "4"), ("again", "4")] {
            let outcome = try folder.psgen(
                "make", Program.template("softmax"), "--count", "430", "--seed", "77", "--out", name,
                environment: ["PSGEN_THREADS": threads])
            #expect(outcome.status == 0)
        }
        let files = folder.files(in: "one")
        #expect(files.count == 2 * 430 + 2 * 3 + 5)
        #expect(folder.files(in: "four") == files)
        #expect(folder.files(in: "again") == files)
    }

    @Test func aSheetDoesNotDependOnTheCount() throws {
        for count in [37, 50, 250] {
            try folder.make("q2", "--count", "\(count)", "--seed", "6", "--out", "\(count)")
        }
        let code = try Sheet(folder, "37/answers.csv").column("sheet")[36]
        let files = ["students/\(code).html", "instructor/\(code).html"]
        for other in ["50", "250"] {
            for file in files {
                #expect(folder.has("37/" + file) && folder.text("37/" + file) == folder.text("\(other)/" + file))
            }
            for table in ["instructor/key.csv", "instructor/given.csv", "answers.csv"] {
                #expect(try Sheet(folder, "37/" + table).rows[36] == Sheet(folder, "\(other)/" + table).rows[36])
            }
        }
    }

    @Test func allVariantsOfASmallSpaceComeOut() throws {
        try folder.write(
            """
            given:
              a: { draw: 1..6 }
              b: { draw: 1..6 }
            define: { c: 10 * a + b }
            ask: [{ find: c, points: 1 }]
            variants: { spread: any }
            """, to: "dice.yaml")
        #expect(try folder.psgen("make", "dice.yaml", "--count", "36").status == 0)
        let key = try Sheet(folder, "Generated/dice/instructor/key.csv").column("c")
        let all = (1...6).flatMap { first in (1...6).map { "\(first)\($0)" } }
        #expect(key.sorted() == all)
        #expect(key != all, "in order is no draw")

        let outcome = try folder.psgen("make", "dice.yaml", "--count", "37", "--out", "other/dice")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("dice.yaml: error: there are only 36 different variants, not 37"))
        #expect(folder.names() == ["Generated", "dice.yaml"])
    }

    @Test func withoutASeedARandomOneIsPrinted() throws {
        let output = try folder.psgen("make", Program.template("descent"), "--count", "2").output
        let seed = try #require(output.firstMatch(of: /^2 sheets and keys in Generated\/descent \(seed (\d+)\)\n$/))
        try folder.make("descent", "--count", "2", "--seed", String(seed.1), "--out", "again")
        #expect(folder.files(in: "again") == folder.files(in: "Generated/descent"))
    }

    @Test func studentsSeeNoAnswer() throws {
        try folder.write(
            """
            title: A product
            given:
              a: { draw: 211..239 }
              b: { draw: 11..18 }
              c: 104729
            define:
              d: a * b + c
              f: d * a
            require: [d != 31337]
            ask: [{ find: d, points: 2 }, { find: "df/da", points: 1 }]
            """, to: "product.yaml")
        let seed = "8675309123"
        #expect(try folder.psgen("make", "product.yaml", "--count", "25", "--seed", seed, "--out", "set").status == 0)
        let key = try Sheet(folder, "set/instructor/key.csv")
        let secrets = try key.column("d") + key.column("df/da")
        #expect(secrets.allSatisfy { $0.count == 6 })
        let pages = folder.files(in: "set/students")
        #expect(pages.count == 26)
        for (name, bytes) in pages {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("104729"))
            let template = [seed, "31337", "set.json", "key.csv", "instructor", "require", "draw:"]
            // Nothing that a page could fetch something with, or say something beside what is seen.
            let carriers = ["<script", "<!--", "http:", "https:", "data-", "<a ", "<link", "url("]
            #expect((secrets + template + carriers).filter { text.contains($0) } == [], "\(name)")
            let words = text.lowercased().split { !$0.isLetter }
            #expect(!words.contains("key") && !words.contains("keys"), "\(name)")
        }
        let others = Set(try key.column("sheet"))
        for code in others {
            let page = try #require(folder.text("set/students/\(code).html"))
            #expect(others.filter { page.contains($0) } == [code])
        }
        #expect(try #require(folder.text("set/answers.csv")).contains("104729") == false)
    }
}
