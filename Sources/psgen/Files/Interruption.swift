import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether the process is about to be ended by a signal, and which programs are to end with it.
final class Interruption: Sendable {
    private let isRaised = Atomic(false)
    private let children = Mutex<[pid_t]>([])

    /// Notes that the process is about to end, and ends the programs that it has started.
    func raise() {
        isRaised.store(true, ordering: .releasing)
        children.withLock { for child in $0 { kill(child, SIGKILL) } }
    }

    /// Returns at once, or never if the process is about to end.
    func check() {
        while isRaised.load(ordering: .acquiring) { pause() }
    }

    /// Starts a program that does not outlive the process.
    ///
    /// - Parameter spawn: starts it and gives its number; nil where it could not be started.
    func start(_ spawn: () -> pid_t?) -> pid_t? {
        let child = children.withLock { children -> pid_t? in
            guard !isRaised.load(ordering: .acquiring), let child = spawn() else { return nil }
            children.append(child)
            return child
        }
        check()
        return child
    }

    /// The status of a program that has ended; nil while it runs.
    func status(ofEnded child: pid_t) -> Int32? {
        children.withLock { children in
            var status: Int32 = 0
            guard untilUninterrupted({ waitpid(child, &status, WNOHANG) }) != 0 else { return nil }
            children.removeAll { $0 == child }
            return status
        }
    }
}
