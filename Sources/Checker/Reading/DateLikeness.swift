/// Whether a plain text looks like a date: `2-Jan`, `Jan 2`, `01/02/2024`, `1.2.24`, `2026-01-02`, with or without a time.
func looksLikeDate(_ text: [UInt8]) -> Bool {
    let separators = Array("-/. ".utf8)
    let day = text.split { $0 == space || $0 == UInt8(ascii: "T") }.first ?? []
    if looksLikeNumericDate(day) { return true }
    let parts = text.split { separators.contains($0) || $0 == comma }
    guard (2...3).contains(parts.count), let month = parts.prefix(2).firstIndex(where: isMonth) else { return false }
    return parts.indices.allSatisfy { $0 == month || isShortNumber(parts[$0]) }
}

private func looksLikeNumericDate(_ text: ArraySlice<UInt8>) -> Bool {
    guard let separator = text.first(where: { !isDigit($0) }), "-/.".utf8.contains(separator) else { return false }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy(isShortNumber)
}

private func isShortNumber(_ text: ArraySlice<UInt8>) -> Bool {
    (1...4).contains(text.count) && text.allSatisfy(isDigit)
}

/// Whether the text is an English month's name or begins like one, as `Jan`, `sept`.
private func isMonth(_ text: ArraySlice<UInt8>) -> Bool {
    let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    guard text.count >= 3 else { return false }
    let lowercase = text.map { $0 | 0x20 }
    return months.contains { $0.utf8.starts(with: lowercase) }
}
