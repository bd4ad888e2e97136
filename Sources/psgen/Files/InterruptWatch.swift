import CFile
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is under a hidden name until it is finished.
protocol Unfinished: Sendable {
    /// Removes what there is of it, unless it is finished, and ends the process; nobody finishes it in between.
    func discard(thenEnd end: () -> Never)
}

/// Removes what is unfinished when the process is interrupted (SIGINT, SIGTERM, SIGHUP, SIGPIPE), before the signal ends it.
///
/// There is one watch at a time in a process.
final class InterruptWatch {
    private let list = List()

    /// Starts to watch, or is nil while there is another watch.
    init?() {
        // The list lives as long as this object, which waits for the thread before it goes.
        let context = Unmanaged.passUnretained(list).toOpaque()
        let error = cfile_watch_signals(
            { context, signal in
                guard let context else { return }
                Unmanaged<List>.fromOpaque(context).takeUnretainedValue().end(by: signal)
            }, context)
        if error != 0 { return nil }
    }

    deinit {
        cfile_unwatch_signals()
    }

    /// Removes this too; to be called before anything is written.
    func add(_ item: any Unfinished) { list.items.withLock { $0.append(item) } }

    /// What is unfinished; used on a thread of its own.
    private final class List: Sendable {
        let items = Mutex<[any Unfinished]>([])

        func end(by signal: Int32) { end(items.withLock { $0 }[...], by: signal) }

        private func end(_ items: ArraySlice<any Unfinished>, by signal: Int32) -> Never {
            items.first?.discard { end(items.dropFirst(), by: signal) }
            endProcess(by: signal)
        }
    }
}

/// Lets a signal end the process as if nobody had watched for it.
private func endProcess(by signalNumber: Int32) -> Never {
    signal(signalNumber, SIG_DFL)
    kill(getpid(), signalNumber)
    while true { pause() }
}
