import Checker
import Exact

/// Reads the cell of an answer; its first two bytes choose the file's delimiter and how many numbers are asked for.
func tryCell(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    let reader = AnswerReader(delimiter: UInt8(ascii: bytes[0] % 2 == 0 ? "," : ";"))
    let entries = Int(bytes[1] % 8)
    let value = bytes[2...].withUnsafeBytes { reader.read($0, entries: entries == 0 ? nil : entries) }
    switch value {
    case .blank, .unreadable: return false
    case .array: return true
    case .number(let number):
        // What is written of a number is that number.
        precondition(
            !number.isUndefined && AnswerReader(delimiter: UInt8(ascii: ",")).read(number.text) == .number(number))
        return true
    }
}
