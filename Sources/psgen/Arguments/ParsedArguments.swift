/// The arguments of a call, checked against the command's table.
struct ParsedArguments: Sendable {
    /// The command that was called.
    let command: CommandPath
    private var values: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// No arguments yet.
    init(command: CommandPath) {
        self.command = command
    }

    /// The value of an argument or option, its default, or nil.
    func string(_ name: String) -> String? {
        strings(name).last
    }

    /// All values of an argument or option in their order; its default or none where it was not given.
    func strings(_ name: String) -> [String] {
        values[name] ?? option(name)?.defaultValue.map { [$0] } ?? []
    }

    /// The value of an argument or option as a number, its default, or nil.
    ///
    /// - Parameter range: narrower than the one of the table, where that depends on other arguments.
    /// - Throws: an error that names the range, if the value is not a whole number in it.
    func integer(_ name: String, in range: ClosedRange<Int>? = nil) throws(UsageError) -> Int? {
        guard let text = string(name) else { return nil }
        if let number = Int(text), range?.contains(number) ?? true { return number }
        throw invalid(name, advice: ValueKind.integer(range ?? Int.min...Int.max).advice)
    }

    /// Whether a flag was given.
    func flag(_ name: String) -> Bool {
        flags.contains(name)
    }

    /// Whether an argument or option was given, rather than left to its default.
    func isGiven(_ name: String) -> Bool {
        values[name] != nil
    }

    /// The error that the value of an argument or option is not acceptable, for checks beyond the table.
    ///
    /// - Parameter advice: a sentence that says what would be.
    func invalid(_ name: String, advice: String) -> UsageError {
        let argument = option(name)?.synopsis ?? positional(name)?.synopsis ?? name
        return UsageError(
            reason: .invalidValue(string(name) ?? "", argument: argument, advice: advice),
            command: command, entry: option(name)?.helpEntry ?? positional(name)?.helpEntry)
    }

    /// Adds a value of an option, or replaces the one that there is.
    mutating func add(_ value: String, for option: Option) {
        if option.isRepeated {
            values[option.name, default: []].append(value)
        } else {
            values[option.name] = [value]
        }
    }

    /// Adds a value of an argument.
    mutating func add(_ value: String, for argument: Positional) {
        values[argument.name, default: []].append(value)
    }

    /// Notes that a flag was given.
    mutating func add(_ flag: Flag) {
        flags.insert(flag.name)
    }

    private func option(_ name: String) -> Option? {
        command.command.options.first { $0.name == name }
    }

    private func positional(_ name: String) -> Positional? {
        command.command.arguments.first { $0.name == name }
    }
}
