#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes a whole file under a name that nothing has yet; what could not be written whole is removed again.
func writeNewFile(_ bytes: [UInt8], to path: String) throws(FileError) {
    if path.isEmpty || path.utf8.contains(0) {
        throw FileError(path: path, attempt: .create, reason: .notName)
    }
    let descriptor = untilUninterrupted { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    if descriptor < 0 { throw FileError(path, .create, errorNumber: errno) }
    let file = OutputFile(descriptor: descriptor, path: path)
    do {
        try file.write(bytes)
        try file.close()
    } catch {
        unlink(path)
        throw error
    }
}
