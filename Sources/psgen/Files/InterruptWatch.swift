import CFile

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tidies up when the process is interrupted (SIGINT, SIGTERM, SIGHUP, SIGPIPE), before the signal ends it.
///
/// There is one watch at a time in a process.
final class InterruptWatch {
    private let action: Action

    /// Starts to watch, or is nil while there is another watch.
    ///
    /// - Parameter end: removes what is unfinished and ends the process by the signal; called on a thread of its own.
    init?(_ end: @escaping @Sendable (_ signal: Int32) -> Void) {
        action = Action(end)
        // The action lives as long as this object, which waits for the thread before it goes.
        let context = Unmanaged.passUnretained(action).toOpaque()
        let error = cfile_watch_signals(
            { context, signal in
                guard let context else { return }
                Unmanaged<Action>.fromOpaque(context).takeUnretainedValue().end(signal)
            }, context)
        if error != 0 { return nil }
    }

    deinit {
        cfile_unwatch_signals()
    }

    private final class Action: Sendable {
        let end: @Sendable (Int32) -> Void

        init(_ end: @escaping @Sendable (Int32) -> Void) { self.end = end }
    }
}

/// Lets a signal end the process as if nobody had watched for it.
func endProcess(by signalNumber: Int32) -> Never {
    signal(signalNumber, SIG_DFL)
    kill(getpid(), signalNumber)
    while true { pause() }
}
