import Foundation
import Testing

/// Answers as spreadsheets, forms and students write them, to six sheets of the fixed quiz.
@Suite struct AnswersFilesTests {
    private let folder: TestFolder
    private let codes: [String]
    /// The columns and the right answers, quoted where needed.
    private let heading =
        #"sheet,student,z1[1],z1[2],z1[3],h1[1],h1[2],h1[3],z2[1],z2[2],z2[3],yhat,L,dL/dW3[2],"dL/dW2[2,2]","dL/dW1[2,1]""#
    private let right = "-1,2,3,0,2,3,9,6,-4,5,6.125,21,7,14"

    init() throws {
        folder = try TestFolder()
        try folder.make("q2-2024", "--count", "6", "--seed", "7", "--out", "set", "--no-pages")
        codes = try Sheet(folder, "set/answers.csv").column("sheet")
    }

    /// Grades a file's bytes.
    private func check(_ bytes: [UInt8]) throws -> Outcome {
        try Data(bytes).write(to: URL(fileURLWithPath: folder("set/a.csv")))
        return try folder.psgen("check", "set/a.csv")
    }

    private func check(_ text: String) throws -> Outcome { try check(Array(text.utf8)) }

    private func graded() throws -> Sheet { try Sheet(folder, "set/a.graded.csv") }

    @Test func gradedColumnsFollowTheOwnOnes() throws {
        let outcome = try check("note,\(heading)\nhi,\(codes[0]),Ada,\(right)\n")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let graded = try graded()
        let asked = try Sheet(folder, "set/instructor/key.csv").headings.dropFirst()
        let marks = asked.flatMap { column in ["verdict", "points", "note"].map { "\(column) \($0)" } }
        let headings: [String] = ["note", "sheet", "student"] + asked + marks + ["points", "out of"]
        #expect(graded.headings == headings)
        #expect(graded.rows[0].prefix(4) == ["hi", codes[0], "Ada", "-1"])
        #expect(graded[0, "z1[1] points"] == "0.3333")
        #expect(graded[0, "L points"] == "1")
        #expect(graded[0, "dL/dW1[2,1] points"] == "3")
        #expect(graded[0, "points"] == "12")
        #expect(graded[0, "out of"] == "12")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines[0] == "\(codes[0])        12 / 12  Ada")
        #expect(lines[1] == "1 sheet graded, 100% of the points on average; see set/a.graded.csv")
        #expect(lines[2] == "5 of the set's 6 sheets have no row")
    }

    @Test func totalsAddUp() throws {
        let wrong = right.replacing("-1,2,3", with: "-1,2,4")
        let twice = wrong.replacing("9,6,-4", with: "0,6,-4")
        // The ReLU of 999 is 999.
        let none = Array(repeating: "999", count: 14).joined(separator: ",")
        #expect(
            try check("\(heading)\n\(codes[0]),,\(wrong)\n\(codes[1]),,\(twice)\n\(codes[2]),,\(none)\n").status == 0)
        let graded = try graded()
        #expect(try graded.column("points") == ["11.67", "11.33", "1"])
        for row in graded.rows.indices {
            let columns = graded.headings.filter { $0.hasSuffix(" points") }
            let sum = try columns.reduce(0) { try $0 + number(graded[row, $1]) }
            #expect(try abs(sum - number(graded[row, "points"])) < 0.0051)
        }
    }

    @Test func dialects() throws {
        let bom: [UInt8] = [0xEF, 0xBB, 0xBF]
        let commas = "\(heading)\r\n\(codes[0]),Ada,\(right)\r\n"
        let cells = [heading.replacing("\"", with: ""), "\(codes[0]),Ada,\(right)"].map { line in
            // Decimal points become commas; the commas within brackets stay.
            line.replacing(",", with: ";").replacing("2;2]", with: "2,2]").replacing("2;1]", with: "2,1]")
        }
        let semicolons = "\(cells[0])\n\(cells[1].replacing("6.125", with: "6,125"))\n"
        let tabs = cells.joined(separator: "\n").replacing(";", with: "\t") + "\n"
        for (name, bytes) in [
            ("BOM", bom + commas.utf8), ("CRLF", Array(commas.utf8)), ("semicolons", Array(semicolons.utf8)),
            ("BOM and semicolons", bom + semicolons.utf8), ("sep", Array("sep=;\n\(semicolons)".utf8)),
            ("tabs", Array(tabs.utf8)), ("no last line end", Array(commas.utf8.dropLast(2))),
            ("blank lines", Array("\n\n\(commas)\n\n".utf8)),
        ] {
            let outcome = try check(bytes)
            #expect(outcome.status == 0, "\(name): \(outcome.output)\(outcome.errors)")
            #expect(outcome.output.contains("12 / 12  Ada"), "\(name): \(outcome.output)")
        }
    }

    @Test func cellsWithQuotesAndLineEnds() throws {
        let student = "\"Ada \"\"the\n first\"\", Countess\""
        let outcome = try check("\(heading)\n\(codes[0]),\(student),\(right)\n\(codes[1]),Bob,x\(right)\n")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("set/a.csv:4: column 'z1[1]': “x-1” is not a number"))
        #expect(outcome.errors == "Error: 1 place needs a look\n")
        let graded = try graded()
        #expect(try graded.column("student") == ["Ada \"the\n first\", Countess", "Bob"])
        #expect(try graded.column("points") == ["12", "11.67"])
        #expect(graded[1, "z1[1] verdict"] == "unreadable")
        #expect(graded[1, "z1[1] note"].hasPrefix("“x-1” is not a number"))
        #expect(outcome.output.contains("Ada \"the  first\", Countess\n"), "one line in the terminal")
    }

    @Test func shortLongAndEmptyRows() throws {
        let outcome = try check(
            "\(heading)\n\(codes[0]),Ada\n\(codes[1]),Bob,\(right),more\n,,,,\n\(codes[2])\n\(codes[3]),Cy,\(right),\n")
        #expect(outcome.status == 1)
        let graded = try graded()
        #expect(try graded.column("points") == ["0", "12", "", "0", "12"])
        #expect(graded[0, "L verdict"] == "blank")
        #expect(graded.rows.allSatisfy { $0.count == graded.headings.count })
        #expect(outcome.output.contains("set/a.csv:3: this row has 17 cells for 16 headings"))
        #expect(outcome.errors == "Error: 1 place needs a look\n")
    }

    @Test func zeroBytesAndOtherBytes() throws {
        let answers = right.replacing("9,6", with: "9\u{0},6").replacing("21", with: "2\u{7}1")
        var bytes = Array("\(heading)\n\(codes[0]),Ada\u{1B}[2J,\(answers)\n\(codes[1]),".utf8)
        bytes += [0xFF, 0xC3, 0x28] + ",\(right)\n".utf8
        let outcome = try check(bytes)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("set/a.csv:2: this row has a zero byte in it"))
        #expect(outcome.output.contains("set/a.csv:2: column 'z2[1]': "))
        #expect(outcome.output.contains("set/a.csv:2: column 'dL/dW3[2]': "))
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(outcome.output.contains("9.67 / 12"))
    }

    @Test func duplicatesAreNamedWithBothLines() throws {
        let rows = [codes[0], codes[1], codes[0].lowercased(), codes[2]].map { "\($0),,\(right)\n" }
        let outcome = try check("\(heading)\n" + rows.joined())
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("set/a.csv:4: column 'sheet': sheet \(codes[0]) has a row already, in line 2"))
        #expect(outcome.output.contains("3 sheets graded"))
        #expect(try graded().column("points") == ["12", "12", "", "12"])
    }

    @Test func codesThatAreUnknownOrMistyped() throws {
        let code = codes[2]
        let last = code.last == "7" ? "8" : "7"
        let wrong = ["\(code.dropLast())\(last)", "999-\(code.suffix(4))", "Ada", "", String(code.suffix(4))]
        let outcome = try check("\(heading)\n" + wrong.map { "\($0),x,\(right)\n" }.joined())
        #expect(outcome.status == 1)
        let output = outcome.output
        #expect(output.contains("set/a.csv:2: column 'sheet': '\(wrong[0])' is a mistyped code"))
        #expect(output.contains("the sheet with this number is \(code)"))
        #expect(output.contains("set/a.csv:3: column 'sheet': '\(wrong[1])' is a mistyped code"))
        #expect(output.contains("did you mean \(code)?"))
        #expect(output.contains("set/a.csv:4: column 'sheet': 'Ada' is not a sheet's code"))
        #expect(output.contains("set/a.csv:5: column 'sheet': the sheet's code is missing"))
        #expect(output.contains("1 sheet graded"), "the letters alone are enough")
        #expect(outcome.errors == "Error: 4 places need a look\n")
        #expect(try graded().column("points") == ["", "", "", "", "12"])
    }

    @Test func columnsThatAreMissingOrRepeated() throws {
        let outcome = try check("L,Sheet,z1[1],L,yhat,z1[3\n6.125,\(codes[0]),-1,6,5,3\n")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("set/a.csv: there is no column for z1[2], z1[3], h1[1]"))
        #expect(outcome.output.contains("set/a.csv: the column 'L' names what another one names already"))
        #expect(
            outcome.output.contains("set/a.csv: the column 'z1[3' is not read; did you mean 'z1[3]'?"),
            "\(outcome.output)")
        #expect(outcome.output.contains("2.33 / 12"))
        #expect(outcome.errors == "Error: 3 places need a look\n")
    }

    @Test func wholeQuantitiesAndParts() throws {
        let outcome = try check(
            """
            sheet,(a) z1,a h1,a) z2[1],a.z2[2],z2[3],yhat,(a)  L,"b dL/dW3[1,2]","(b) dL/dW2[2, 2]","(c) dL/dW1[2,1]"
            \(codes[0]),"[-1, 2, 3]","(0; 2; 3)",9,6,-4,5,49/8,21,7,14
            \(codes[1]),[-1 2 3],"0, 2, 3",9,6,-4,5,6 1/8,+21,7.0,1.4e1
            \(codes[2]),[−1 2 5],"[0, 2]",9,6,−4,5,6.12,21,7,14

            """)
        #expect(outcome.status == 1)
        let graded = try graded()
        #expect(try graded.column("points") == ["12", "12", "9.67"], "\(outcome.output)")
        #expect(graded[2, "z1[3] verdict"] == "wrong")
        #expect(graded[2, "z1[1] verdict"] == "correct")
        #expect(graded[2, "h1[1] verdict"] == "unreadable")
        #expect(graded[2, "L note"] == "this is 6.125 rounded; the exact number is asked")
        #expect(outcome.output.contains("set/a.csv:4: column 'a h1': expected 3 numbers"))
        #expect(outcome.errors == "Error: 1 place needs a look\n")
    }

    @Test func formulasInNamesAreHarmless() throws {
        let names = ["=cmd()", "+1+cmd", "-2+3", "@SUM(A1)", "\tx", "-5"]
        let rows = zip(codes, names).map { "\($0),\($1),\(right)\n" }.joined()
        #expect(try check("\(heading),=1+1\n" + rows).status == 0)
        let graded = try graded()
        #expect(graded.headings[16] == "'=1+1")
        #expect(try graded.column("student") == ["'=cmd()", "'+1+cmd", "'-2+3", "'@SUM(A1)", "'\tx", "-5"])
    }

    @Test func filesThatAreNoTables() throws {
        for (text, error) in [
            ("", "has no headings"), ("\n\n", "has no headings"),
            ("student,L\nAda,5\n", "has no column 'sheet'"),
            (
                "\(heading)\n\(codes[0]),\"Ada,\(right)\n",
                "set/a.csv: error: the quotation mark that opens a cell in line 2"
            ),
            ("\u{FEFF}sheet\n\"", "set/a.csv: error: the quotation mark"),
        ] {
            let outcome = try check(text)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(error), "\(outcome.errors)")
            #expect(folder.names(in: "set") == ["a.csv", "answers.csv", "instructor"])
        }
        let utf16 = try check(
            "\u{FEFF}\(heading)\n\(codes[0]),Ada,\(right)\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(utf16.status == 0)
        #expect(utf16.output.hasPrefix("\(codes[0])        12 / 12  Ada\n"))
        let headings = try check(heading + "\n")
        #expect(headings.status == 0)
        #expect(headings.output.contains("0 sheets graded; see set/a.graded.csv\n6 of the set's 6 sheets have no row"))
    }

    @Test func filesThatCannotBeRead() throws {
        #expect(mkfifo(folder("set/pipe.csv"), 0o600) == 0)
        for (name, error) in [
            ("set/pipe.csv", "it is a pipe or a device"), ("set", "it is a folder"),
            ("set/none.csv", "there is no such"),
        ] {
            let outcome = try folder.psgen("check", name)
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("Error: Cannot read '\(name)': \(error)"), "\(outcome.errors)")
        }
        let outcome = try folder.psgen("check", "set/answers.csv", "--out", "nowhere")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("nowhere"))
    }

    @Test func aLineOfAGigabyteIsRefused() throws {
        let path = folder("set/a.csv")
        try Data("\(heading)\n\(codes[0]),".utf8).write(to: URL(fileURLWithPath: path))
        // The rest is a hole, which takes no room on the disk.
        try #require(truncate(path, 1 << 30) == 0)
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        // With this much address space, a line that is kept whole does not fit.
        shell.arguments = ["-c", "ulimit -v 900000 2>/dev/null; exec \"$0\" check set/a.csv", Program.path]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let outcome = try StartedRun(shell).finish()
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.hasPrefix("set/a.csv: error: the row that begins in line 2 is longer than 1048576 bytes"))
        #expect(folder.names(in: "set") == ["a.csv", "answers.csv", "instructor"])
    }

    @Test func anInterruptLeavesNoHalfTable() throws {
        var text = heading + "\n"
        for _ in 0..<40_000 { text += "\(codes[0]),x,\(right)\n" }
        try folder.write(text, to: "set/a.csv")
        for delay in [20_000, 60_000, 150_000] as [UInt32] {
            let run = try folder.start(["check", "set/a.csv"])
            usleep(delay)
            kill(run.process.processIdentifier, SIGINT)
            #expect(run.finish().status == nil)
            #expect(folder.names(in: "set") == ["a.csv", "answers.csv", "instructor"])
        }
    }
}
