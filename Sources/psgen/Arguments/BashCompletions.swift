extension CommandSpecification {
    /// The script for bash, which also works with the bash 3.2 of macOS.
    var bashCompletions: String {
        ([bashHelpers] + runnableCommands.map(bashFunction) + [bashEntry]).joined(separator: "\n\n")
    }

    private var bashHelpers: String {
        """
        #!/bin/bash

        _\(name)_offer() {
            local line
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$current")
        }

        _\(name)_files() {
            local extension
            _\(name)_offer -d
            if [ $# -eq 0 ]; then _\(name)_offer -f; fi
            for extension in "$@"; do _\(name)_offer -f -X "!*.$extension"; done
        }
        """
    }

    /// A function that completes the arguments of one command.
    private func bashFunction(_ command: CommandSpecification) -> String {
        let flags = allFlags(of: command).flatMap { flag in ["--\(flag.name)"] + (flag.short.map { ["-\($0)"] } ?? []) }
        let words = (command.options.map { "--\($0.name)" } + flags).joined(separator: " ")
        let cases = command.options.map { option in
            let names = (option.short.map { "-\($0)|" } ?? "") + "--\(option.name)"
            return "    \(names)) \(bashOffer(option.kind)); return ;;"
        }
        // The last argument's kind stands for those before it: bash would have to count words to tell them apart.
        let positional = command.arguments.last.map { bashOffer($0.kind) } ?? ":"
        let options = cases.isEmpty ? [] : ["    case \"$previous\" in"] + cases + ["    esac"]
        let lines =
            ["_\(name)_arguments_\(command.name)() {"] + options
            + [
                "    case \"$current\" in", "    -*) _\(name)_offer -W \(quoted(words)) ;;", "    *) \(positional) ;;",
                "    esac", "}",
            ]
        return lines.joined(separator: "\n")
    }

    private func bashOffer(_ kind: ValueKind) -> String {
        switch kind {
        case .text, .integer: ":"
        case .choice(let choices): "_\(name)_offer -W \(quoted(choices.joined(separator: " ")))"
        case .file(let extensions): (["_\(name)_files"] + extensions.map(quoted)).joined(separator: " ")
        case .folder: "_\(name)_offer -d"
        }
    }

    private var bashEntry: String {
        let call = subcommands.isEmpty ? "    _\(name)_arguments_\(name)" : bashDispatch
        return """
            _\(name)() {
                local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}"
                # In --name=value, bash takes the = for a word.
                if [ "$current" = "=" ]; then
                    current=""
                elif [ "$previous" = "=" ] && [ "$COMP_CWORD" -gt 1 ]; then
                    previous="${COMP_WORDS[COMP_CWORD - 2]}"
                fi
                COMPREPLY=()
            \(call)
            }

            complete -o filenames -F _\(name) \(name)
            """
    }

    private var bashDispatch: String {
        let words = quoted(subcommandEntries.map(\.label).joined(separator: " "))
        let flags = quoted(allFlags(of: self).map { "--\($0.name)" }.joined(separator: " "))
        return """
                if [ "$COMP_CWORD" -le 1 ]; then
                    case "$current" in
                    -*) _\(name)_offer -W \(flags) ;;
                    *) _\(name)_offer -W \(words) ;;
                    esac
                    return
                fi
                case "${COMP_WORDS[1]}" in
                help) _\(name)_offer -W \(words) ;;
                \(subcommands.map(\.name).joined(separator: "|"))) "_\(name)_arguments_${COMP_WORDS[1]}" ;;
                esac
            """
    }
}
