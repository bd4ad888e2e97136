extension SyntaxAdvice {
    /// A list in brackets or a mapping in braces that neither goes on nor ends.
    func flow(isSequence: Bool) -> Diagnostic {
        let isOnLaterLine = file.position(atOffset: here).line > file.position(atOffset: there).line
        switch byteHere {
        case nil: return notClosed(there)
        case UInt8(ascii: ":"):
            if isOnLaterLine && !hasColonBefore(here) { return notClosed(there) }
            return error("a comma is missing before this name, or a text that holds “: ” needs single quotes")
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if let before = file.byte(at: here - 1), !before.isWhiteSpace {
                return bracketsInText(isSequence: isSequence)
            }
        default: break
        }
        let what = isSequence ? "the list" : "the mapping"
        let begin = Diagnostic.Note("\(what) begins here", at: file.range(there..<(there + 1)))
        return error("expected “,” or “\(closing(there))” here", notes: [begin])
    }

    /// A value inside brackets or braces that does not begin.
    var flowValue: Diagnostic {
        guard let byteHere else { return notClosed(openBracket ?? here) }
        switch byteHere {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
            return error("a value is missing before this")
        case UInt8(ascii: "-"):
            if let openBracket, isFirstOnLine(here), file.position(atOffset: here).line > line(of: openBracket) {
                return notClosed(openBracket)
            }
        default: break
        }
        return needsQuotes(here)
    }

    /// `[dL/dW2[2,2], z1]`: an index inside brackets that mean a list.
    private func bracketsInText(isSequence: Bool) -> Diagnostic {
        let text = itemRange
        let quoted = "'\(file.text(text))'"
        let message =
            isSequence
            ? "a text with brackets in a list with brackets; leave out the outer ones, or write \(quoted)"
            : "a text with brackets inside braces needs quotes; write \(quoted)"
        return .error(message, at: file.range(text))
    }

    /// The text around the bracket that libyaml stumbled over, up to the one that closes it.
    private var itemRange: Range<Int> {
        let line = file.lineOffsets(line(of: here))
        let stops = [UInt8](",[{ ".utf8)
        let start =
            file.bytes[line.lowerBound..<here].lastIndex { stops.contains($0) }.map { $0 + 1 } ?? line.lowerBound
        var depth = 0
        for index in here..<line.upperBound {
            switch file.bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: continue
            }
            if depth == 0 { return start..<(index + 1) }
        }
        return start..<line.upperBound
    }

    private func notClosed(_ bracket: Int) -> Diagnostic {
        let isEnd = file.skippingWhiteSpace(from: here) == file.bytes.count
        let note = Diagnostic.Note("it should be closed before this", at: file.range(file.word(at: here)))
        return .error(
            "this bracket is never closed; add “\(closing(bracket))”", at: file.range(bracket..<(bracket + 1)),
            notes: isEnd ? [] : [note])
    }

    private func closing(_ bracket: Int) -> String {
        file.byte(at: bracket) == UInt8(ascii: "{") ? "}" : "]"
    }

    private func line(of offset: Int) -> Int {
        file.position(atOffset: offset).line
    }
}
