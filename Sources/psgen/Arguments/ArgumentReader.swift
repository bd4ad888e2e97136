/// Reads the words of one command from left to right.
struct ArgumentReader {
    private let command: CommandPath
    private var parsed: ParsedArguments
    private var positionals: [String] = []

    /// A reader for a command without subcommands.
    init(command: CommandPath) {
        self.command = command
        parsed = ParsedArguments(command: command)
    }

    /// The arguments, or the first mistake in them: options in their order, then what is missing or too much.
    mutating func read(_ words: ArraySlice<String>) throws(UsageError) -> ParsedArguments {
        var rest = words
        while let word = rest.popFirst() {
            if word == "--" {
                positionals += rest
                break
            } else if word.hasPrefix("--") {
                try readLong(word, &rest)
            } else if word.hasPrefix("-") && word != "-" {
                try readShort(word, &rest)
            } else {
                positionals.append(word)
            }
        }
        for option in specification.options where option.isRequired && !parsed.isGiven(option.name) {
            throw error(.missingArgument(option.synopsis), option.helpEntry)
        }
        try assignPositionals()
        return parsed
    }

    private var specification: CommandSpecification { command.command }

    private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        let value = parts.count > 1 ? String(parts[1]) : nil
        if let option = specification.options.first(where: { $0.name == name }) {
            try add(value, option, &rest)
        } else if let flag = specification.flags.first(where: { $0.name == name }) {
            try add(flag, written: "--" + name, value)
        } else {
            throw unknownOption("--" + name)
        }
    }

    /// Reads `-o value`, `-o=value`, or several flags in one word: `-ab`.
    private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let parts = word.dropFirst().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count > 1 ? String(parts[1]) : nil
        let names = Array(parts[0])
        if names.count == 1, let option = specification.options.first(where: { $0.short == names[0] }) {
            return try add(value, option, &rest)
        }
        let flags = names.compactMap { name in specification.flags.first { $0.short == name } }
        guard flags.count == names.count, !flags.isEmpty else { throw unknownOption("-" + parts[0]) }
        for flag in flags { try add(flag, written: "-\(flag.short ?? "-")", value) }
    }

    private mutating func add(
        _ attached: String?, _ option: Option, _ rest: inout ArraySlice<String>
    ) throws(UsageError) {
        var value = attached
        if value == nil, let next = rest.first, !next.hasPrefix("-") || next == "-" || option.kind.claims(next) {
            value = rest.removeFirst()
        }
        guard let value else { throw error(.missingValue(option.synopsis), option.helpEntry) }
        try check(value, option.kind, option.synopsis, option.helpEntry)
        parsed.add(value, for: option)
    }

    private mutating func add(_ flag: Flag, written: String, _ value: String?) throws(UsageError) {
        if let value { throw error(.unexpectedValue(value, flag: written), flag.helpEntry) }
        for other in specification.flags where parsed.flag(other.name) {
            if flag.excludes.contains(other.name) || other.excludes.contains(flag.name) {
                throw error(.excludedFlag("--" + flag.name, by: "--" + other.name), flag.helpEntry)
            }
        }
        parsed.add(flag)
    }

    private mutating func assignPositionals() throws(UsageError) {
        var rest = positionals[...]
        for argument in specification.arguments {
            if rest.isEmpty && !argument.isOptional {
                throw error(.missingArgument(argument.synopsis), argument.helpEntry)
            }
            for value in argument.isRepeated ? rest : rest.prefix(1) {
                try check(value, argument.kind, argument.synopsis, argument.helpEntry)
                parsed.add(value, for: argument)
                rest.removeFirst()
            }
        }
        if !rest.isEmpty { throw error(.unexpectedArguments(Array(rest), suggestion: nil)) }
    }

    private func check(
        _ value: String, _ kind: ValueKind, _ argument: String, _ entry: HelpEntry
    ) throws(UsageError) {
        if kind.accepts(value) { return }
        throw error(.invalidValue(value, argument: argument, advice: kind.advice), entry)
    }

    private func unknownOption(_ name: String) -> UsageError {
        let common = command.version.isEmpty ? ["help"] : ["help", "version"]
        let names = specification.options.map(\.name) + specification.flags.map(\.name) + common
        let typed = String(name.drop { $0 == "-" })
        // One mistyped letter says nothing about which word was meant.
        let suggestion = typed.count > 1 ? nearestName(to: typed, among: names).map { "--" + $0 } : nil
        return error(.unknownOption(name, suggestion: suggestion))
    }

    private func error(_ reason: UsageError.Reason, _ entry: HelpEntry? = nil) -> UsageError {
        UsageError(reason: reason, command: command, entry: entry)
    }
}
