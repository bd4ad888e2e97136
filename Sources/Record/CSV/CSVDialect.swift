/// How a CSV file separates its cells, and what stands before its first record.
package struct CSVDialect: Hashable, Sendable {
    /// The byte between two cells: a comma, a semicolon or a tab, or what Excel's `sep=` line names.
    package var delimiter = UInt8(ascii: ",")
    /// Whether the file begins with UTF-8's byte order mark.
    package var hasByteOrderMark = false
    /// Whether the first line is Excel's `sep=;`, which names the delimiter.
    package var hasSeparatorLine = false
    /// Whether lines end with a carriage return and a line feed.
    package var endsLinesWithCRLF = false
    /// How many bytes stand before the first record: the byte order mark and the `sep=` line.
    package var preamble = 0

    /// Commas, line feeds, nothing before the first record.
    package init() {}

    /// The line in which the first record may begin, from 1.
    package var firstLine: Int { hasSeparatorLine ? 2 : 1 }

    /// The dialect of a file that begins with `start`, its first few kilobytes.
    ///
    /// The delimiter is the candidate that the first record has most of, outside of quotes and brackets (a column may be
    /// named `W1[1,1]`); where two are equally frequent, the one that the second record has as many of.
    package init(sniffing start: UnsafeRawBufferPointer) throws(CSVError) {
        self.init()
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            hasByteOrderMark = true
            preamble = 3
        }
        var rest = start[preamble...]
        endsLinesWithCRLF =
            rest.firstIndex(of: lineFeed).map { $0 > rest.startIndex && start[$0 - 1] == carriageReturn }
            ?? false
        if let named = Self.separatorLine(rest) {
            hasSeparatorLine = true
            delimiter = named.delimiter
            preamble = named.end
            return
        }
        let first = DelimiterCount(countingIn: &rest)
        let second = DelimiterCount(countingIn: &rest)
        let most = first.counts.max() ?? 0
        guard most > 0 else { return }
        let leading = first.counts.indices.filter { first.counts[$0] == most }
        let chosen = leading.first { second.counts[$0] == most } ?? leading.first ?? 0
        delimiter = DelimiterCount.candidates[chosen]
    }

    /// The delimiter that a first line `sep=;`, perhaps quoted, names, and where the next line begins.
    private static func separatorLine(
        _ bytes: Slice<UnsafeRawBufferPointer>
    ) -> (delimiter: UInt8, end: Int)? {
        var rest = bytes
        let isQuoted = rest.first == quote
        if isQuoted { rest = rest.dropFirst() }
        guard rest.prefix(4).elementsEqual("sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 }) else { return nil }
        rest = rest.dropFirst(4)
        guard let delimiter = rest.popFirst(), delimiter < 0x80, delimiter != quote else { return nil }
        guard delimiter != lineFeed, delimiter != carriageReturn, delimiter != 0 else { return nil }
        if isQuoted, rest.popFirst() != quote { return nil }
        if rest.first == carriageReturn { rest = rest.dropFirst() }
        if rest.first == lineFeed { rest = rest.dropFirst() }
        return rest.startIndex == bytes.endIndex || start(rest) ? (delimiter, rest.startIndex) : nil

        func start(_ rest: Slice<UnsafeRawBufferPointer>) -> Bool {
            let before = rest.base[rest.startIndex - 1]
            return before == lineFeed || before == carriageReturn
        }
    }
}

/// How often each candidate for the delimiter stands in a record.
private struct DelimiterCount {
    static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]

    /// Counts in the first record of `bytes` and takes it, and blank lines before it, away.
    init(countingIn bytes: inout Slice<UnsafeRawBufferPointer>) {
        while let byte = bytes.first, byte == lineFeed || byte == carriageReturn { bytes = bytes.dropFirst() }
        var isQuoted = false
        var depth = 0
        var previous = lineFeed
        while let byte = bytes.popFirst() {
            switch byte {
            case quote where isQuoted: isQuoted = false
            // A quote directly after the closing one is a doubled one: still inside.
            case quote where previous == quote || previous == lineFeed || Self.candidates.contains(previous):
                isQuoted = true
            case _ where isQuoted: break
            case lineFeed, carriageReturn: return
            case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
            case _ where depth == 0:
                if let index = Self.candidates.firstIndex(of: byte) { counts[index] += 1 }
            default: break
            }
            previous = byte
        }
    }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
