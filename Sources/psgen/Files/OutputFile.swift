#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that grows at its end, written in large pieces.
///
/// After an error each further call throws the same one. A file that is not closed keeps what was written so far
/// and loses what is still in the buffer.
final class OutputFile {
    /// The path as the user knows it.
    let path: String
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var isOpen = true
    private var buffer: [UInt8] = []
    private var failure: FileError?

    /// How many bytes are gathered before they are written.
    static let bufferSize = 256 << 10

    /// Takes over an open descriptor.
    ///
    /// - Parameter ownsDescriptor: whether closing the file closes the descriptor.
    init(descriptor: Int32, path: String, ownsDescriptor: Bool = true) {
        self.descriptor = descriptor
        self.path = path
        self.ownsDescriptor = ownsDescriptor
    }

    /// Makes a file, or empties the one that there is.
    convenience init(path: String) throws(FileError) {
        if path.isEmpty || path.utf8.contains(0) {
            throw FileError(path: path, attempt: .write, reason: .notName)
        }
        let descriptor = untilUninterrupted { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
        if descriptor < 0 { throw FileError(path, .write, errorNumber: errno) }
        self.init(descriptor: descriptor, path: path)
    }

    /// Standard output; a closed pipe is the error `.closedPipe`.
    static func standardOutput() -> OutputFile {
        OutputFile(descriptor: STDOUT_FILENO, path: "standard output", ownsDescriptor: false)
    }

    deinit {
        if isOpen && ownsDescriptor { _ = closeWritten(descriptor) }
    }

    /// Adds bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        if let failure { throw failure }
        try makeRoom(for: bytes.count)
        if bytes.count >= Self.bufferSize / 2 {
            // What was gathered before stands before it.
            try flush()
            try check(writeAll(bytes, to: descriptor))
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws(FileError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in try write(UnsafeRawBufferPointer(bytes)) }
    }

    /// Adds bytes.
    func write(_ bytes: ArraySlice<UInt8>) throws(FileError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in try write(UnsafeRawBufferPointer(bytes)) }
    }

    /// Adds a text in UTF-8.
    func write(_ text: String) throws(FileError) {
        if let failure { throw failure }
        if text.utf8.count >= Self.bufferSize { return try write(Array(text.utf8)) }
        try makeRoom(for: text.utf8.count)
        buffer.append(contentsOf: text.utf8)
    }

    /// Writes what is in the buffer.
    func flush() throws(FileError) {
        if let failure { throw failure }
        if buffer.isEmpty { return }
        let error = buffer.withUnsafeBytes { writeAll($0, to: descriptor) }
        buffer.removeAll(keepingCapacity: true)
        try check(error)
    }

    /// Writes what is in the buffer and closes the file. A second time it does nothing.
    func close() throws(FileError) {
        guard isOpen else { return }
        defer { isOpen = false }
        do throws(FileError) {
            try flush()
        } catch {
            if ownsDescriptor { _ = closeWritten(descriptor) }
            throw error
        }
        if ownsDescriptor { try check(closeWritten(descriptor)) }
    }

    private func makeRoom(for count: Int) throws(FileError) {
        if buffer.count + count > Self.bufferSize { try flush() }
        if buffer.capacity == 0 { buffer.reserveCapacity(Self.bufferSize) }
    }

    private func check(_ errorNumber: Int32) throws(FileError) {
        if errorNumber == 0 { return }
        let error = FileError(path, .write, errorNumber: errorNumber)
        failure = error
        throw error
    }
}
