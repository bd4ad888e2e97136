/// A cell's text made plain: what differs only in looks is written in one way.
struct AnswerText {
    /// Without spaces around it; `-` for U+2212, and for other dashes where only a sign can stand; one space for spaces and
    /// line ends of every kind, none beside a slash, no quotation marks around it.
    let bytes: [UInt8]

    init(_ cell: UnsafeRawBufferPointer) {
        var text: [UInt8] = []
        text.reserveCapacity(cell.count)
        var rest = cell[...]
        while let byte = rest.first {
            let (plain, length) = Self.plain(rest, byte, after: text.last)
            rest = rest.dropFirst(length)
            // Spaces never follow one another, nor a slash.
            if plain == space, text.isEmpty || text.last == space || text.last == slash { continue }
            if plain == slash, text.last == space { text.removeLast() }
            text.append(plain)
        }
        bytes = Array(Self.withoutQuotes(text[...]))
    }

    /// The first character in plain writing, and its length in bytes.
    private static func plain(
        _ text: Slice<UnsafeRawBufferPointer>, _ first: UInt8, after last: UInt8?
    ) -> (UInt8, length: Int) {
        switch first {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): (space, 1)
        case ..<0x80: (first, 1)
        // No-break space.
        case 0xC2 where text.starts(with: [0xC2, 0xA0]): (space, 2)
        // Minus sign.
        case 0xE2 where text.starts(with: [0xE2, 0x88, 0x92]): (UInt8(ascii: "-"), 3)
        // Hyphens and dashes, as word processors write them; between numbers they could mean a range.
        case 0xE2 where dashes.contains { text.starts(with: $0) } && (last.map(opening.contains) ?? true):
            (UInt8(ascii: "-"), 3)
        // Figure space, thin space, narrow no-break space.
        case 0xE2
        where [[0xE2, 0x80, 0x87], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0xAF]].contains { text.starts(with: $0) }:
            (space, 3)
        // Byte order mark.
        case 0xEF where text.starts(with: [0xEF, 0xBB, 0xBF]): (space, 3)
        default: (first, 1)
        }
    }

    private static let dashes: [[UInt8]] = (0x90...0x93).map { [0xE2, 0x80, $0] }

    /// What a sign can follow: the beginning, or what opens or divides a list.
    private static let opening = Array("[(,;".utf8)

    /// The text without an apostrophe before it, which keeps spreadsheets from calculating, or quotes around it.
    private static func withoutQuotes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = trimmed(text)
        if text.first == UInt8(ascii: "'") { return trimmed(text.dropFirst()) }
        let mark = UInt8(ascii: "\"")
        return text.count >= 2 && text.first == mark && text.last == mark ? trimmed(text.dropFirst().dropLast()) : text
    }
}

/// The text without spaces around it.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while text.first == space { text.removeFirst() }
    while text.last == space { text.removeLast() }
    return text
}

let space = UInt8(ascii: " ")
let slash = UInt8(ascii: "/")
let comma = UInt8(ascii: ",")
let semicolon = UInt8(ascii: ";")
let point = UInt8(ascii: ".")

/// Whether the byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
