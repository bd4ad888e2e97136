/// What a call asks for.
enum Invocation: Sendable {
    /// To run a command.
    case run(ParsedArguments)
    /// To print a text on standard output, without a newline at its end: help, the version or completions.
    case print(String)
}

extension CommandSpecification {
    /// Reads the words after the program's name.
    ///
    /// Help and the version are found before any mistake in the rest. A program with subcommands that is called
    /// without one prints its help.
    /// - Parameters:
    ///   - width: columns for the help page.
    ///   - shell: the user's shell, for `--generate-completion-script` without a value.
    func parse(_ words: [String], width: Int = 80, shell: String? = nil) throws(UsageError) -> Invocation {
        var path = CommandPath(self)
        var rest = words[...]
        if let word = rest.first, let completions = try completions(word, next: rest.dropFirst().first ?? shell) {
            return .print(completions)
        }
        while !path.command.subcommands.isEmpty {
            guard let word = rest.popFirst(), !word.isHelpFlag else { return .print(path.help(width: width)) }
            if word == "--version" && !path.version.isEmpty { return .print(path.version) }
            if word == "help" {
                return .print(try path.descend(rest.filter { !$0.isHelpFlag }).help(width: width))
            }
            path = try path.descend([word])
        }
        for word in rest.prefix(while: { $0 != "--" }) {
            if word.isHelpFlag { return .print(path.help(width: width)) }
            if word == "--version" && !path.version.isEmpty { return .print(path.version) }
        }
        var reader = ArgumentReader(command: path)
        return .run(try reader.read(rest))
    }

    private func completions(_ word: String, next: String?) throws(UsageError) -> String? {
        let flag = "--generate-completion-script"
        guard word == flag || word.hasPrefix(flag + "=") else { return nil }
        let name = word == flag ? next ?? "" : String(word.dropFirst(flag.count + 1))
        // SHELL holds a path: /bin/zsh.
        guard let shell = CompletionShell(rawValue: String(name.split(separator: "/").last ?? "")) else {
            throw UsageError(reason: .unknownShell(name), command: CommandPath(self))
        }
        return completionScript(for: shell)
    }
}

extension CommandPath {
    /// The path on to a subcommand of a subcommand and so on, by their names.
    fileprivate func descend(_ names: [String]) throws(UsageError) -> CommandPath {
        var path = self
        for name in names {
            if let next = path.subcommand(name) {
                path = next
            } else if name.hasPrefix("-") && name != "-" {
                let flags = ["--help"] + (version.isEmpty ? [] : ["--version"])
                throw UsageError(
                    reason: .unknownOption(name, suggestion: nearestName(to: name, among: flags)), command: path)
            } else {
                let suggestion = nearestName(to: name, among: path.command.subcommands.map(\.name) + ["help"])
                throw UsageError(reason: .unexpectedArguments([name], suggestion: suggestion), command: path)
            }
        }
        return path
    }
}

extension String {
    fileprivate var isHelpFlag: Bool { self == "-h" || self == "--help" }
}
