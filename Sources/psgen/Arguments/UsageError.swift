/// A call that cannot be understood. It ends the program with `UsageError.exitCode`.
struct UsageError: Error {
    /// The exit code of a wrong call, EX_USAGE of BSD.
    static let exitCode: Int32 = 64

    /// What is wrong.
    enum Reason: Equatable, Sendable {
        /// A name with its dashes that the command does not have, and the nearest one that it has.
        case unknownOption(String, suggestion: String?)
        /// Words after the last argument, and the nearest subcommand where one was expected.
        case unexpectedArguments([String], suggestion: String?)
        /// An argument or option that must be given.
        case missingArgument(String)
        /// An option at the end, or before another option.
        case missingValue(String)
        /// A value that is not allowed, and what would be.
        case invalidValue(String, argument: String, advice: String)
        /// A flag with a value: `--replace=yes`.
        case unexpectedValue(String, flag: String)
        /// Two flags that exclude each other, the later one first.
        case excludedFlag(String, by: String)
        /// A shell that no completions are made for.
        case unknownShell(String)
    }

    /// What is wrong.
    let reason: Reason
    /// The command that was called.
    let command: CommandPath
    /// The entry of the help page that the error is about, as label and text.
    var entry: HelpEntry?
}

extension UsageError {
    /// What is wrong, in a sentence without the usage.
    var message: String {
        switch reason {
        case .unknownOption(let name, let suggestion):
            "Unknown option '\(name)'" + Self.didYouMean(suggestion)
        case .unexpectedArguments(let words, let suggestion):
            (words.count == 1 ? "Unexpected argument " : "\(words.count) unexpected arguments: ")
                + words.map { "'\($0)'" }.joined(separator: ", ") + Self.didYouMean(suggestion)
        case .missingArgument(let argument):
            "Missing expected argument '\(argument)'"
        case .missingValue(let option):
            "Missing value for '\(option)'"
        case .invalidValue(let value, let argument, let advice):
            "The value '\(value)' is invalid for '\(argument)'" + (advice.isEmpty ? "" : ". " + advice)
        case .unexpectedValue(let value, let flag):
            "The option '\(flag)' does not take any value, but '\(value)' was specified."
        case .excludedFlag(let flag, let earlier):
            "The flag '\(flag)' cannot be given beside '\(earlier)'"
        case .unknownShell(let shell):
            shell.isEmpty
                ? "Name the shell for completions: bash, zsh or fish"
                : "Cannot make completions for '\(shell)'. Please provide one of 'bash', 'zsh' or 'fish'."
        }
    }

    /// The whole report for standard error, wrapped at a width in columns, without a newline at its end.
    func report(width: Int = 80) -> String {
        var lines = ["Error: " + message]
        if let entry { lines.append(wrapped(entry.text, width: width, hanging: 7, start: "Help:  \(entry.label)  ")) }
        lines.append(command.usage(title: "Usage: ", width: width))
        lines.append("  See '\(command.helpCall)' for more information.")
        return lines.joined(separator: "\n")
    }

    private static func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { ". Did you mean '\($0)'?" } ?? ""
    }
}

extension UsageError: CustomStringConvertible {
    /// The report for a terminal of 80 columns.
    var description: String { report() }
}
