import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that takes its place whole at the end, over an old one of the same name.
///
/// An interrupt removes what there is of it and then ends the process.
final class ReplacedFile {
    /// To be written; not to be closed.
    let output: OutputFile
    private let path: String
    private let partial: PartialFile
    /// Kept as long as the file may be unfinished.
    private let watch: InterruptWatch?

    /// Begins a file under a hidden name beside its place; an interrupt that is watched for already removes it too.
    init(path: String, watch: InterruptWatch?) throws(FileError) {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        self.path = path
        let partial = PartialFile(path: path[..<slash] + "." + path[slash...] + ".partial-\(getpid())")
        self.partial = partial
        self.watch = watch
        watch?.add(partial)
        do throws(FileError) {
            output = try OutputFile(path: partial.path)
        } catch {
            throw FileError(path: path, attempt: error.attempt, reason: error.reason)
        }
    }

    deinit {
        partial.remove()
    }

    /// Gives the file its name.
    func commit() throws(FileError) {
        try output.close()
        let error = partial.move(to: path)
        if error != 0 { throw FileError(path, .replace, errorNumber: error) }
    }
}

/// A file under its hidden name, until it is renamed or removed.
private final class PartialFile: Unfinished {
    let path: String
    private let isThere = Mutex(true)

    init(path: String) { self.path = path }

    /// Returns 0 or the error number.
    func move(to place: String) -> Int32 {
        isThere.withLock { isThere in
            let error = rename(path, place) == 0 ? 0 : errno
            isThere = error != 0
            return error
        }
    }

    func remove() {
        isThere.withLock { isThere in
            if isThere { unlink(path) }
            isThere = false
        }
    }

    func discard(thenEnd end: () -> Never) {
        // The lock is kept to the end, so that no other thread renames or removes the file in between.
        isThere.withLock { isThere in
            if isThere { unlink(path) }
            end()
        }
    }
}
