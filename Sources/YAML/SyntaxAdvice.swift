/// Turns what libyaml stumbled over into what its author should do.
struct SyntaxAdvice {
    let file: SourceFile
    /// What libyaml stumbled over and what it was doing, in its words.
    let problem, context: String
    /// The offset of what it stumbled over.
    let here: Int
    /// The offset of what it was doing.
    let there: Int
    /// The offset of the innermost bracket or brace that is open, if one is.
    let openBracket: Int?

    /// The advice that fits best.
    var diagnostic: Diagnostic {
        switch context {
        case "while scanning for the next token":
            return byteHere == UInt8(ascii: "\t") ? tab : startsValue(here) ? needsQuotes(here) : textGoesOn
        case "while scanning a plain scalar" where byteHere == UInt8(ascii: "\t"): return tab
        case "while scanning a plain scalar":
            return error("a text with a colon inside brackets or braces needs quotes; put all of it in single quotes")
        case "while scanning a block scalar":
            return byteHere == UInt8(ascii: "\t") && isFirstOnLine(here) ? tab : needsQuotes(there)
        case "while scanning a simple key": return noEntry(there)
        case "while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a tag":
            return needsQuotes(there)
        case "while parsing a node", "while scanning a directive", "while scanning a %YAML directive",
            "while scanning a %TAG directive", "while parsing a %TAG directive":
            return needsQuotes(file.word(at: there).lowerBound)
        case "while scanning a quoted scalar", "while parsing a quoted scalar": return quoted
        case "while parsing a flow sequence": return flow(isSequence: true)
        case "while parsing a flow mapping": return flow(isSequence: false)
        case "while parsing a flow node": return flowValue
        case "while parsing a block node": return needsQuotes(here)
        case "while parsing a block mapping": return isFirstOnLine(here) ? wrongName : textGoesOn
        case "while parsing a block collection": return isFirstOnLine(here) ? wrongItem : textGoesOn
        default: return withoutContext
        }
    }

    private var withoutContext: Diagnostic {
        switch problem {
        case "mapping values are not allowed in this context": return unexpectedColon
        case "block sequence entries are not allowed in this context":
            let message =
                "a list begins on a line of its own; if the dash belongs to the text, put all of it in single quotes"
            return isFirstOnLine(here) ? indentation : error(message)
        case "mapping keys are not allowed in this context": return needsQuotes(here)
        case "did not find expected <document start>":
            return error("the file should end before this; all of it must be one list or one mapping")
        case "found incompatible YAML document", "found duplicate %YAML directive":
            return error("this line about YAML's version is not understood; delete it")
        default:
            let doing = context.isEmpty ? "" : " (\(context))"
            return error("this cannot be read as YAML: \(problem)\(doing)")
        }
    }

    // Characters and indentation

    private var tab: Diagnostic {
        let tabs = file.bytes[here...].prefix { $0 == UInt8(ascii: "\t") }
        return .error("a tab stands where only spaces can; indent with spaces", at: file.range(here..<tabs.endIndex))
    }

    /// A text whose first character means something else to YAML.
    func needsQuotes(_ offset: Int) -> Diagnostic {
        guard let first = file.text(offset..<file.bytes.count.clamped(to: offset...(offset + 8))).first else {
            return error("a value is missing here")
        }
        return error("a text cannot start with “\(first)”; put all of it in single quotes", at: offset)
    }

    /// Something after a value that was already whole.
    private var textGoesOn: Diagnostic {
        switch byteHere {
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return error("there is no opening bracket for this one; delete it, or put all of the text in single quotes")
        default: break
        }
        if byte(before: here) == UInt8(ascii: "'") {
            return error("the text goes on after its closing quote; for an apostrophe in single quotes write ''")
        }
        return error("the text goes on after its end; put all of it in single quotes")
    }

    private var indentation: Diagnostic {
        error("this line is not lined up with those it belongs to; give it the same number of spaces")
    }

    private var wrongName: Diagnostic {
        switch byteHere {
        case UInt8(ascii: "-"): error("a list item stands among names; indent it under the name it belongs to")
        case UInt8(ascii: ":"): error("a name is missing before the colon")
        default: indentation
        }
    }

    private var wrongItem: Diagnostic {
        byteHere == UInt8(ascii: "-")
            ? indentation : error("expected another list item, “- …”, or a line indented under the last one")
    }

    private func noEntry(_ offset: Int) -> Diagnostic {
        let line = file.position(atOffset: offset).line
        let range = offset..<max(offset, file.lineOffsets(line).upperBound)
        return .error("expected “name: value” here, with a space after the colon", at: file.range(range))
    }

    /// A colon where the value has already begun.
    private var unexpectedColon: Diagnostic {
        if hasColonBefore(here) {
            return error("a text that holds “: ” needs quotes; put all of it in single quotes")
        }
        let line = file.position(atOffset: here).line
        let above = line - 1
        // A line above that is lined up with this one should have been an entry as well.
        let indent = indentation(of: line)
        guard above >= 1, indentation(of: above) == indent else {
            let message = "this line counts as part of the text above it; line it up with the names it belongs to"
            return error(message, at: file.lineOffsets(line).lowerBound + indent)
        }
        return noEntry(file.lineOffsets(above).lowerBound + indent)
    }

    // Quotes

    private var quoted: Diagnostic {
        if problem == "found unexpected end of stream" || problem == "found unexpected document indicator" {
            return .error("this quote is never closed; add the closing one", at: file.range(there..<(there + 1)))
        }
        let backslash = file.bytes[there..<min(here + 1, file.bytes.count)].lastIndex(of: UInt8(ascii: "\\")) ?? here
        let escape = file.text(backslash..<(backslash + 2))
        let message =
            problem == "found unknown escape character"
            ? "“\(escape)” means nothing in double quotes"
            : "“\(escape)” wants a character's hexadecimal number after it"
        let end = file.bytes[(backslash + 1)...].firstIndex { $0 == UInt8(ascii: "\"") || $0.isWhiteSpace }
        let word = backslash..<(end ?? file.bytes.count)
        return .error("\(message); use single quotes", at: file.range(word))
    }

    // Looking around

    /// The byte libyaml stumbled over, nil at the end of the file.
    var byteHere: UInt8? { file.byte(at: here) }

    /// An error at an offset, or at what libyaml stumbled over.
    func error(_ message: String, at offset: Int? = nil, notes: [Diagnostic.Note] = []) -> Diagnostic {
        .error(message, at: file.range(file.word(at: offset ?? here)), notes: notes)
    }

    /// Whether only white space stands before an offset on its line.
    func isFirstOnLine(_ offset: Int) -> Bool {
        byte(before: offset) == nil
    }

    /// Whether a colon and a space stand before an offset on its line.
    func hasColonBefore(_ offset: Int) -> Bool {
        let line = file.lineOffsets(file.position(atOffset: offset).line)
        let before = file.bytes[line.lowerBound..<max(line.lowerBound, offset)]
        return zip(before, before.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: " ") }
    }

    /// Whether a value begins at an offset, by what stands before it on its line.
    private func startsValue(_ offset: Int) -> Bool {
        guard let before = byte(before: offset) else { return true }
        return [UInt8](":-,[{?".utf8).contains(before)
    }

    /// The last byte before an offset on its line that is no white space.
    func byte(before offset: Int) -> UInt8? {
        let start = file.lineOffsets(file.position(atOffset: offset).line).lowerBound
        return file.bytes[start..<max(start, offset)].last { !$0.isWhiteSpace }
    }

    private func indentation(of line: Int) -> Int {
        file.bytes[file.lineOffsets(line)].prefix { $0 == UInt8(ascii: " ") }.count
    }
}

extension Int {
    fileprivate func clamped(to limits: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, limits.lowerBound), limits.upperBound)
    }
}
