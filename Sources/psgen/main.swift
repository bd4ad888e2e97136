#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

reserveStandardDescriptors()
let output = OutputFile.standardOutput()
let status = await run(Array(CommandLine.arguments.dropFirst()), output)
exit(status)

/// Runs a command line; the exit status is 0 for success, 1 for a run that failed, 64 for a command line that is wrong.
func run(_ words: [String], _ output: OutputFile) async -> Int32 {
    do {
        let shell = getenv("SHELL").map { String(cString: $0) }
        switch try commandTable.parse(words, width: textWidth(of: STDOUT_FILENO), shell: shell) {
        case .print(let text): try output.write(text + "\n")
        case .run(let arguments): try await run(arguments, output)
        }
        try output.close()
        return 0
    } catch let error as UsageError {
        printError(error.report(width: textWidth(of: STDERR_FILENO)))
        return UsageError.exitCode
    } catch let error as FileError where error.reason == .closedPipe {
        endByClosedPipe()
    } catch let error as CommandError {
        try? output.flush()
        printError(error.message)
    } catch {
        try? output.flush()
        printError("Error: \(error)")
    }
    return 1
}

/// Runs the command that was chosen.
private func run(_ arguments: ParsedArguments, _ output: OutputFile) async throws {
    switch arguments.command.command.name {
    case "make": try await Make(arguments).run(output)
    case "check": try await Check(arguments).run(output)
    case "solve": try Solve(arguments).run(output)
    case "lint": try Lint(arguments).run(output)
    case "new": try New(arguments).run(output)
    default: throw CommandError("there is no such command")
    }
}
