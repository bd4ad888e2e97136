@testable import psgen

/// A program with something of everything that a table can say.
let sampleProgram = CommandSpecification(
    name: "tool", abstract: "Do things with papers.", version: "1.2.3",
    subcommands: [
        CommandSpecification(
            name: "make", abstract: "Make papers from plans.",
            discussion: "For example:\n\n  tool make --count 50 plan.yaml",
            arguments: [
                Positional(
                    name: "plan", help: "What to make.", kind: .file(extensions: ["yaml", "yml"]), isRepeated: true)
            ],
            options: [
                Option(
                    name: "count", short: "n", value: "n", help: "How many papers.", kind: .integer(1...1000),
                    defaultValue: "1"),
                Option(name: "out", value: "folder", help: "Where they go.", kind: .folder),
                Option(name: "paper", value: "size", help: "Its [size].", kind: .choice(["a4", "letter"])),
                Option(name: "given", value: "name=value", help: "A number that isn't drawn.", isRepeated: true),
            ],
            flags: [
                Flag(name: "replace", short: "r", help: "Replace old papers."),
                Flag(name: "each", short: "e", help: "A file each."),
                Flag(name: "no-pages", help: "No papers.", excludes: ["each"]),
            ]),
        CommandSpecification(
            name: "show", abstract: "Show one paper.",
            arguments: [
                Positional(name: "paper", help: "Which."),
                Positional(name: "page", help: "Its page.", isOptional: true),
            ],
            options: [Option(name: "key", value: "key", help: "What opens it.", isRequired: true)]),
    ])

/// The arguments of a call of the sample program that is right.
func parsed(_ words: String...) throws -> ParsedArguments {
    guard case .run(let arguments) = try sampleProgram.parse(words) else { throw NothingToRun() }
    return arguments
}

/// What a call of the sample program prints instead of running a command.
func printed(_ words: String...) throws -> String {
    guard case .print(let text) = try sampleProgram.parse(words) else { throw NothingToRun() }
    return text
}

/// The mistake in a call of the sample program, or nil.
func mistake(_ words: String...) -> UsageError? {
    do throws(UsageError) {
        _ = try sampleProgram.parse(words)
        return nil
    } catch {
        return error
    }
}

struct NothingToRun: Error {}
