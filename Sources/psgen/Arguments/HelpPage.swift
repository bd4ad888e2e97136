extension CommandPath {
    /// How the command is called, wrapped at a width in columns after a title such as `USAGE: `.
    ///
    /// Of more than a dozen arguments only those that must be given are shown.
    func usage(title: String, width: Int) -> String {
        wrapped([name] + synopsis, width: width, hanging: title.count, start: title)
    }

    /// The help page, wrapped at a width in columns, without a newline at its end.
    func help(width: Int = 80) -> String {
        var sections = [wrapped("OVERVIEW: " + command.abstract, width: width)]
        if !command.discussion.isEmpty { sections.append(wrapped(command.discussion, width: width)) }
        sections.append(usage(title: "USAGE: ", width: width))

        var options = command.options.map(\.helpEntry) + command.flags.map(\.helpEntry)
        if !version.isEmpty { options.append(Flag.version.helpEntry) }
        options.append(Flag.help.helpEntry)
        let subcommands = command.subcommands.map { HelpEntry(label: $0.name, text: $0.abstract) }

        let lists = [
            ("ARGUMENTS", command.arguments.map(\.helpEntry)), ("OPTIONS", options), ("SUBCOMMANDS", subcommands),
        ]
        for (title, entries) in lists where !entries.isEmpty {
            sections.append(([title + ":"] + entries.map { $0.rendered(width: width) }).joined(separator: "\n"))
        }
        if !subcommands.isEmpty {
            let call = ([root.name, "help"] + self.subcommands.map(\.name)).joined(separator: " ")
            sections.append("  See '\(call) <subcommand>' for detailed help.")
        }
        return sections.joined(separator: "\n\n")
    }

    private var synopsis: [String] {
        if !command.subcommands.isEmpty { return ["<subcommand>"] }
        let options = command.options.map { option in
            let call = option.synopsis + (option.isRepeated ? " ..." : "")
            return (call: option.isRequired ? call : "[\(call)]", isRequired: option.isRequired)
        }
        let flags = command.flags.map { (call: "[--\($0.name)]", isRequired: false) }
        let arguments = command.arguments.map {
            (call: $0.isOptional ? "[\($0.synopsis)]" : $0.synopsis, isRequired: !$0.isOptional)
        }
        let all = options + flags + arguments
        if all.count <= 12 { return all.map(\.call) }
        return ["[<options>]"] + all.filter(\.isRequired).map(\.call)
    }
}
