/// A line of a help page: what can be typed, and what it means.
struct HelpEntry: Sendable, Equatable {
    /// What can be typed: `--count <n>`.
    let label: String
    /// What it means.
    let text: String

    /// The column at which the text begins.
    static let textColumn = 26

    /// The entry as lines, the text beside the label where the label is short enough, otherwise under it.
    func rendered(width: Int) -> String {
        let start = "  " + label
        if text.isEmpty { return start }
        let body = wrapped(text, width: width, hanging: Self.textColumn)
        if start.count < Self.textColumn {
            return start + String(repeating: " ", count: Self.textColumn - start.count) + body
        }
        return start + "\n" + String(repeating: " ", count: Self.textColumn) + body
    }
}

extension Positional {
    /// The entry under ARGUMENTS.
    var helpEntry: HelpEntry { HelpEntry(label: "<\(name)>", text: help) }
}

extension Option {
    /// The entry under OPTIONS, with the default value if there is one.
    var helpEntry: HelpEntry {
        let names = (short.map { "-\($0), " } ?? "") + synopsis
        let shownDefault = defaultValue.map { "(default: \($0))" }
        return HelpEntry(label: names, text: [help, shownDefault].compactMap(\.self).joined(separator: " "))
    }
}

extension Flag {
    /// The entry under OPTIONS.
    var helpEntry: HelpEntry {
        HelpEntry(label: (short.map { "-\($0), " } ?? "") + "--\(name)", text: help)
    }

    /// The flag that every command has.
    static let help = Flag(name: "help", short: "h", help: "Show help information.")

    /// The flag of a program that has a version.
    static let version = Flag(name: "version", help: "Show the version.")
}
