/// Breaks text into lines of at most `width` columns, each but the first indented by `hanging` columns.
///
/// Newlines stay. A line that begins with a space is an example and is not broken; neither is a word that is
/// wider than the column.
/// - Parameter start: what stands before the text on its first line.
/// Complexity: linear in the text.
func wrapped(_ text: String, width: Int, hanging: Int = 0, start: String = "") -> String {
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = paragraphs.enumerated().map { index, paragraph in
        if paragraph.first == " " { return String(paragraph) }
        let words = paragraph.split(separator: " ").map(String.init)
        return wrapped(words, width: width, hanging: hanging, start: index == 0 ? start : "")
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: hanging))
}

/// Breaks a list of words, or of pieces with spaces in them that belong together, into lines as `wrapped` does.
func wrapped(_ pieces: [String], width: Int, hanging: Int, start: String = "") -> String {
    var result = start
    var column = start.count
    var isAtStart = true
    for piece in pieces {
        if isAtStart {
            column = max(column, start.isEmpty ? hanging : 0)
        } else if column + 1 + piece.count > width {
            result += "\n" + String(repeating: " ", count: hanging)
            column = hanging
        } else {
            result += " "
            column += 1
        }
        result += piece
        column += piece.count
        isAtStart = false
    }
    return result
}
