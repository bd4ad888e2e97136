/// Appends a text so that HTML reads it as text, also between double quotes; U+0000, which HTML cannot hold, as U+FFFD.
package func appendEscaped(_ text: String, to target: inout [UInt8]) {
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): target.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): target.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): target.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): target.append(contentsOf: "&quot;".utf8)
        case 0: target.append(contentsOf: "\u{FFFD}".utf8)
        default: target.append(byte)
        }
    }
}
