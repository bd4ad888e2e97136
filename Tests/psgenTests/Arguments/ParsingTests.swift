import Testing

@testable import psgen

@Suite struct ParsingTests {
    @Test func valuesStandBesideOrAfterTheirOption() throws {
        for words in [["--count", "50"], ["--count=50"], ["-n", "50"], ["-n=50"]] {
            guard case .run(let arguments) = try sampleProgram.parse(["make"] + words + ["a.yaml"]) else {
                Issue.record("\(words) do not run")
                continue
            }
            #expect(try arguments.integer("count") == 50, "\(words)")
            #expect(arguments.strings("plan") == ["a.yaml"])
        }
    }

    @Test func optionsMayStandAnywhere() throws {
        let arguments = try parsed("make", "a", "--replace", "b", "--count", "2", "c")
        #expect(arguments.strings("plan") == ["a", "b", "c"])
        #expect(arguments.flag("replace"))
        #expect(!arguments.flag("each"))
        #expect(arguments.command.name == "tool make")
    }

    @Test func defaultsAreTakenButNotGiven() throws {
        let arguments = try parsed("make", "a")
        #expect(try arguments.integer("count") == 1)
        #expect(!arguments.isGiven("count"))
        #expect(arguments.string("out") == nil)
        #expect(arguments.strings("given").isEmpty)
    }

    @Test func theLastValueCountsUnlessRepeated() throws {
        let arguments = try parsed("make", "--out", "x", "--out", "y", "--given", "a=1", "--given=b=[2,1]", "p")
        #expect(arguments.string("out") == "y")
        #expect(arguments.strings("given") == ["a=1", "b=[2,1]"])
    }

    @Test func twoDashesEndOptionsAndOneIsAValue() throws {
        let arguments = try parsed("make", "-", "--out", "-", "--", "--count", "-h", "--")
        #expect(arguments.strings("plan") == ["-", "--count", "-h", "--"])
        #expect(arguments.string("out") == "-")
    }

    @Test func shortFlagsMayBeClustered() throws {
        let arguments = try parsed("make", "-re", "a")
        #expect(arguments.flag("replace") && arguments.flag("each"))
        #expect(mistake("make", "-rx", "a")?.message == "Unknown option '-rx'")
    }

    @Test func optionalArgumentsMayBeMissing() throws {
        #expect(try parsed("show", "--key", "k", "7").string("page") == nil)
        #expect(try parsed("show", "--key", "k", "7", "2").string("page") == "2")
    }

    @Test(arguments: [
        (["--cuont", "5"], "Unknown option '--cuont'. Did you mean '--count'?"),
        (["-count", "5"], "Unknown option '-count'. Did you mean '--count'?"),
        (["--zzz"], "Unknown option '--zzz'"),
        (["-x"], "Unknown option '-x'"),
        (["---"], "Unknown option '---'"),
        ([], "Missing expected argument '<plan> ...'"),
        (["a", "--count"], "Missing value for '--count <n>'"),
        (["a", "--out", "--replace"], "Missing value for '--out <folder>'"),
        (["a", "--out", "--"], "Missing value for '--out <folder>'"),
        (["a", "--out="], "The value '' is invalid for '--out <folder>'. Please provide the path of a folder."),
        ([""], "The value '' is invalid for '<plan> ...'. Please provide the path of a file."),
        (
            ["--paper=a5", "a"],
            "The value 'a5' is invalid for '--paper <size>'. Please provide one of 'a4' or 'letter'."
        ),
        (["--replace=yes"], "The option '--replace' does not take any value, but 'yes' was specified."),
        (["--each", "--no-pages"], "The flag '--no-pages' cannot be given beside '--each'"),
        (["--no-pages", "--each"], "The flag '--each' cannot be given beside '--no-pages'"),
    ])
    func mistakesAreNamed(words: [String], message: String) {
        let error = #expect(throws: UsageError.self) { try sampleProgram.parse(["make"] + words) }
        #expect(error?.message == message)
    }

    @Test(arguments: [
        "0", "-1", "-5x", "abc", "", "1e3", "5.0", " 5", "1001", "1000000000000", "99999999999999999999999", "٣",
        "0x10",
    ])
    func numbersOutOfTheRangeAreRefused(value: String) {
        let expected =
            "The value '\(value)' is invalid for '--count <n>'. Please provide a whole number from 1 to 1000."
        #expect(mistake("make", "a", "--count", value)?.message == expected)
        #expect(mistake("make", "a", "--count=\(value)")?.message == expected)
    }

    @Test func aNarrowerRangeIsNamed() throws {
        let arguments = try parsed("make", "a", "--count", "30")
        #expect(try arguments.integer("count", in: 1...30) == 30)
        let error = #expect(throws: UsageError.self) { try arguments.integer("count", in: 1...20) }
        #expect(error?.message.hasSuffix("from 1 to 20.") == true)
        #expect(error?.entry?.label == "-n, --count <n>")
    }

    @Test func missingAndSuperfluousArgumentsAreNamed() {
        #expect(mistake("show", "7")?.message == "Missing expected argument '--key <key>'")
        #expect(mistake("show", "--key=k", "7", "2", "x")?.message == "Unexpected argument 'x'")
        #expect(mistake("show", "--key=k", "7", "2", "x", "y")?.message == "2 unexpected arguments: 'x', 'y'")
    }

    @Test func subcommandsAreSuggested() {
        #expect(mistake("mkae")?.message == "Unexpected argument 'mkae'. Did you mean 'make'?")
        #expect(mistake("help", "shwo")?.message == "Unexpected argument 'shwo'. Did you mean 'show'?")
        #expect(mistake("--hlep")?.message == "Unknown option '--hlep'. Did you mean '--help'?")
        #expect(mistake("")?.message == "Unexpected argument ''")
        #expect(mistake("make.yaml.txt")?.message == "Unexpected argument 'make.yaml.txt'")
    }

    @Test func theReportShowsUsageAndWhereHelpIs() {
        #expect(
            mistake("show", "--kay", "k")?.report() == """
                Error: Unknown option '--kay'. Did you mean '--key'?
                Usage: tool show --key <key> <paper> [<page>]
                  See 'tool show --help' for more information.
                """)
        #expect(
            mistake("make", "a", "--count=0")?.description == """
                Error: The value '0' is invalid for '--count <n>'. Please provide a whole number from 1 to 1000.
                Help:  -n, --count <n>  How many papers. (default: 1)
                Usage: tool make [--count <n>] [--out <folder>] [--paper <size>]
                       [--given <name=value> ...] [--replace] [--each] [--no-pages] <plan> ...
                  See 'tool make --help' for more information.
                """)
        #expect(UsageError.exitCode == 64)
    }
}
