import Exact

/// A JSON value to be written; an object keeps its members' order.
///
/// JSON is read by the YAML reader, of which it is a part; strings escape what YAML would not take as it is.
package enum JSON: Sendable {
    /// A text.
    case string(String)
    /// A whole number, of any size that a machine word has.
    case integer(Int128)
    /// Values in order.
    case array([JSON])
    /// Values with names.
    case object([(name: String, value: JSON)])

    /// The value in UTF-8, members and elements on lines of their own, with a line feed at the end.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indentation: 0)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func write(to bytes: inout [UInt8], indentation: Int) {
        switch self {
        case .string(let text): Self.write(text, to: &bytes)
        case .integer(let integer): writeInteger(integer, to: &bytes)
        case .array(let elements):
            Self.write(elements, between: "[", and: "]", to: &bytes, indentation: indentation) { element, bytes in
                element.write(to: &bytes, indentation: indentation + 2)
            }
        case .object(let members):
            Self.write(members, between: "{", and: "}", to: &bytes, indentation: indentation) { member, bytes in
                Self.write(member.name, to: &bytes)
                bytes += ": ".utf8
                member.value.write(to: &bytes, indentation: indentation + 2)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between open: String, and close: String, to bytes: inout [UInt8], indentation: Int,
        _ writeItem: (Item, inout [UInt8]) -> Void
    ) {
        bytes += open.utf8
        for (index, item) in items.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation + 2))
            writeItem(item, &bytes)
        }
        if !items.isEmpty {
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
        }
        bytes += close.utf8
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\t": bytes += "\\t".utf8
            // Control characters; line separators, which YAML folds; and what YAML counts as unprintable.
            case ..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                writeEscape(scalar.value, to: &bytes)
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(_ value: UInt32, to bytes: inout [UInt8]) {
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 15)
            bytes.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
        }
    }
}
