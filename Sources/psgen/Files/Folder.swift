#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of the output while it is being filled. Several threads may write different files at the same time.
final class Folder: Sendable {
    /// The path that the folder will have.
    let path: String
    /// The folder as the system knows it.
    let descriptor: Descriptor
    /// Whether the folder is about to be removed.
    let interruption: Interruption

    /// A folder that is open already.
    init(path: String, descriptor: Descriptor, interruption: Interruption) {
        self.path = path
        self.descriptor = descriptor
        self.interruption = interruption
    }

    /// Makes a folder in this one, or opens the one that was made before.
    func folder(_ name: String) throws(FileError) -> Folder {
        guard mkdirat(descriptor.number, name, 0o777) == 0 || errno == EEXIST else {
            throw error(name, .create, errno)
        }
        guard let made = Descriptor.folder(name, in: descriptor.number, flags: O_NOFOLLOW) else {
            throw error(name, .create, errno)
        }
        return Folder(path: path + "/" + name, descriptor: made, interruption: interruption)
    }

    /// Makes a file in this folder, to be written piece by piece.
    func file(_ name: String) throws(FileError) -> OutputFile {
        let number = openNew(name)
        if number < 0 { throw error(name, .write, errno) }
        return OutputFile(descriptor: number, path: path + "/" + name)
    }

    /// Writes a whole file.
    func write(_ bytes: UnsafeRawBufferPointer, to name: String) throws(FileError) {
        let number = openNew(name)
        if number < 0 { throw error(name, .write, errno) }
        let written = writeAll(bytes, to: number)
        let closed = closeWritten(number)
        if written != 0 || closed != 0 { throw error(name, .write, written != 0 ? written : closed) }
    }

    /// Writes a whole file.
    func write(_ bytes: [UInt8], to name: String) throws(FileError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
            try write(UnsafeRawBufferPointer(bytes), to: name)
        }
    }

    private func openNew(_ name: String) -> Int32 {
        interruption.check()
        return untilUninterrupted { openat(descriptor.number, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    }

    /// An error at a file of this folder.
    func error(_ name: String, _ attempt: FileError.Attempt, _ number: Int32) -> FileError {
        // After an interrupt the folder is removed under the feet of the other threads: that is no error to report.
        interruption.check()
        return FileError(path + "/" + name, attempt, errorNumber: number)
    }
}
