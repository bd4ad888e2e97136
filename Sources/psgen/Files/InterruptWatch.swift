import CFile

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Removes a folder that is being written when the process is interrupted (SIGINT, SIGTERM, SIGHUP, SIGPIPE),
/// then lets the signal end the process.
///
/// There is one watch at a time in a process.
final class InterruptWatch {
    private let folder: PartialFolder

    /// Starts to watch, or is nil while there is another watch.
    init?(removing folder: PartialFolder) {
        self.folder = folder
        // The folder lives as long as this object, which waits for the thread before it goes.
        let context = Unmanaged.passUnretained(folder).toOpaque()
        let error = cfile_watch_signals(
            { context, signal in
                guard let context else { return }
                Unmanaged<PartialFolder>.fromOpaque(context).takeUnretainedValue().endProcess(by: signal)
            }, context)
        if error != 0 { return nil }
    }

    deinit {
        cfile_unwatch_signals()
    }
}
