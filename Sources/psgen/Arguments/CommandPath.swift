/// A command and the ones that it belongs to, from the program down: `psgen make`.
struct CommandPath: Sendable {
    /// The program.
    let root: CommandSpecification
    /// The subcommands that were named, outermost first.
    private(set) var subcommands: [CommandSpecification] = []

    /// The program itself.
    init(_ root: CommandSpecification) {
        self.root = root
    }

    /// The command itself.
    var command: CommandSpecification { subcommands.last ?? root }

    /// The words that call it: `psgen make`.
    var name: String { names.joined(separator: " ") }

    /// The call that prints its help: `psgen make --help`.
    var helpCall: String { name + " --help" }

    /// What `--version` prints; empty where there is no such flag.
    var version: String { (subcommands + [root]).first { !$0.version.isEmpty }?.version ?? "" }

    /// The path to a subcommand of the command, or nil.
    func subcommand(_ name: String) -> CommandPath? {
        guard let found = command.subcommands.first(where: { $0.name == name }) else { return nil }
        var path = self
        path.subcommands.append(found)
        return path
    }

    private var names: [String] { [root.name] + subcommands.map(\.name) }
}
