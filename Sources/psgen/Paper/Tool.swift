import CFile

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program of the system that psgen calls.
struct Tool: Sendable {
    /// What it is called.
    let name: String
    private let path: String

    /// A program that is looked for in folders by their absolute paths, with colons between, by default where a shell
    /// would.
    ///
    /// Where it is missing, the error says what needs it, and `advice` how to install it.
    init(
        _ name: String, in folders: String? = environmentVariable("PATH"), for purpose: String, advice: String
    ) throws(CommandError) {
        let found = (folders ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").lazy
            .filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
            .first { isRegularFile($0) && access($0, X_OK) == 0 }
        guard let found else { throw CommandError("\(purpose) needs \(name), which is not installed. \(advice)") }
        self.name = name
        path = found
    }

    /// How a run ended.
    enum Outcome: Equatable, Sendable {
        /// By itself, with a status.
        case ended(Int32)
        /// By a signal.
        case signalled(Int32)
        /// It took too long and was stopped.
        case tooLong
    }

    /// Runs the program in a folder, without input or output, and waits; when the time is over it is stopped.
    ///
    /// It is stopped too where a signal ends this process.
    func run(
        _ arguments: [String], in folder: Folder, environment: [String] = [], limit: Duration
    ) throws(CommandError) -> Outcome {
        let kept = ["PATH", "HOME"].compactMap { name in environmentVariable(name).map { "\(name)=\($0)" } }
        var error: Int32 = 0
        let child = withCStrings([path] + arguments) { arguments in
            withCStrings(kept + environment) { environment in
                folder.interruption.start {
                    var child = pid_t(0)
                    error = cfile_spawn(path, arguments, environment, folder.descriptor.number, &child)
                    return error == 0 ? child : nil
                }
            }
        }
        guard let child else { throw CommandError("cannot run \(name): \(String(cString: strerror(error)))") }
        return wait(for: child, folder.interruption, limit: limit)
    }

    private func wait(for child: pid_t, _ interruption: Interruption, limit: Duration) -> Outcome {
        let end = ContinuousClock.now + limit
        var isStopped = false
        while true {
            if let status = interruption.status(ofEnded: child) {
                if isStopped { return .tooLong }
                let signal = status & 0x7F
                return signal == 0 ? .ended((status >> 8) & 0xFF) : .signalled(signal)
            }
            if !isStopped, ContinuousClock.now >= end {
                kill(child, SIGKILL)
                isStopped = true
            }
            usleep(2000)
        }
    }
}

/// A variable of the environment; nil where it is not set.
func environmentVariable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

private func withCStrings<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}
