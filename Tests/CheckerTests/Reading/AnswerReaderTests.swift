import Exact
import TestSupport
import Testing

@testable import Checker

struct AnswerReaderTests {
    private let reader = AnswerReader(delimiter: UInt8(ascii: ","))
    private let semicolonReader = AnswerReader(delimiter: UInt8(ascii: ";"))

    @Test(
        arguments: [
            ("21", 21, 1), ("+21", 21, 1), ("-3.5", -7, 2), ("−3.5", -7, 2), (".5", 1, 2), ("5.", 5, 1),
            ("1e-3", 1, 1000),
            ("1E3", 1000, 1), ("49/8", 49, 8), ("−1/2", -1, 2), ("1 / 2", 1, 2), ("6 1/8", 49, 8), ("-6 1/8", -49, 8),
            ("−6 1/8", -49, 8), ("-0 1/2", -1, 2), ("  7\t", 7, 1), ("\u{A0}7\u{202F}", 7, 1), ("'-3", -3, 1),
            ("\"3\"", 3, 1), ("–6", -6, 1), ("\u{2011}1/2", -1, 2),
            ("50%", 1, 2), ("-12.5 %", -1, 8), ("6.1250", 49, 8), ("98/16", 49, 8), ("\u{FEFF}2", 2, 1),
            ("0.000000000000000000000000000001", 1, 1_000_000_000_000_000_000_000_000_000_000), ("7\n", 7, 1),
        ] as [(String, Int128, Int128)]) func readsNumbers(text: String, numerator: Int128, denominator: Int128)
    {
        for reader in [reader, semicolonReader] {
            for entries in [nil, 1] {
                #expect(reader.read(text, entries: entries) == .number(Rational(numerator, denominator)), "\(text)")
            }
        }
    }

    /// Between numbers a dash may mean a range as well as a difference.
    @Test(arguments: ["1–2", "1 – 2", "3–"]) func aDashIsASignOnlyWhereNothingElseCanStand(text: String) {
        guard case .unreadable = reader.read(text) else {
            Issue.record("\(text) is read")
            return
        }
    }

    @Test(arguments: ["", " ", "\u{A0}\t\r\n", "'", "\"\"", "' "]) func readsBlanks(text: String) {
        #expect(reader.read(text) == .blank)
    }

    @Test(arguments: [
        "[1, 2, 3]", "(1, 2, 3)", "1, 2, 3", "1,2,3", "1; 2; 3", "1;2;3", "[1 2 3]", "[ 1  2 3 ]", "[1,2,3]",
        "(1.0, 4/2, 3e0)",
        "[1,\n 2,\n 3]", "+1, 2., 3", "'[1, 2, 3]",
    ]) func readsVectors(text: String) {
        let vector = CellValue.array(NumberArray(vector: [1, 2, 3].map { Rational($0) }))
        #expect(reader.read(text) == vector)
        #expect(semicolonReader.read(text) == vector)
    }

    @Test(
        arguments: [
            ("[[0,1],[1,2]]", [[0, 1], [1, 2]]), ("[0 1; 1 2]", [[0, 1], [1, 2]]),
            ("[0, 1; 1, 2]", [[0, 1], [1, 2]]),
            ("((0,1),(1,2))", [[0, 1], [1, 2]]), ("[[0 1]\n [1 2]]", [[0, 1], [1, 2]]),
            ("[0, 1], [1, 2]", [[0, 1], [1, 2]]),
            ("[[1, 2]]", [[1, 2]]), ("[[1],[2],[3]]", [[1], [2], [3]]), ("[1, 2, 3]^T", [[1], [2], [3]]),
            ("[1 2 3]'", [[1], [2], [3]]), ("[1; 2; 3]", [[1], [2], [3]]), ("[[1],[2],[3]].T", [[1, 2, 3]]),
            ("[[1,2],[3,4],[5,6]]ᵀ", [[1, 3, 5], [2, 4, 6]]), ("0 , 1 ; 1 , 2", [[0, 1], [1, 2]]),
        ] as [(String, [[Int]])]) func readsMatrices(text: String, rows: [[Int]])
    {
        let matrix = NumberArray(rows: rows.map { $0.map { Rational($0) } })
        #expect(matrix.map(CellValue.array) == reader.read(text, entries: rows.joined().count))
        #expect(matrix.map(CellValue.array) == reader.read(text))
    }

    @Test(arguments: [
        ("3,5", Rational(7, 2)), ("-3,5", Rational(-7, 2)), ("−0,25", Rational(-1, 4)), ("1,234", Rational(617, 500)),
        (",5", Rational(1, 2)), ("1.234,5", Rational(2469, 2)), ("12,5%", Rational(1, 8)),
    ]) func aDecimalCommaIsReadWhereTheFileHasThem(text: String, number: Rational) {
        #expect(semicolonReader.read(text) == .number(number))
    }

    @Test func vectorsWithDecimalCommas() {
        let halves = CellValue.array(NumberArray(vector: [Rational(3, 2), Rational(5, 2)]))
        #expect(semicolonReader.read("1,5; 2,5") == halves)
        #expect(semicolonReader.read("[1,5 2,5]") == halves)
        #expect(semicolonReader.read("[1,5, 2,5]", entries: 2) == halves)
        isAmbiguous(semicolonReader.read("[1,5; 2,5]"))
        isAmbiguous(semicolonReader.read("[[0,1],[1,1]]"))
        #expect(semicolonReader.read("[[0,1],[1,1]]", entries: 4) == reader.read("[[0,1],[1,1]]"))
    }

    @Test func whatHasTwoReadingsIsNeverGuessed() {
        for text in ["1,234", "3,5", "1,000.5", "-1,234", "[6 1/8]", "1,5; 2,5", "1,234,567", "1, 2,5"] {
            isAmbiguous(reader.read(text))
        }
        isAmbiguous(reader.read("1,234", entries: 1))
        #expect(reader.read("1,000.5", entries: 1) == .number(Rational(2001, 2)))
        #expect(reader.read("1,234,567", entries: 1) == .number(Rational(1_234_567)))
        #expect(reader.read("3,5", entries: 2) == .array(NumberArray(vector: [Rational(3), Rational(5)])))
        #expect(reader.read("[6 1/8]", entries: 1) == .number(Rational(49, 8)))
        #expect(reader.read("(1/2)", entries: 1) == .number(Rational(1, 2)))
    }

    @Test(arguments: [
        "0x10", "NaN", "nan", "inf", "-inf", "∞", "1..2", "--3", "+-3", "3-", "-", ".", "e5", "1e", "1e1.5", "1/2/-3",
        "1/-2",
        "/2", "1 2", "1 2 3", "abc", "=1+1", "5 apples", "1_000", "٣", "½", "1\u{0}", "%", "3 -1/8",
        "x, y",
        "1/2e3", "true", "\u{FFFD}", "6 1.5", "1e99999999999999999999999x",
    ]) func whatIsNoNumberIsUnreadable(text: String) {
        for reader in [reader, semicolonReader] {
            guard case .unreadable(let problem) = reader.read(text) else {
                Issue.record("\(text) was read")
                continue
            }
            guard case .notANumber = problem else {
                #expect(text == "%" && problem == .emptyEntry, "\(text): \(problem)")
                continue
            }
        }
    }

    @Test(
        arguments: [
            ("1/0", .zeroDenominator("1/0")), ("-6 1/00", .zeroDenominator("-6 1/00")),
            (String(repeating: "9", count: 40), .tooManyDigits(String(repeating: "9", count: 24) + "…")),
            ("1e99", .tooManyDigits("1e99")), ("1e-99", .tooManyDigits("1e-99")), ("[1, 2", .unmatchedBracket),
            ("1, 2]", .unmatchedBracket), ("[1, 2)", .unmatchedBracket), ("x[1]", .unmatchedBracket),
            ("[]", .emptyEntry),
            ("[1,,2]", .emptyEntry), ("[1, 2,]", .emptyEntry), ("1;", .emptyEntry), (",", .emptyEntry),
            ("[[1],,[2]]", .emptyEntry), ("[[1],[2],]", .emptyEntry), ("[[1, 2], [3]]", .unequalRows),
            ("[1 2; 3]", .unequalRows), ("[[[1]]]", .tooDeep), ("[[1;2],[3;4]]", .tooDeep),
            (String(repeating: "1", count: 4097), .tooLong), (String(repeating: "[", count: 4000), .tooDeep),
            (String(repeating: "()", count: 2000), .emptyEntry), ("[1]-[2]", .unmatchedBracket),
        ] as [(String, CellProblem)]) func namesTheProblem(text: String, problem: CellProblem)
    {
        #expect(reader.read(text) == .unreadable(problem), "\(text)")
        #expect(problem.message.contains("expected"))
    }

    @Test(arguments: [
        "2-Jan", "02-jan", "Jan-02", "Jan 2", "2 January 2024", "1. Mar", "2-Jan-24", "01/02/2024", "1/2/24",
        "2026-01-02",
        "2026-01-02 00:00:00", "2026-01-02T00:00:00", "1.2.2024", "Sept 5", "\"2-Jan\"",
    ]) func aDateWasAFractionOnce(text: String) { #expect(reader.read(text) == .unreadable(.date)) }

    @Test(arguments: ["Jan", "maybe 2", "2-xyz", "1-2", "a-b-c", "1.2.3.4", "may", "ma 2", "12345/1/1"])
    func notEverythingIsADate(text: String) {
        #expect(reader.read(text) != .unreadable(.date))
    }

    /// However a number is written, it is the same number.
    @Test func equalNumbersAreEqualHoweverWritten() {
        for numerator in -300...300 as ClosedRange<Int128> {
            let number = Rational(numerator, 8)
            let sign = numerator < 0 ? "−" : ""
            let magnitude = numerator.magnitude
            let thousandths = String(magnitude * 125 % 1000)
            let digits = String(repeating: "0", count: 3 - thousandths.count) + thousandths
            for text in [
                number.text, "\(numerator)/8", "\(sign)\(magnitude * 3)/24",
                "\(sign)\(magnitude / 8) \(magnitude % 8)/8",
                "\(sign)\(magnitude * 125)e-3", "\(sign)\(magnitude / 8).\(digits)00",
                " \(sign)00\(magnitude / 8).\(digits) ",
            ] {
                #expect(reader.read(text) == .number(number), "\(text)")
                #expect(semicolonReader.read(text) == .number(number), "\(text)")
            }
        }
    }

    /// Random bytes and random arrangements of what numbers are made of end in some value, and the same one each time.
    @Test func anyBytesEndInAValue() {
        let alphabet = Array("0123456789+-−./,;:[]()^T'\" eE%\u{A0}".utf8)
        for seed in 0..<20_000 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            let cell = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                seed % 4 == 0 ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
            }
            let value = cell.withUnsafeBytes { reader.read($0) }
            switch value {
            case .number(let number): #expect(!number.isUndefined, "seed \(seed)")
            case .array(let array):
                #expect(array.shape.reduce(1, *) == array.entries.count && !array.entries.isEmpty, "seed \(seed)")
                #expect(!array.entries.contains(.undefined), "seed \(seed)")
            case .blank, .unreadable: break
            }
        }
    }

    private func isAmbiguous(_ value: CellValue, sourceLocation: SourceLocation = #_sourceLocation) {
        guard case .unreadable(.ambiguous(let readings)) = value else {
            Issue.record("\(value) is not ambiguous", sourceLocation: sourceLocation)
            return
        }
        #expect(readings.count > 1, sourceLocation: sourceLocation)
    }
}
