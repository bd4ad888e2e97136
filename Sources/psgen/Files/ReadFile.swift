#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of an ordinary file.
///
/// Pipes, devices and folders are refused without waiting for them.
/// - Parameter limit: the most bytes that are acceptable; no more memory than that is used.
func contentsOfFile(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if path.isEmpty { throw FileError(path: path, attempt: .read, reason: .missing) }
    if path.utf8.contains(0) { throw FileError(path: path, attempt: .read, reason: .notName) }
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    let number = untilUninterrupted { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    if number < 0 { throw FileError(path, .read, errorNumber: errno) }
    let descriptor = Descriptor(number)

    var status = stat()
    if fstat(number, &status) != 0 { throw FileError(path, .read, errorNumber: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path: path, attempt: .read, reason: .isFolder)
    default: throw FileError(path: path, attempt: .read, reason: .notOrdinaryFile)
    }
    return try contents(of: descriptor, path: path, expected: Int(status.st_size), limit: limit)
}

/// The rest of an open file, of about `expected` bytes.
func contents(
    of descriptor: Descriptor, path: String, expected: Int, limit: Int
) throws(FileError) -> [UInt8] {
    if expected > limit && lseek(descriptor.number, 0, SEEK_CUR) == 0 {
        throw FileError(path: path, attempt: .read, reason: .tooLarge(limit: limit))
    }
    var bytes: [UInt8] = []
    // One more than expected, so that the end of a file that did not grow is seen without a second round.
    var step = min(max(expected, 0), limit) + 1
    while true {
        let start = bytes.count
        var failure: Int32 = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
            let result = untilUninterrupted { read(descriptor.number, buffer.baseAddress, step) }
            failure = result < 0 ? errno : 0
            count = max(result, 0)
        }
        if failure != 0 { throw FileError(path, .read, errorNumber: failure) }
        if chunk.isEmpty { return bytes }
        if start == 0 { bytes = chunk } else { bytes += chunk }
        if bytes.count > limit { throw FileError(path: path, attempt: .read, reason: .tooLarge(limit: limit)) }
        step = min(max(1 << 12, bytes.count), limit - bytes.count + 1)
    }
}
