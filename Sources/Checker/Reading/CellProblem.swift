/// Why a cell cannot be read.
package enum CellProblem: Error, Hashable {
    /// The cell has more bytes than any answer needs.
    case tooLong
    /// This text, the cell's or an entry's, is no number.
    case notANumber(String)
    /// A fraction's denominator is 0.
    case zeroDenominator(String)
    /// The number has more digits than are kept.
    case tooManyDigits(String)
    /// The cell can be read in these ways.
    case ambiguous([String])
    /// The cell looks like a date.
    case date
    /// Two people typed the cell differently.
    case typedTwice
    /// A vector or matrix lacks an entry between two separators, or has none.
    case emptyEntry
    /// Opening and closing brackets do not match.
    case unmatchedBracket
    /// Brackets within the brackets of a matrix's row.
    case tooDeep
    /// The rows of a matrix differ in length.
    case unequalRows

    /// A sentence that says what was expected, without its full stop.
    package var message: String {
        switch self {
        case .tooLong: "longer than \(AnswerReader.cellLimit) bytes; expected a number, a vector or a matrix"
        case .notANumber(let text): "“\(text)” is not a number; expected one such as 21, -3.5 or 49/8"
        case .zeroDenominator(let text): "“\(text)” has the denominator 0; expected a fraction such as 49/8"
        case .tooManyDigits(let text): "“\(text)” has too many digits; expected at most 38"
        case .ambiguous(let readings):
            "could mean \(readings.joined(separator: " or ")); expected a decimal point, and brackets around a vector"
        case .date: "looks like a date; expected a number: a spreadsheet may have made a date of a fraction such as 1/2"
        case .typedTwice: "was typed in two ways; keep the right one"
        case .emptyEntry: "an entry is missing; expected a vector such as [1, 2, 3]"
        case .unmatchedBracket:
            "brackets do not match; expected a vector such as [1, 2, 3] or a matrix such as [[0, 1], [1, 1]]"
        case .tooDeep: "too many brackets; expected a matrix such as [[0, 1], [1, 1]]"
        case .unequalRows: "the rows differ in length; expected a matrix such as [[0, 1], [1, 1]]"
        }
    }
}
