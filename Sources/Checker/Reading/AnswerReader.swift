import Exact

/// Reads cells of answers as numbers, vectors and matrices, exactly.
///
/// A text that can be read in several ways is not guessed at but unreadable, unless the file or the number of entries
/// asked for decides.
package struct AnswerReader: Sendable {
    /// How many bytes a cell may have.
    package static let cellLimit = 4096

    /// Whether the file's delimiter, a semicolon, shows that a comma is a decimal point there.
    package let hasDecimalComma: Bool

    /// A reader for the cells of a file with a delimiter.
    package init(delimiter: UInt8) { hasDecimalComma = delimiter == semicolon }

    /// Reads a cell.
    ///
    /// - Parameters:
    ///   - cell: The cell in UTF-8.
    ///   - entries: How many numbers are asked for, where known: 1 for a number, 6 for a 2×3 matrix. It settles what could
    ///     be read in several ways; a cell with another number of entries is still read.
    package func read(_ cell: UnsafeRawBufferPointer, entries: Int? = nil) -> CellValue {
        if let number = readCommonNumber(cell) { return .number(number) }
        guard cell.count <= Self.cellLimit else { return .unreadable(.tooLong) }
        let text = AnswerText(cell).bytes
        if text.isEmpty { return .blank }
        let value = readPlain(text, entries: entries)
        guard case .unreadable = value else { return value }
        if String(decoding: text, as: UTF8.self).contains(AnswerConflict.sign) { return .unreadable(.typedTwice) }
        if looksLikeDate(text) { return .unreadable(.date) }
        let number = ArithmeticText.number(in: text, hasDecimalComma: hasDecimalComma)
        return number.map(CellValue.number) ?? value
    }

    /// Reads a cell as its UTF-8 is read.
    package func read(_ cell: String, entries: Int? = nil) -> CellValue {
        var cell = cell
        return cell.withUTF8 { read(UnsafeRawBufferPointer($0), entries: entries) }
    }

    private func readPlain(_ text: [UInt8], entries: Int?) -> CellValue {
        var readings: [CellValue] = []
        var problem: CellProblem?
        for interpretation in interpretations(of: text) {
            do throws(CellProblem) {
                let reading = try simplified(interpretation.read(text), entries: entries)
                if !readings.contains(reading) { readings.append(reading) }
            } catch {
                problem = problem ?? error
            }
        }
        if readings.count > 1, let entries {
            let fitting = readings.filter { entryCount($0) == entries }
            if !fitting.isEmpty { readings = fitting }
        }
        if readings.count > 1 { return .unreadable(.ambiguous(readings.map(describe))) }
        return readings.first ?? .unreadable(problem ?? .emptyEntry)
    }

    /// The ways to read a text that are worth trying; several only where there are commas, or spaces in brackets.
    private func interpretations(of text: [UInt8]) -> [CellInterpretation] {
        let isBracketed = text.contains(UInt8(ascii: "[")) || text.contains(UInt8(ascii: "("))
        // Only a mixed number has a space within.
        let spaces = isBracketed ? (text.contains(slash) ? [true, false] : [true]) : [false]
        return commaMeanings(in: text, isBracketed: isBracketed).flatMap { meaning in
            spaces.map { CellInterpretation(commas: meaning, spacesSeparate: $0) }
        }
    }

    private func commaMeanings(in text: [UInt8], isBracketed: Bool) -> [CommaMeaning] {
        guard text.contains(comma) else { return [.separator] }
        guard hasDecimalComma else { return isBracketed ? [.separator] : [.separator, .decimalPoint, .thousands] }
        if isBracketed { return [.separator, .decimalPoint] }
        // The file decides: a comma that can be a decimal point is one.
        let decimal = CellInterpretation(commas: .decimalPoint, spacesSeparate: false)
        return (try? decimal.read(text)) == nil ? [.separator, .thousands] : [.decimalPoint]
    }

    /// A number in brackets is a number where one number is asked for.
    private func simplified(_ value: CellValue, entries: Int?) -> CellValue {
        guard entries == 1, case .array(let array) = value, array.entries.count == 1 else { return value }
        return .number(array.entries[0])
    }

    private func entryCount(_ value: CellValue) -> Int {
        if case .array(let array) = value { array.entries.count } else { 1 }
    }

    private func describe(_ value: CellValue) -> String {
        switch value {
        case .number(let number): number.text
        case .array(let array):
            "\(array.shape.count == 1 ? "the vector" : "the matrix with entries")"
                + " [\(array.entries.map(\.text).joined(separator: ", "))]"
        case .blank, .unreadable: ""
        }
    }
}
