import Testing

@testable import Record

struct SheetCodesTests {
    private let codes = SheetCodes(seed: 20_24, count: 32_768)

    @Test func lettersOfAllSheetsDifferAndEveryCodeIsReadBack() {
        for seed in [0, 1, .max] as [UInt64] {
            let codes = SheetCodes(seed: seed, count: 32_768)
            var seen = Set<UInt32>()
            for sheet in 1...32_768 {
                let code = codes.code(of: sheet)
                seen.insert(code.letters)
                #expect(codes.sheet(reading: code.text) == .success(sheet), "seed \(seed)")
                #expect(codes.sheet(reading: String(code.text.suffix(4))) == .success(sheet), "seed \(seed)")
            }
            #expect(seen.count == 32_768, "seed \(seed)")
        }
    }

    @Test func theAlphabetIsCrockfords() {
        let alphabet = (0..<32 as Range<UInt32>).map(CrockfordBase32.character)
        #expect(String(decoding: alphabet, as: UTF8.self) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        #expect("uU-\u{0} ".utf8.allSatisfy { CrockfordBase32.values[Int($0)] == 32 })
    }

    @Test func aCodeHasThreeDigitsAtLeastAndFourLetters() {
        #expect(codes.code(of: 7).text.hasPrefix("007-"))
        #expect(codes.code(of: 10_000).text.hasPrefix("10000-"))
        #expect(codes.code(of: 100).text.utf8.count == 8)
        #expect(codes.code(of: 99).text.utf8.count == 8)
        #expect(codes.code(of: .max).text.utf8.count == 24)
    }

    @Test func theCheckCharacterNoticesEveryWrongLetterAndEveryExchange() {
        for place in 0..<32_768 as Range<UInt32> {
            let letters = SheetCode.withCheck(place)
            for shift in [0, 5, 10, 15] as [UInt32] {
                for change in 1..<32 as Range<UInt32> {
                    let wrong = letters ^ change << shift
                    if SheetCode.withCheck(wrong >> 5) == wrong { Issue.record("\(place): \(change) at \(shift)") }
                }
            }
            for shift in [0, 5, 10] as [UInt32] {
                let difference = (letters >> shift ^ letters >> (shift + 5)) & 31
                let exchanged = letters ^ difference << shift ^ difference << (shift + 5)
                if difference != 0, SheetCode.withCheck(exchanged >> 5) == exchanged {
                    Issue.record("\(place): exchange at \(shift)")
                }
            }
        }
    }

    @Test func everyWrongDigitAndEveryExchangeInTheNumberIsNoticed() {
        for sheet in stride(from: 1, through: 32_768, by: 1) {
            let bytes = Array(codes.code(of: sheet).text.utf8)
            let digits = bytes.count - 5
            for index in 0..<digits {
                for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != bytes[index] {
                    var wrong = bytes
                    wrong[index] = digit
                    if case .success = read(wrong) { Issue.record("\(sheet): \(digit) at \(index)") }
                }
                if index > 0, bytes[index] != bytes[index - 1] {
                    var exchanged = bytes
                    exchanged.swapAt(index, index - 1)
                    if case .success = read(exchanged) { Issue.record("\(sheet): exchange at \(index)") }
                }
            }
            // The last digit and the first letter, written without the hyphen.
            var exchanged = bytes
            exchanged.remove(at: digits)
            exchanged.swapAt(digits - 1, digits)
            if bytes[digits - 1] != bytes[digits + 1], case .success = read(exchanged) {
                Issue.record("\(sheet): middle")
            }
        }
    }

    @Test func readsWhatPeopleWrite() {
        let right = Result<Int, CodeProblem>.success(37)
        let code = codes.code(of: 37).text
        let letters = String(code.suffix(4))
        for text in [
            code, code.lowercased(), "37-" + letters, "#37 " + letters, "0000037" + letters, " 037 - \(letters) ",
            letters,
            "O37-" + letters, letters.lowercased(),
        ] {
            #expect(codes.sheet(reading: text) == right, "\(text)")
        }
        let misread = code.replacing("0", with: "o").replacing("1", with: "l")
        #expect(codes.sheet(reading: misread) == right)
    }

    @Test func refusesWhatIsNoCode() {
        for text in [
            "", "037", "37", "-", "037-K7U3", "é7-K7F3", "03A-K7F3", String(repeating: "1", count: 40), "\u{0}",
        ] {
            #expect(codes.sheet(reading: text) == .failure(.notACode), "\(text)")
        }
    }

    @Test func offersTheNearestCodes() {
        let codes = SheetCodes(seed: 5, count: 50)
        let (first, second) = (codes.code(of: 12), codes.code(of: 34))
        let mixed = "012-" + second.text.suffix(4)
        #expect(codes.sheet(reading: mixed) == .failure(.mismatch(ofNumber: first, ofLetters: second)))
        let foreign = "012-" + codes.code(of: 51).text.suffix(4)
        #expect(codes.sheet(reading: foreign) == .failure(.mismatch(ofNumber: first, ofLetters: nil)))
        let beyond = "612-" + second.text.suffix(4)
        #expect(codes.sheet(reading: beyond) == .failure(.mismatch(ofNumber: nil, ofLetters: second)))

        var bytes = Array(first.text.utf8)
        bytes[7] = bytes[7] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let mistyped = String(decoding: bytes, as: UTF8.self)
        #expect(codes.sheet(reading: mistyped) == .failure(.wrongCheck(nearest: first)))
        #expect(codes.sheet(reading: String(mistyped.suffix(4))) == .failure(.wrongCheck(nearest: nil)))
    }

    @Test func knowsTheCount() {
        let codes = SheetCodes(seed: 5, count: 50)
        #expect(codes.sheet(reading: codes.code(of: 50).text) == .success(50))
        #expect(codes.sheet(reading: codes.code(of: 51).text) == .failure(.beyondCount(50)))
        #expect(codes.sheet(reading: String(codes.code(of: 51).text.suffix(4))) == .failure(.beyondCount(50)))
        #expect(SheetCodes(seed: 5, count: 0).sheet(reading: codes.code(of: 1).text) == .failure(.beyondCount(0)))
        #expect(SheetCodes(seed: 5, count: 99).code(of: 50) == codes.code(of: 50))
    }

    @Test func aMissingNumberIsAskedForWhereLettersRepeat() {
        let codes = SheetCodes(seed: 9, count: 32_768 + 10)
        let twice = codes.code(of: 10)
        #expect(
            codes.sheet(reading: String(twice.text.suffix(4)))
                == .failure(.severalSheets([twice, codes.code(of: 32_778)])))
        #expect(codes.sheet(reading: codes.code(of: 32_778).text) == .success(32_778))
        #expect(codes.sheet(reading: String(codes.code(of: 11).text.suffix(4))) == .success(11))
    }

    @Test func lettersOfNeighboursLookUnrelated() {
        // Of 32,767 neighbours, one in 32 should share each letter.
        for shift in [5, 10, 15] as [UInt32] {
            let same = (1..<32_768).count { sheet in
                (codes.code(of: sheet).letters ^ codes.code(of: sheet + 1).letters) >> shift & 31 == 0
            }
            #expect((850...1200).contains(same), "\(same) at \(shift)")
        }
    }

    private func read(_ bytes: [UInt8]) -> Result<Int, CodeProblem> {
        bytes.withUnsafeBytes { codes.sheet(reading: $0) }
    }
}
