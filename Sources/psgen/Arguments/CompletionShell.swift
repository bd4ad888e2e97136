/// A shell that completions can be made for.
enum CompletionShell: String, Sendable, CaseIterable {
    /// GNU bash, 3.2 and later.
    case bash
    /// The Z shell.
    case zsh
    /// The friendly interactive shell.
    case fish
}

extension CommandSpecification {
    /// A script that teaches a shell to complete the words of this program, without a newline at its end.
    ///
    /// It knows the program's own subcommands; those of a subcommand are left out.
    func completionScript(for shell: CompletionShell) -> String {
        switch shell {
        case .bash: bashCompletions
        case .zsh: zshCompletions
        case .fish: fishCompletions
        }
    }

    /// The commands that take arguments: the subcommands, or the program where it has none.
    var runnableCommands: [CommandSpecification] {
        subcommands.isEmpty ? [self] : subcommands
    }

    /// A command's flags and those that every command of this program has.
    func allFlags(of command: CommandSpecification) -> [Flag] {
        command.flags + (version.isEmpty ? [] : [.version]) + [.help]
    }

    /// The subcommands as words with what they do, `help` among them; none where the program has none.
    var subcommandEntries: [HelpEntry] {
        if subcommands.isEmpty { return [] }
        let help = HelpEntry(label: "help", text: "Show the help of a subcommand.")
        return subcommands.map { HelpEntry(label: $0.name, text: $0.abstract) } + [help]
    }
}

/// A text with a backslash before each of the characters that are special in some quotes.
func escaped(_ text: String, _ special: String) -> String {
    var result = ""
    for character in text {
        if special.contains(character) { result.append("\\") }
        result.append(character)
    }
    return result
}

/// A text in single quotes, for bash and zsh.
func quoted(_ text: String) -> String {
    var result = "'"
    for character in text {
        if character == "'" { result += "'\\''" } else { result.append(character) }
    }
    return result + "'"
}
