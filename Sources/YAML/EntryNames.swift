/// The names a mapping has had so far.
struct EntryNames {
    private var places: [String: SourceRange] = [:]

    /// What is wrong with the name of an entry, nil if it is a new name.
    ///
    /// - Parameter isFlow: Whether the mapping stands in braces.
    mutating func problem(adding entry: Entry, isFlow: Bool) -> Diagnostic? {
        let range = entry.key.range
        guard let key = entry.key.scalar else {
            return .error(
                "a list or mapping cannot be a name; if it is meant as text, put it in single quotes", at: range)
        }
        guard !key.isMissing else { return .error("a name is missing before the colon", at: range) }
        if key.style == .plain {
            if key.text == "<<" {
                return .error("the merge key << is not read here; write the entries out", at: range)
            }
            if isFlow, let message = missingSpace(key, entry.value) { return .error(message, at: range) }
        }
        // Several loops over the same numbers may stand below one another.
        if key.text.hasPrefix("for ") { return nil }
        if let first = places.updateValue(range, forKey: key.text) {
            places[key.text] = first
            let note = Diagnostic.Note("it was first given here", at: first)
            return .error("“\(key.text)” is given twice; keep one of them", at: range, notes: [note])
        }
        return nil
    }

    /// `{shape:3}` is a name without a value to YAML.
    private func missingSpace(_ key: Scalar, _ value: Node) -> String? {
        guard value.scalar?.isMissing == true, let colon = key.text.firstIndex(of: ":") else { return nil }
        let name = key.text[..<colon]
        let rest = key.text[key.text.index(after: colon)...]
        guard !name.isEmpty, !rest.isEmpty else { return nil }
        return "a space is missing after the colon; write “\(name): \(rest)”"
    }
}
