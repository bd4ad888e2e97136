import Exact

/// Writes records of cells, quoting only those that need it.
package struct CSVWriter {
    /// What has been written; it may be taken away at any time.
    package var bytes: [UInt8] = []

    private let delimiter: UInt8
    private let endsLinesWithCRLF: Bool
    private var isFirstCell = true
    private var isLineEmpty = true

    /// A writer in a dialect, beginning with the byte order mark and the `sep=` line that it has.
    package init(_ dialect: CSVDialect = CSVDialect()) {
        delimiter = dialect.delimiter
        endsLinesWithCRLF = dialect.endsLinesWithCRLF
        if dialect.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
        if dialect.hasSeparatorLine {
            bytes += "sep=".utf8
            bytes.append(delimiter)
            endLine()
        }
    }

    /// Appends a cell as it is.
    package mutating func append(_ cell: UnsafeRawBufferPointer) {
        beginCell(isEmpty: cell.isEmpty)
        appendQuotedWhereNeeded(cell)
    }

    /// Appends a cell as it is.
    package mutating func append(_ cell: String) {
        var cell = cell
        cell.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Appends a cell so that no spreadsheet runs it: one that opens like a formula and is no number gets a leading `'`.
    package mutating func appendText(_ cell: UnsafeRawBufferPointer) {
        guard opensLikeFormula(cell) else { return append(cell) }
        let safe = [UInt8(ascii: "'")] + cell
        safe.withUnsafeBytes { append($0) }
    }

    /// Appends a cell so that no spreadsheet runs it: one that opens like a formula and is no number gets a leading `'`.
    package mutating func appendText(_ cell: String) {
        var cell = cell
        cell.withUTF8 { appendText(UnsafeRawBufferPointer($0)) }
    }

    /// Appends a number, exactly or rounded.
    package mutating func append(_ number: Number, _ rounding: Rounding = .exact) {
        beginCell(isEmpty: false)
        number.write(rounding, to: &bytes)
    }

    /// Appends a sheet's code.
    package mutating func append(_ code: SheetCode) {
        beginCell(isEmpty: false)
        code.write(to: &bytes)
    }

    /// Ends the record.
    package mutating func endRecord() {
        // A record of one empty cell would otherwise be an empty line, which is no record.
        if isLineEmpty { bytes += [quote, quote] }
        endLine()
        isFirstCell = true
        isLineEmpty = true
    }

    private mutating func endLine() {
        if endsLinesWithCRLF { bytes.append(carriageReturn) }
        bytes.append(lineFeed)
    }

    fileprivate mutating func beginCell(isEmpty: Bool) {
        if !isFirstCell { bytes.append(delimiter) }
        isLineEmpty = isFirstCell && isEmpty
        isFirstCell = false
    }

    private mutating func appendQuotedWhereNeeded(_ cell: UnsafeRawBufferPointer) {
        guard needsQuotes(cell) else { return bytes.append(contentsOf: cell) }
        bytes.append(quote)
        for byte in cell {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private func needsQuotes(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard let first = cell.first, let last = cell.last else { return false }
        return isBlank(first) || isBlank(last)
            || cell.contains { $0 == delimiter || $0 == quote || $0 == lineFeed || $0 == carriageReturn }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// Whether a signed cell is `-3` or `+3.5`, as most are: quicker than reading the number.
    private func isPlainDecimal(_ cell: UnsafeRawBufferPointer) -> Bool {
        var digits = 0
        for index in 1..<cell.count where isDigit(cell[index]) { digits += 1 }
        return digits > 0
            && (digits == cell.count - 1 || digits == cell.count - 2 && cell.contains(UInt8(ascii: ".")))
    }

    func opensLikeFormula(_ cell: UnsafeRawBufferPointer) -> Bool {
        switch cell.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), carriageReturn: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            !isPlainDecimal(cell) && Rational(reading: cell) == nil
        default: false
        }
    }
}

extension CSVWriter {
    /// Whether a spreadsheet takes a cell for a formula to be run.
    package func isFormula(_ cell: UnsafeRawBufferPointer) -> Bool { opensLikeFormula(cell) }

    /// Appends cells that are written already, delimiters between them included.
    package mutating func appendWritten(_ cells: UnsafeRawBufferPointer) {
        beginCell(isEmpty: false)
        bytes.append(contentsOf: cells)
    }

    /// Appends a number that is written already: digits, sign, point or slash.
    package mutating func appendNumber(_ text: [UInt8]) {
        beginCell(isEmpty: false)
        bytes.append(contentsOf: text)
    }
}
