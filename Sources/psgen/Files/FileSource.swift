import Record

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is read at any place, without keeping it in memory.
struct FileSource: ByteSource {
    /// The path as the user knows it.
    let path: String
    let count: Int
    private let descriptor: Descriptor

    /// Opens an ordinary file.
    init(_ path: String) throws(FileError) {
        if path.isEmpty || path.utf8.contains(0) { throw FileError(path: path, attempt: .read, reason: .notName) }
        // Opening a pipe would wait for a writer.
        let number = untilUninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        if number < 0 { throw FileError(path, .read, errorNumber: errno) }
        descriptor = Descriptor(number)
        var status = stat()
        if fstat(number, &status) != 0 { throw FileError(path, .read, errorNumber: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: count = Int(status.st_size)
        case S_IFDIR: throw FileError(path: path, attempt: .read, reason: .isFolder)
        default: throw FileError(path: path, attempt: .read, reason: .notOrdinaryFile)
        }
        self.path = path
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        let length = untilUninterrupted { pread(descriptor.number, buffer.baseAddress, buffer.count, off_t(offset)) }
        if length < 0 { throw ReadFailure(reason: String(cString: strerror(errno))) }
        return length
    }
}
