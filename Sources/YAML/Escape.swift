/// An escape in double quotes, measured.
struct Escape {
    /// The bytes it takes in the file, backslash included.
    let length: Int
    /// The bytes it puts into the text, white space not counted.
    let visibleBytes: Int

    /// An escape that libyaml has accepted, by the byte behind the backslash and what follows.
    init(_ letter: UInt8, in rest: ArraySlice<UInt8>) {
        switch Unicode.Scalar(letter) {
        case "x": self.init(digits: rest.prefix(2))
        case "u": self.init(digits: rest.prefix(4))
        case "U": self.init(digits: rest.prefix(8))
        case "n", "t", "r", " ", "\t", "\n", "\r": self.init(length: 2, visibleBytes: 0)
        case "N", "_": self.init(length: 2, visibleBytes: 2)
        case "L", "P": self.init(length: 2, visibleBytes: 3)
        default: self.init(length: 2, visibleBytes: 1)
        }
    }

    private init(length: Int, visibleBytes: Int) {
        self.length = length
        self.visibleBytes = visibleBytes
    }

    private init(digits: ArraySlice<UInt8>) {
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        let isWhiteSpace = value < 0x80 && UInt8(value).isWhiteSpace
        self.init(length: 2 + digits.count, visibleBytes: isWhiteSpace ? 0 : UTF8.width(scalar))
    }
}
