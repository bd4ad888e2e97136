extension CommandSpecification {
    /// The script for zsh, to be put on the `fpath` as `_name` or to be sourced.
    var zshCompletions: String {
        let entry = subcommands.isEmpty ? "    _\(name)_arguments_\(name)" : zshDispatch
        let start = """
            _\(name)() {
            \(entry)
            }

            if [ "$funcstack[1]" = "_\(name)" ]; then
                _\(name) "$@"
            else
                compdef _\(name) \(name)
            fi
            """
        return (["#compdef \(name)"] + runnableCommands.map(zshFunction) + [start]).joined(separator: "\n\n")
    }

    private var zshDispatch: String {
        let entries = subcommandEntries.map { "        \(quoted(escaped($0.label, ":") + ":" + $0.text))" }
        let cases = subcommands.map { "        \($0.name)) _\(name)_arguments_\($0.name) ;;" }
        let flags = allFlags(of: self).map { "        \(zshFlag($0)) \\" }
        return """
                local context state state_descr line
                typeset -A opt_args
                local -a subcommands
                subcommands=(
            \(entries.joined(separator: "\n"))
                )
                _arguments -C \\
            \(flags.joined(separator: "\n"))
                    ':subcommand:->subcommand' \\
                    '*::argument:->arguments' && return 0
                case $state in
                subcommand) _describe subcommand subcommands ;;
                arguments)
                    case $line[1] in
            \(cases.joined(separator: "\n"))
                    help) _describe subcommand subcommands ;;
                    esac
                    ;;
                esac
            """
    }

    /// A function that completes the arguments of one command.
    private func zshFunction(_ command: CommandSpecification) -> String {
        let options = command.options.map { option in
            let text = "[\(zshText(option.help))]:\(zshText(option.value)):" + zshAction(option.kind)
            let prefix = option.isRepeated ? "*" : ""
            let long = quoted("\(prefix)--\(option.name)=" + text)
            return option.short.map { quoted("\(prefix)-\($0)" + text) + " " + long } ?? long
        }
        let flags = allFlags(of: command).map(zshFlag)
        let arguments = command.arguments.map { argument in
            let prefix = argument.isRepeated ? "*" : ""
            let separator = argument.isOptional && !argument.isRepeated ? "::" : ":"
            return quoted(prefix + separator + zshText(argument.name) + ":" + zshAction(argument.kind))
        }
        let lines = (options + flags + arguments).map { "        " + $0 }
        return """
            _\(name)_arguments_\(command.name)() {
                _arguments \\
            \(lines.joined(separator: " \\\n"))
            }
            """
    }

    private func zshFlag(_ flag: Flag) -> String {
        let text = "[\(zshText(flag.help))]"
        guard let short = flag.short else { return quoted("--\(flag.name)" + text) }
        return quoted("(-\(short) --\(flag.name))") + "{-\(short),--\(flag.name)}" + quoted(text)
    }

    private func zshText(_ text: String) -> String { escaped(text, "\\[]:") }

    private func zshAction(_ kind: ValueKind) -> String {
        switch kind {
        case .text, .integer: return " "
        case .choice(let choices): return "(\(choices.joined(separator: " ")))"
        case .file(let extensions):
            if extensions.isEmpty { return "_files" }
            return "_files -g \"" + extensions.map { "*.\($0)" }.joined(separator: " ") + "\""
        case .folder: return "_files -/"
        }
    }
}
