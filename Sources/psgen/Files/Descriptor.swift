#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file or folder, closed when nobody holds it any more.
final class Descriptor: Sendable {
    /// The number the system knows it by.
    let number: Int32

    /// Takes over an open descriptor.
    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Opens a folder for use with the calls that take names relative to it; its path may be relative to another.
    ///
    /// - Parameter flags: O_NOFOLLOW where a link must not be followed.
    /// - Returns: nil on failure, with `errno` set.
    static func folder(_ path: UnsafePointer<CChar>, in parent: Int32 = AT_FDCWD, flags: Int32 = 0) -> Descriptor? {
        let number = untilUninterrupted { openat(parent, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags) }
        return number < 0 ? nil : Descriptor(number)
    }
}

/// Repeats a system call until it is not cut short by a signal.
@inline(__always)
func untilUninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}

/// Writes all bytes, in as many calls as it takes.
///
/// - Returns: 0 or the error number.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    guard let start = bytes.baseAddress else { return 0 }
    // Darwin refuses counts beyond Int32.
    let most = 1 << 30
    var offset = 0
    while offset < bytes.count {
        let count = min(bytes.count - offset, most)
        let written = untilUninterrupted { write(descriptor, start + offset, count) }
        if written < 0 { return errno }
        offset += written
    }
    return 0
}

/// Closes a descriptor that was written to, where a late error of the disk may show.
///
/// - Returns: 0 or the error number.
func closeWritten(_ descriptor: Int32) -> Int32 {
    // After EINTR the descriptor is closed all the same.
    close(descriptor) == 0 || errno == EINTR ? 0 : errno
}
