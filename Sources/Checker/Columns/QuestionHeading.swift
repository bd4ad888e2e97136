/// The headings that learning platforms and forms give to questions, as `1234: z1[1]`, `Q1 z1[1]`, `z1[1] [1 pt]` or
/// `Enter the value of z1[1]`.
enum QuestionHeading {
    /// What a heading may mean: itself, then ever less of what stands around a question.
    static func readings(of heading: String) -> [String] {
        var rest = heading.utf8.count > longest ? "" : withoutEnding(heading[...].trimmed)
        var readings = [heading, String(rest)]
        while let shorter = withoutBeginning(rest) {
            rest = shorter
            readings.append(String(rest))
        }
        return readings
    }

    /// Whether a heading asks for the sheet's code in a few words, as `Sheet code (top right)`.
    static func asksForCode(_ heading: String) -> Bool {
        let words = readings(of: heading).last?.lowercased().split { !$0.isLetter } ?? []
        return words.contains { codeWords.contains($0) }
            && words.allSatisfy { codeWords.contains($0) || wordsBesideCode.contains($0) || fillers.contains($0) }
    }

    /// The most bytes of a heading that more is looked for in.
    private static let longest = 500

    private static let fillers: Set<Substring> = [
        "a", "answer", "calculate", "compute", "determine", "enter", "find", "for", "give", "is", "number", "of",
        "part",
        "please", "s", "state", "the", "to", "type", "value", "what", "write", "your",
    ]
    private static let codeWords: Set<Substring> = ["sheet", "code", "variant"]
    private static let wordsBesideCode: Set<Substring> = [
        "at", "corner", "from", "here", "id", "in", "no", "on", "printed", "right", "top", "upper",
    ]

    /// Without a mark of required questions, points or an end of a sentence.
    private static func withoutEnding(_ text: Substring) -> Substring {
        var text = text
        while let last = text.last {
            if "*:?=.".contains(last) {
                text = text.dropLast().trimmed
            } else if last == "]" || last == ")", let start = text.lastIndex(of: last == "]" ? "[" : "("),
                isPoints(text[text.index(after: start)...].dropLast())
            {
                text = text[..<start].trimmed
            } else {
                break
            }
        }
        return text
    }

    /// Whether a text is as `1 pt` or `2.0 points`.
    private static func isPoints(_ text: Substring) -> Bool {
        let number = text.prefix { $0.isNumber || $0 == "." || $0 == "," || $0.isWhitespace }
        return number.contains(where: \.isNumber)
            && ["p", "pt", "pts", "point", "points", "mark", "marks"].contains(
                text.dropFirst(number.count).lowercased())
    }

    /// Without a question's number, or a word that asks for something; nil where it begins with neither.
    private static func withoutBeginning(_ text: Substring) -> Substring? {
        let digits = text.prefix { $0.isNumber }
        let behind = text.dropFirst(digits.count)
        if !digits.isEmpty, let mark = behind.first, ":.)".contains(mark) { return behind.dropFirst().trimmed }
        let word = text.prefix { !$0.isWhitespace }
        let rest = text.dropFirst(word.count).trimmed
        if rest.isEmpty { return nil }
        let plain = word.lowercased()
        if ["-", "–", "—"].contains(plain) || fillers.contains(plain[...]) { return rest }
        let number = plain.hasPrefix("question") ? plain.dropFirst(8) : plain.hasPrefix("q") ? plain.dropFirst() : nil
        guard let number else { return nil }
        func isPart(_ character: Character) -> Bool { character.isNumber || ":.)".contains(character) }
        if number.isEmpty { return rest.first?.isNumber == true ? rest.drop(while: isPart).trimmed : nil }
        return number.allSatisfy(isPart) ? rest : nil
    }
}

extension Substring {
    /// The text without spaces around it.
    fileprivate var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
