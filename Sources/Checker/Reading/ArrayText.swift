import Exact

/// One way to read a cell's text.
struct CellInterpretation {
    /// What commas mean.
    let commas: CommaMeaning
    /// Whether spaces stand between the entries of a row that has no other separators: `[1 2 3]`.
    let spacesSeparate: Bool

    /// Reads a plain text as a number, or as a vector or matrix in one of the usual notations.
    func read(_ text: [UInt8]) throws(CellProblem) -> CellValue {
        let (body, isTransposed) = withoutTranspose(text[...])
        let value = try body.contains(where: isBracket) ? readBracketed(body) : readBare(body)
        guard isTransposed else { return value }
        guard case .array(let array) = value else { throw .notANumber(String(decoding: text, as: UTF8.self)) }
        return .array(array.transposed)
    }

    /// Without brackets, semicolons stand between the entries of a vector as well as between rows.
    private func readBare(_ text: ArraySlice<UInt8>) throws(CellProblem) -> CellValue {
        let rows = try readRows(text)
        if rows.count == 1, rows[0].count == 1 { return .number(rows[0][0]) }
        if rows.allSatisfy({ $0.count == 1 }) { return .array(NumberArray(vector: rows.flatMap { $0 })) }
        return try .array(array(of: rows))
    }

    private func readBracketed(_ text: ArraySlice<UInt8>) throws(CellProblem) -> CellValue {
        let groups = try splitGroups(text)
        // One pair of brackets around all: look inside; several: they are rows.
        guard groups.count == 1, let inside = groups.first else { return try readNestedRows(groups) }
        guard inside.contains(where: isBracket) else { return try .array(array(of: readRows(inside))) }
        return try readNestedRows(splitGroups(trimmed(inside)))
    }

    private func readNestedRows(_ groups: [ArraySlice<UInt8>]) throws(CellProblem) -> CellValue {
        var rows: [[Rational]] = []
        for group in groups {
            guard !group.contains(where: isBracket) else { throw .tooDeep }
            let row = try readRows(group)
            guard row.count == 1 else { throw .tooDeep }
            rows += row
        }
        guard let matrix = NumberArray(rows: rows) else { throw .unequalRows }
        return .array(matrix)
    }

    private func array(of rows: [[Rational]]) throws(CellProblem) -> NumberArray {
        if rows.count == 1 { return NumberArray(vector: rows[0]) }
        guard let matrix = NumberArray(rows: rows) else { throw .unequalRows }
        return matrix
    }

    /// The rows between semicolons.
    private func readRows(_ text: ArraySlice<UInt8>) throws(CellProblem) -> [[Rational]] {
        var rows: [[Rational]] = []
        for row in text.split(separator: semicolon, omittingEmptySubsequences: false) {
            var entries: [Rational] = []
            for entry in splitRow(trimmed(row)) { entries.append(try readNumber(entry, comma: commas)) }
            rows.append(entries)
        }
        return rows
    }

    private func splitRow(_ row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var entries: [ArraySlice<UInt8>] = []
        var start = row.startIndex
        for index in row.indices where row[index] == comma && separates(row, index) {
            entries.append(row[start..<index])
            start = index + 1
        }
        entries.append(row[start...])
        return entries.count == 1 && spacesSeparate && !row.isEmpty ? row.split(separator: space) : entries
    }

    private func separates(_ row: ArraySlice<UInt8>, _ index: Int) -> Bool {
        switch commas {
        case .separator: true
        case .decimalPoint: index + 1 == row.endIndex || row[index + 1] == space
        case .thousands: false
        }
    }
}

/// The text without `^T`, `.T` or `'` at its end, and whether there was one.
private func withoutTranspose(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Bool) {
    for sign in ["^T", ".T", "'", "ᵀ"]
    where text.count > sign.utf8.count && text.suffix(sign.utf8.count).elementsEqual(sign.utf8) {
        return (trimmed(text.dropLast(sign.utf8.count)), true)
    }
    return (text, false)
}

private func isBracket(_ byte: UInt8) -> Bool {
    isOpening(byte) || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")")
}

private func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") }

/// What stands inside of each outermost pair of brackets; between the pairs, one comma or semicolon or none, and spaces.
private func splitGroups(_ text: ArraySlice<UInt8>) throws(CellProblem) -> [ArraySlice<UInt8>] {
    var groups: [ArraySlice<UInt8>] = []
    var open: [UInt8] = []
    var start = text.startIndex
    var separators = 0
    for index in text.indices {
        let byte = text[index]
        if isOpening(byte) {
            if open.isEmpty {
                guard groups.isEmpty || separators <= 1 else { throw .emptyEntry }
                start = index + 1
            }
            open.append(byte)
            if open.count > 3 { throw .tooDeep }
        } else if isBracket(byte) {
            guard open.popLast() == (byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "(")) else {
                throw .unmatchedBracket
            }
            if open.isEmpty {
                groups.append(text[start..<index])
                separators = 0
            }
        } else if open.isEmpty, byte != space {
            guard byte == comma || byte == semicolon, !groups.isEmpty else { throw .unmatchedBracket }
            separators += 1
        }
    }
    guard open.isEmpty, separators == 0 else { throw open.isEmpty ? .emptyEntry : .unmatchedBracket }
    return groups
}
