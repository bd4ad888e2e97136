/// How many pages a document says in its log that it has: `psgen: \\pagecount=2, each=2, first=1`.
struct PageCount: Equatable, Sendable {
    /// How many the longest sheet needs.
    let needed: Int
    /// How many each sheet has.
    let each: Int
    /// How many stand before the first sheet.
    let first: Int

    /// Nil where the log does not say it.
    init?(log: [UInt8]) {
        let mark = Array("psgen: ".utf8)
        guard let line = log.split(separator: UInt8(ascii: "\n")).last(where: { $0.starts(with: mark) }) else {
            return nil
        }
        let numbers = String(decoding: line, as: UTF8.self).split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 3, numbers[1] > 0 else { return nil }
        (needed, each, first) = (numbers[0], numbers[1], numbers[2])
    }
}
