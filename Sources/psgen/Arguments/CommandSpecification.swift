/// What a command takes: the one table from which parsing, help, errors and completions are made.
///
/// A command that has subcommands takes no arguments, options or flags of its own.
struct CommandSpecification: Sendable {
    /// As it is typed.
    var name: String
    /// One sentence for lists and the first line of help.
    var abstract: String
    /// Further paragraphs of help; a line that begins with a space is never wrapped.
    var discussion = ""
    /// What `--version` prints, for this command and its subcommands; empty where there is no such flag.
    var version = ""
    /// In the order in which they are typed: optional ones after the others, at most the last one repeated.
    var arguments: [Positional] = []
    /// In the order in which help shows them.
    var options: [Option] = []
    /// In the order in which help shows them.
    var flags: [Flag] = []
    /// In the order in which help shows them.
    var subcommands: [CommandSpecification] = []
}

/// An argument known by its place.
struct Positional: Sendable {
    /// Its key among the parsed arguments, shown as `<name>`.
    var name: String
    /// One or two sentences.
    var help: String
    /// What may be given.
    var kind: ValueKind = .text
    /// Whether none may be given.
    var isOptional = false
    /// Whether several may be given.
    var isRepeated = false
}

/// An argument known by its name, with a value: `--count 50`, `--count=50`.
struct Option: Sendable {
    /// Without dashes; its key among the parsed arguments.
    var name: String
    /// One character for `-c 50`, if there is one.
    var short: Character?
    /// What stands for the value in help: `n` in `--count <n>`.
    var value: String
    /// One or two sentences, without the default.
    var help: String
    /// What may be given.
    var kind: ValueKind = .text
    /// Taken as given where the option is not, and shown in help.
    var defaultValue: String?
    /// Whether it must be given.
    var isRequired = false
    /// Whether each further one adds a value; otherwise the last counts.
    var isRepeated = false
}

/// An argument that is there or is not: `--replace`.
struct Flag: Sendable {
    /// Without dashes; its key among the parsed arguments.
    var name: String
    /// One character for `-r`, if there is one.
    var short: Character?
    /// One or two sentences.
    var help: String
    /// Names of flags that cannot be given beside it.
    var excludes: [String] = []
}

/// What a value may be, and so what completions offer for it.
enum ValueKind: Sendable, Equatable {
    /// Anything.
    case text
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// One of a few words.
    case choice([String])
    /// The path of a file; `extensions`, without dots, say which ones completions offer (none: all).
    case file(extensions: [String])
    /// The path of a folder.
    case folder
}

extension Option {
    /// How messages name it: `--count <n>`.
    var synopsis: String { "--\(name) <\(value)>" }
}

extension Positional {
    /// How messages name it: `<template>`, `<template> ...`.
    var synopsis: String { isRepeated ? "<\(name)> ..." : "<\(name)>" }
}
