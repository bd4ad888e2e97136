/// What identifies a sheet of a set on paper, such as `037-K7F3`: its number, three letters that only the set's seed tells,
/// and a check character over the letters.
///
/// Letters are of Crockford's base 32: digits and capitals without I, L, O and U.
package struct SheetCode: Hashable, Sendable {
    /// The sheet's number, from 1.
    package let number: Int
    /// Three letters and the check character, of five bits each, the first uppermost.
    let letters: UInt32

    init(number: Int, place: Int) {
        self.number = number
        letters = Self.withCheck(UInt32(truncatingIfNeeded: place))
    }

    /// Appends the code in ASCII.
    package func write(to bytes: inout [UInt8]) {
        // From the last character to the first; a number has at most 19 digits.
        withUnsafeTemporaryAllocation(byteCount: 24, alignment: 1) { buffer in
            var start = buffer.count
            func prepend(_ character: UInt8) {
                start -= 1
                buffer[start] = character
            }
            for shift in 0..<4 as Range<UInt32> { prepend(CrockfordBase32.character(of: letters >> (5 * shift) & 31)) }
            prepend(UInt8(ascii: "-"))
            var left = number.magnitude
            for place in 0..<19 where place < 3 || left > 0 {
                prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10))
                left /= 10
            }
            bytes.append(contentsOf: buffer[start...])
        }
    }

    /// The code in writing.
    package var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Three letters followed by their check character.
    ///
    /// The letters and the check character, weighted with x, x², x³ and 1 in GF(32), add up to 0. The weights are neither 0
    /// nor equal, hence no single wrong character and no exchange of two passes.
    static func withCheck(_ place: UInt32) -> UInt32 {
        let (first, second, third) = (place >> 10 & 31, place >> 5 & 31, place & 31)
        return place << 5 | timesX(first ^ timesX(second ^ timesX(third)))
    }

    /// The product with x in GF(32), modulo x⁵ + x² + 1.
    private static func timesX(_ element: UInt32) -> UInt32 { element << 1 ^ (element >> 4) * 0b100101 }
}

/// Crockford's base 32, which leaves out what is easily misread.
enum CrockfordBase32 {
    private static let alphabet: StaticString = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    /// The character of a value, of which the lowest five bits count.
    static func character(of value: UInt32) -> UInt8 { alphabet.utf8Start[Int(value & 31)] }

    /// The value of each byte as a character: case does not matter, O is read as 0, I and L as 1; 32 for no character.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 32, count: 256)
        for value in 0..<32 as Range<UInt8> {
            let character = character(of: UInt32(value))
            values[Int(character)] = value
            if character > UInt8(ascii: "9") { values[Int(character | 0x20)] = value }
        }
        for misread in "oO".utf8 { values[Int(misread)] = 0 }
        for misread in "iIlL".utf8 { values[Int(misread)] = 1 }
        return values
    }()
}
