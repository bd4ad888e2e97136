extension SourceFile {
    /// What keeps bytes from being UTF-8 text, nil if nothing does. O(bytes).
    static func encodingProblem(_ bytes: [UInt8]) -> Diagnostic? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || looksLikeUTF16(bytes) {
            return .error("the file is in UTF-16; save it as UTF-8", at: .top)
        }
        let offset = bytes.withUnsafeBufferPointer { firstUnreadable(in: $0) }
        guard let offset else { return nil }
        let place = SourceRange(at: place(ofUnreadable: offset, in: bytes))
        if bytes[offset] == 0 {
            return .error("the file is not text: it has a zero byte here", at: place)
        }
        let byte = hexadecimal(UInt32(bytes[offset]), digits: 2)
        return .error("the byte \(byte) is not UTF-8; save the file as UTF-8", at: place)
    }

    /// Two ASCII characters in UTF-16, in either byte order.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4 else { return false }
        let isZero = bytes.prefix(4).map { $0 == 0 }
        return isZero == [false, true, false, true] || isZero == [true, false, true, false]
    }

    /// The offset of the first zero byte or ill-formed sequence.
    private static func firstUnreadable(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0 { return index }
            guard let length = scalarLength(at: index, in: bytes) else { return index }
            index += length
        }
        return nil
    }

    /// The length of the well-formed scalar at an index, nil if there is none.
    private static func scalarLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        // The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF.
        let length: Int
        let second: ClosedRange<UInt8>
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second ~= bytes[index + 1] else { return nil }
        return bytes[(index + 2)..<(index + length)].contains(where: \.startsScalar) ? nil : length
    }

    /// The place of the first unreadable byte; what stands before it is UTF-8.
    private static func place(ofUnreadable offset: Int, in bytes: [UInt8]) -> SourcePosition {
        bytes.withUnsafeBufferPointer { all in
            let readable = UnsafeBufferPointer(rebasing: all[..<offset])
            return LineTable(readable).position(atOffset: offset, in: readable)
        }
    }
}

/// A number in hexadecimal, upper case, with at least so many digits.
func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
