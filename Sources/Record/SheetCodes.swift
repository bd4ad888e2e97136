/// The codes of a set's sheets, numbered from 1.
///
/// Up to 32,768 sheets, the letters alone differ from sheet to sheet. Which number has which letters follows from the seed
/// alone, so a sheet keeps its code whatever the count.
package struct SheetCodes: Sendable {
    /// How many sheets the set has.
    package let count: Int
    private let permutation: CodePermutation

    /// The codes of the set with this seed.
    package init(seed: UInt64, count: Int) {
        self.count = count
        permutation = CodePermutation(seed: seed)
    }

    /// The code of the sheet with a number; also for numbers above the count.
    package func code(of sheet: Int) -> SheetCode { SheetCode(number: sheet, place: permutation(sheet)) }

    /// The number of the sheet whose code `text` is.
    ///
    /// Case does not matter, nor hyphens, spaces, `#` and leading zeros; O is read as 0, I and L as 1. The number may be
    /// missing where the letters name one sheet. Any one wrong character and any two neighbours exchanged are noticed.
    package func sheet(reading text: UnsafeRawBufferPointer) -> Result<Int, CodeProblem> {
        guard let parts = CodeParts(text) else { return .failure(.notACode) }
        let place = parts.letters >> 5
        let isCheckRight = SheetCode.withCheck(place) == parts.letters
        guard let number = parts.number else {
            return isCheckRight ? sheet(atPlace: Int(place)) : .failure(.wrongCheck(nearest: nil))
        }
        let right = code(of: number)
        let isInSet = number >= 1 && number <= count
        if right.letters == parts.letters { return isInSet ? .success(number) : .failure(.beyondCount(count)) }
        let ofNumber = isInSet ? right : nil
        guard isCheckRight else { return .failure(.wrongCheck(nearest: ofNumber)) }
        let ofLetters = try? sheet(atPlace: Int(place)).get()
        return .failure(.mismatch(ofNumber: ofNumber, ofLetters: ofLetters.map(code(of:))))
    }

    /// The number of the sheet whose code `text` is, as its UTF-8 is read.
    package func sheet(reading text: String) -> Result<Int, CodeProblem> {
        var text = text
        return text.withUTF8 { sheet(reading: UnsafeRawBufferPointer($0)) }
    }

    private func sheet(atPlace place: Int) -> Result<Int, CodeProblem> {
        let value = permutation.inverse(place)
        // Sheet 32768 has the value 0.
        let first = value == 0 ? CodePermutation.size : value
        guard first <= count else { return .failure(.beyondCount(count)) }
        guard first + CodePermutation.size > count else {
            return .failure(.severalSheets([code(of: first), code(of: first + CodePermutation.size)]))
        }
        return .success(first)
    }
}

/// A text taken for a code: the last four characters are letters, those before them the number.
private struct CodeParts {
    var number: Int?
    var letters: UInt32

    init?(_ text: UnsafeRawBufferPointer) {
        let values = CrockfordBase32.values
        var number = 0
        var letters = 0 as UInt32
        var count = 0
        for byte in text {
            let value = UInt32(values[Int(byte)])
            guard value < 32 else {
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "#") { continue }
                return nil
            }
            if count >= 4 {
                let digit = letters >> 15
                guard digit < 10, count < 22 else { return nil }
                number = number * 10 + Int(digit)
            }
            letters = (letters << 5 | value) & 0xF_FFFF
            count += 1
        }
        guard count >= 4 else { return nil }
        self.number = count > 4 ? number : nil
        self.letters = letters
    }
}
