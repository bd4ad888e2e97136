#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that takes its place whole at the end, over an old one of the same name.
final class ReplacedFile {
    /// To be written; not to be closed.
    let output: OutputFile
    private let path: String
    private let partialPath: String
    private var isCommitted = false

    /// Begins a file under a hidden name beside its place.
    init(path: String) throws(FileError) {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        self.path = path
        partialPath = path[..<slash] + "." + path[slash...] + ".partial-\(getpid())"
        output = try OutputFile(path: partialPath)
    }

    deinit {
        if !isCommitted { unlink(partialPath) }
    }

    /// Gives the file its name.
    func commit() throws(FileError) {
        try output.close()
        guard rename(partialPath, path) == 0 else { throw FileError(path, .replace, errorNumber: errno) }
        isCommitted = true
    }
}
