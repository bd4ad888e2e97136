extension CommandSpecification {
    /// The script for fish.
    var fishCompletions: String {
        var lines = ["complete -c \(name) -f"]
        if !subcommands.isEmpty {
            lines += subcommandEntries.map {
                "complete -c \(name) -n __fish_use_subcommand -a \($0.label) -d \(fishQuoted($0.text))"
            }
            lines += allFlags(of: self).map { fishFlag($0, condition: "__fish_use_subcommand") }
            let names = subcommands.map(\.name).joined(separator: " ")
            lines.append("complete -c \(name) -n '__fish_seen_subcommand_from help' -a \(fishQuoted(names))")
        }
        for command in runnableCommands {
            let condition = subcommands.isEmpty ? nil : "'__fish_seen_subcommand_from \(command.name)'"
            lines += command.options.map { fishOption($0, condition: condition) }
            lines += allFlags(of: command).map { fishFlag($0, condition: condition) }
            // Fish completes every argument alike.
            if let argument = command.arguments.last {
                let values = fishValues(argument.kind)
                if !values.isEmpty { lines.append("complete -c \(name)\(fishCondition(condition)) \(values)") }
            }
        }
        return lines.joined(separator: "\n")
    }

    private func fishOption(_ option: Option, condition: String?) -> String {
        let short = option.short.map { " -s \($0)" } ?? ""
        let values = fishValues(option.kind)
        return "complete -c \(name)\(fishCondition(condition))\(short) -l \(option.name) -x"
            + (values.isEmpty ? "" : " " + values) + " -d \(fishQuoted(option.help))"
    }

    private func fishFlag(_ flag: Flag, condition: String?) -> String {
        let short = flag.short.map { " -s \($0)" } ?? ""
        return "complete -c \(name)\(fishCondition(condition))\(short) -l \(flag.name) -d \(fishQuoted(flag.help))"
    }

    private func fishCondition(_ condition: String?) -> String { condition.map { " -n " + $0 } ?? "" }

    private func fishValues(_ kind: ValueKind) -> String {
        switch kind {
        case .text, .integer: return ""
        case .choice(let choices): return "-a \(fishQuoted(choices.joined(separator: " ")))"
        case .file(let extensions):
            let calls = extensions.map { "(__fish_complete_suffix .\($0))" }
            return "-k -a '\(calls.isEmpty ? "(__fish_complete_path)" : calls.joined(separator: " "))'"
        case .folder: return "-a '(__fish_complete_directories)'"
        }
    }

    private func fishQuoted(_ text: String) -> String { "'" + escaped(text, "\\'") + "'" }
}
