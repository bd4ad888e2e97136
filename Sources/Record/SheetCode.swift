import Exact

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
        if number < 1000 {
            let number = UInt32(truncatingIfNeeded: number)
            bytes.append(CrockfordBase32.character(of: number / 100))
            bytes.append(CrockfordBase32.character(of: number / 10 % 10))
            bytes.append(CrockfordBase32.character(of: number % 10))
        } else {
            writeInteger(Int128(number), to: &bytes)
        }
        bytes.append(UInt8(ascii: "-"))
        bytes.append(CrockfordBase32.character(of: letters >> 15))
        bytes.append(CrockfordBase32.character(of: letters >> 10 & 31))
        bytes.append(CrockfordBase32.character(of: letters >> 5 & 31))
        bytes.append(CrockfordBase32.character(of: letters & 31))
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
    /// The character of a value below 32.
    static func character(of value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        // Four letters of the alphabet are left out, so the distance to ASCII grows by one at each.
        return switch value {
        case ..<10: value + 48
        case ..<18: value + 55
        case ..<20: value + 56
        case ..<22: value + 57
        case ..<27: value + 58
        default: value + 59
        }
    }

    /// The value of a character: case does not matter, O is read as 0, I and L as 1; nil for all others.
    static func value(of character: UInt8) -> UInt32? {
        let value = values[Int(character)]
        return value < 32 ? UInt32(value) : nil
    }

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
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
