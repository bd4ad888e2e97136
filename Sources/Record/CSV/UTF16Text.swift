/// Turns a file that a spreadsheet saved as "Unicode text", UTF-16 behind a byte order mark, into UTF-8.
enum UTF16Text {
    /// Whether a file's first bytes are UTF-16's byte order mark.
    static func begins(_ start: UnsafeRawBufferPointer) -> Bool {
        start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    }

    /// The whole text in memory, behind UTF-8's byte order mark; half characters become U+FFFD.
    static func source(of bytes: any ByteSource) throws(ReadFailure) -> MemorySource {
        var all = [UInt8](repeating: 0, count: bytes.count)
        var filled = 0
        while filled < all.count {
            let length = try all.withUnsafeMutableBufferPointer { (room) throws(ReadFailure) in
                let rest = UnsafeMutableBufferPointer(rebasing: room[filled...])
                return try bytes.read(at: filled, into: UnsafeMutableRawBufferPointer(rest))
            }
            if length == 0 { break }
            filled += length
        }
        let isLittleEndian = all.first == 0xFF
        let units = stride(from: 0, to: filled - 1, by: 2).map { index in
            let (first, second) = (UInt16(all[index]), UInt16(all[index + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        return MemorySource(Array(String(decoding: units, as: UTF16.self).utf8))
    }
}
