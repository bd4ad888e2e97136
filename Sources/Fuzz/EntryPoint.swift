/// What libFuzzer calls with each input; returns 0, as it asks.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    _ = tryReader(of: Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// Does with a text what psgen does with such a file, and forgets the results; whether it was good for something.
///
/// A first byte that no template has, from 1 on, chooses what the rest is: a cell of answers, a table of answers, the rows
/// of `given.csv`, a class list, a map of columns, a `set.json`. Any other text is a template. Nothing that a text holds may
/// crash it, keep it busy for long or make it grow.
package func tryReader(of bytes: [UInt8]) -> Bool {
    let rest = Array(bytes.dropFirst())
    return switch bytes.first {
    case 1: tryCell(rest)
    case 2: tryAnswers(rest)
    case 3: tryGiven(rest)
    case 4: tryClassList(rest)
    case 5: tryColumnMap(rest)
    case 6: tryRecord(rest)
    default: tryTemplate(bytes)
    }
}
