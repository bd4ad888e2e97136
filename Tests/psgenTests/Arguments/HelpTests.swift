import Testing

@testable import psgen

@Suite struct HelpTests {
    private let make = """
        OVERVIEW: Make papers from plans.

        For example:

          tool make --count 50 plan.yaml

        USAGE: tool make [--count <n>] [--out <folder>] [--paper <size>]
               [--given <name=value> ...] [--replace] [--each] [--no-pages] <plan> ...

        ARGUMENTS:
          <plan>                  What to make.

        OPTIONS:
          -n, --count <n>         How many papers. (default: 1)
          --out <folder>          Where they go.
          --paper <size>          Its [size].
          --given <name=value>    A number that isn't drawn.
          -r, --replace           Replace old papers.
          -e, --each              A file each.
          --no-pages              No papers.
          --version               Show the version.
          -h, --help              Show help information.
        """

    @Test func aProgramWithoutASubcommandShowsItsHelp() throws {
        let expected = """
            OVERVIEW: Do things with papers.

            USAGE: tool <subcommand>

            OPTIONS:
              --version               Show the version.
              -h, --help              Show help information.

            SUBCOMMANDS:
              make                    Make papers from plans.
              show                    Show one paper.

              See 'tool help <subcommand>' for detailed help.
            """
        #expect(try printed() == expected)
        #expect(try printed("--help") == expected)
        #expect(try printed("-h") == expected)
        #expect(try printed("help") == expected)
        #expect(try printed("help", "--help") == expected)
    }

    @Test func helpIsFoundBeforeMistakes() throws {
        #expect(try printed("help", "make") == make)
        #expect(try printed("make", "--help") == make)
        #expect(try printed("make", "--count", "-h") == make)
        #expect(try printed("make", "--nonsense", "--help") == make)
        #expect(throws: UsageError.self) { try printed("make", "--nonsense", "--", "--help") }
    }

    @Test func theVersionIsPrinted() throws {
        #expect(try printed("--version") == "1.2.3")
        #expect(try printed("make", "--version") == "1.2.3")
        var program = sampleProgram
        program.version = ""
        #expect(throws: UsageError.self) { try program.parse(["--version"]) }
        #expect(throws: UsageError.self) { try program.parse(["make", "a", "--version"]) }
    }

    @Test func longLabelsStandAboveTheirText() {
        let entry = HelpEntry(label: "--a-rather-long-option <n>", text: "one two three")
        #expect(entry.rendered(width: 35) == "  --a-rather-long-option <n>\n" + indent + "one two\n" + indent + "three")
        #expect(HelpEntry(label: "--short", text: "").rendered(width: 80) == "  --short")
    }

    @Test func manyOptionsAreLeftOutOfTheUsage() {
        var program = CommandSpecification(name: "p", abstract: "")
        program.arguments = [Positional(name: "x", help: ""), Positional(name: "y", help: "", isOptional: true)]
        program.options = [Option(name: "must", value: "m", help: "", isRequired: true)]
        program.flags = (0..<12).map { Flag(name: "f\($0)", help: "") }
        #expect(CommandPath(program).usage(title: "USAGE: ", width: 80) == "USAGE: p [<options>] --must <m> <x>")
    }

    @Test func linesKeepToTheWidth() {
        for width in 40...100 {
            let page = CommandPath(sampleProgram).subcommand("make")?.help(width: width) ?? ""
            #expect(page.split(separator: "\n").allSatisfy { $0.count <= width }, "width \(width)")
        }
    }

    @Test func wrappingKeepsNewlinesAndExamples() {
        #expect(wrapped("aa bb cc\n\n  as   it is\ndd", width: 5) == "aa bb\ncc\n\n  as   it is\ndd")
        #expect(wrapped("aa bb cc", width: 5, hanging: 2) == "aa\n  bb\n  cc")
        #expect(wrapped("abcdefgh x", width: 3) == "abcdefgh\nx")
        #expect(wrapped("", width: 3) == "")
    }

    private let indent = String(repeating: " ", count: 26)
}
