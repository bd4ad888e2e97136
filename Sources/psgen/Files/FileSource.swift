import Record

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads from standard input; a function of its own, since the type's `read` hides the system's.
private func pull(_ room: inout [UInt8]) -> Int { read(STDIN_FILENO, &room, room.count) }

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

    /// What standard input has to say, kept in a file without a name, which vanishes with the process.
    init(standardInput: Void) throws(FileError) {
        path = "standard input"
        var name = Array((environmentVariable("TMPDIR") ?? "/tmp").utf8CString.dropLast()) + "/psgen.XXXXXX".utf8CString
        let number = mkstemp(&name)
        let temporary = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        if number < 0 { throw FileError(temporary, .create, errorNumber: errno) }
        descriptor = Descriptor(number)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        unlink(name)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var count = 0
        while true {
            let length = untilUninterrupted { pull(&room) }
            if length < 0 { throw FileError(path, .read, errorNumber: errno) }
            if length == 0 { break }
            let failure = room[..<length].withUnsafeBytes { writeAll($0, to: number) }
            if failure != 0 { throw FileError(temporary, .write, errorNumber: failure) }
            count += length
        }
        self.count = count
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        let length = untilUninterrupted { pread(descriptor.number, buffer.baseAddress, buffer.count, off_t(offset)) }
        if length < 0 { throw ReadFailure(reason: String(cString: strerror(errno))) }
        return length
    }
}
