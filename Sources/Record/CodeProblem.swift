/// Why a text is not the code of a sheet of the set.
package enum CodeProblem: Error, Hashable {
    /// The text is not built like a code.
    case notACode
    /// The check character does not fit the letters; `nearest` is the code of the number before them, if there is one.
    case wrongCheck(nearest: SheetCode?)
    /// The letters are another sheet's: the codes of the sheet with this number and of the sheet with these letters, where
    /// the set has them.
    case mismatch(ofNumber: SheetCode?, ofLetters: SheetCode?)
    /// The set has fewer sheets.
    case beyondCount(Int)
    /// The number is missing, and these sheets have the same letters.
    case severalSheets([SheetCode])

    /// A sentence for the person who wrote the code, without its full stop.
    package var message: String {
        switch self {
        case .notACode:
            "not a sheet's code; expected one such as 037-K7F3"
        case .wrongCheck(nil):
            "a mistyped code: its last character does not fit"
        case .wrongCheck(let nearest?):
            "a mistyped code: its last character does not fit; the sheet with this number is \(nearest.text)"
        case .mismatch(nil, nil):
            "neither the number nor the letters of this code are in the set"
        case .mismatch(let one?, nil), .mismatch(nil, let one?):
            "a mistyped code: number and letters do not belong together; did you mean \(one.text)?"
        case .mismatch(let first?, let second?):
            "a mistyped code: number and letters do not belong together; did you mean \(first.text) or \(second.text)?"
        case .beyondCount(let count):
            "the set has only \(count) sheet\(count == 1 ? "" : "s")"
        case .severalSheets(let codes):
            "several sheets have these letters: write the number too, as in \(codes.map(\.text).joined(separator: " or "))"
        }
    }
}
