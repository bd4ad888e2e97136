/// Bytes that can be read at any place, such as a file's.
///
/// Only the command itself opens files; everything else reads through this.
package protocol ByteSource: Sendable {
    /// How many bytes there are.
    var count: Int { get }

    /// Reads bytes from `offset` on into `buffer`.
    ///
    /// - Returns: How many were read: at least 1, or 0 at the end or for an empty buffer.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
}

/// Why bytes could not be read.
package struct ReadFailure: Error, Hashable {
    /// A sentence without its full stop, such as `No such file or directory`.
    package let reason: String

    /// A failure with the reason that the system gives.
    package init(reason: String) { self.reason = reason }
}

/// Bytes in memory.
package struct MemorySource: ByteSource {
    private let bytes: [UInt8]

    /// A source of `bytes`.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var count: Int { bytes.count }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let length = min(buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + length])
        return length
    }
}
