/// Eight bytes looked at together, in the eight bytes of a word.
struct ByteWord {
    /// How many bytes a word has.
    static let width = 8

    private static let ones = 0x0101_0101_0101_0101 as UInt64
    private static let tops = ones << 7

    /// The first byte is the lowest.
    private let word: UInt64

    /// The bytes from `offset` on; where `bytes` ends before, bytes FF stand for the missing ones.
    @inline(__always)
    init(in bytes: UnsafeRawBufferPointer, at offset: Int) {
        if offset + Self.width <= bytes.count {
            word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        } else {
            word = bytes[offset...].reversed().reduce(.max) { $0 << 8 | UInt64($1) }
        }
    }

    /// The top bit of each byte that is `byte`.
    @inline(__always)
    func marks(of byte: UInt8) -> UInt64 {
        let difference = word ^ UInt64(byte) &* Self.ones
        // Adding to seven bits carries into the eighth at most, so no byte disturbs its neighbour.
        return ~((difference & ~Self.tops) &+ ~Self.tops | difference) & Self.tops
    }

    /// The top bit of each byte that is not above `byte`, itself below 128.
    @inline(__always)
    func marks(notAbove byte: UInt8) -> UInt64 {
        ~((word & ~Self.tops) &+ UInt64(0x7F - byte) &* Self.ones | word) & Self.tops
    }
}
