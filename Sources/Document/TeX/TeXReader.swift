import Exact
import Maths

/// What cannot be read in a text of TeX maths.
package struct TeXError: Error, Hashable, Sendable {
    /// A sentence without a full stop.
    package let message: String
    /// Where, in bytes of UTF-8.
    package let range: Range<Int>
    /// The name of a command that there is not.
    package var unknownCommand: String?
}

/// Reads the part of TeX's maths that names and texts are written with.
///
/// Letters, digits, `( ) [ ] | , ' + - * / = < > :`; `^` and `_` with one character, a command or a `{group}`; Greek letters;
/// `\hat \bar \tilde`; `\mathbf \mathrm \mathit \mathbb \text`; `\frac \sqrt \left \right`; spaces; the symbols in
/// ``TeX/symbols`` and the functions in ``TeX/functions``.
package enum TeX {
    /// Reads a whole text; throws at the first thing that is not in the subset.
    package static func maths(_ text: String) throws(TeXError) -> Maths {
        var reader = TeXReader(bytes: Array(text.utf8))
        let maths = try reader.row(until: nil)
        return maths
    }

    /// Commands for one symbol, besides the Greek letters.
    package static let symbols: [String: String] = [
        "ell": "ℓ", "partial": "∂", "nabla": "∇", "infty": "∞", "top": "⊤", "cdot": "·", "times": "×", "odot": "⊙",
        "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "in": "∈", "to": "→", "approx": "≈",
        "prime": "′", "ldots": "…", "dots": "…", "cdots": "⋯", "lbrace": "{", "rbrace": "}", "sum": "∑", "prod": "∏",
        "pm": "±", "mid": "∣", "Vert": "‖", "forall": "∀", "exists": "∃", "subset": "⊂", "leftarrow": "←", "gets": "←",
        "rightarrow": "→", "Rightarrow": "⇒", "mapsto": "↦", "sim": "∼", "propto": "∝", "equiv": "≡", "ll": "≪",
        "gg": "≫", "circ": "∘", "ast": "∗", "quad": "\u{2003}", "qquad": "\u{2003}\u{2003}", "lfloor": "⌊",
        "rfloor": "⌋",
        "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩",
    ]

    /// Commands for a function's name, set upright.
    package static let functions: Set<String> = [
        "ln", "log", "exp", "max", "min", "tanh", "sin", "cos", "tan", "arg", "det", "dim", "lim", "Pr",
    ]

    /// Commands for what is written in another shape, or together with something else.
    private static let shapes: Set<String> = [
        "left", "right", "mathbb", "hat", "widehat", "bar", "overline", "tilde", "widetilde", "frac", "sqrt", "mathbf",
        "boldsymbol", "mathrm", "operatorname", "mathit", "mathcal", "text", "varepsilon", "varphi",
    ]

    /// The names of all commands.
    package static var commands: Set<String> {
        shapes.union(functions).union(symbols.keys).union(Maths.greekLetters.keys)
    }

    /// The Greek letter of a command; forms of a letter that differ only in shape are not told apart.
    static func greekLetter(_ command: String) -> String? {
        Maths.greekLetters[command] ?? (command == "varepsilon" ? "ε" : command == "varphi" ? "φ" : nil)
    }
}

private struct TeXReader {
    let bytes: [UInt8]
    var position = 0
    var depth = 0

    /// Reads to the closing brace of a group, or to the end.
    mutating func row(until closing: UInt8?) throws(TeXError) -> Maths {
        let start = position
        var pieces: [Maths] = []
        while true {
            skipSpaces()
            guard position < bytes.count else {
                if let closing {
                    let sign = Character(UnicodeScalar(closing))
                    throw TeXError(message: "a closing \(sign) is missing", range: start..<bytes.count)
                }
                break
            }
            if bytes[position] == closing {
                position += 1
                break
            }
            if bytes[position] == UInt8(ascii: "}") {
                throw TeXError(message: "this } closes nothing", range: position..<position + 1)
            }
            pieces.append(try scripted())
        }
        return .spaced(pieces)
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == 32 || bytes[position] == 9 || bytes[position] == 10 {
            position += 1
        }
    }

    /// An atom with what stands below and above it.
    private mutating func scripted() throws(TeXError) -> Maths {
        let base = try atom()
        var sub: Maths?
        var sup: Maths?
        while true {
            skipSpaces()
            guard position < bytes.count else { break }
            let start = position
            if bytes[position] == UInt8(ascii: "_") {
                position += 1
                guard sub == nil else { throw TeXError(message: "there are two _ here", range: start..<position) }
                sub = try atom()
            } else if bytes[position] == UInt8(ascii: "^") {
                position += 1
                guard sup == nil else { throw TeXError(message: "there are two ^ here", range: start..<position) }
                sup = try atom()
            } else {
                break
            }
        }
        return sub == nil && sup == nil ? base : .scripts(base, sub: sub, sup: sup)
    }

    private mutating func atom() throws(TeXError) -> Maths {
        skipSpaces()
        guard position < bytes.count else {
            throw TeXError(message: "something is missing at the end", range: bytes.count..<bytes.count)
        }
        let start = position
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "{"):
            position += 1
            return try group(from: start)
        case UInt8(ascii: "\\"):
            position += 1
            return try command(from: start)
        case UInt8(ascii: "}"):
            throw TeXError(message: "this } closes nothing", range: start..<start + 1)
        case UInt8(ascii: "^"), UInt8(ascii: "_"):
            throw TeXError(message: "nothing stands before this sign", range: start..<start + 1)
        case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "~"):
            throw TeXError(
                message: "'\(Character(UnicodeScalar(byte)))' has no meaning here", range: start..<start + 1)
        default:
            break
        }
        position += 1
        while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        let character = String(decoding: bytes[start..<position], as: UTF8.self)
        if character == "-" { return .text("\u{2212}") }
        if character == "'" { return .text("\u{2032}") }
        return character.allSatisfy(\.isLetter) ? .variable(character) : .text(character)
    }

    private mutating func group(from start: Int) throws(TeXError) -> Maths {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 16 else { throw TeXError(message: "groups are nested too deep", range: start..<position) }
        return try row(until: UInt8(ascii: "}"))
    }

    private mutating func command(from start: Int) throws(TeXError) -> Maths {
        while position < bytes.count, (bytes[position] | 32) >= 97, (bytes[position] | 32) <= 122 { position += 1 }
        let name = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
        if let letter = TeX.greekLetter(name) { return .variable(letter) }
        if let symbol = TeX.symbols[name] { return .text(symbol) }
        if TeX.functions.contains(name) { return .identifier(name, .upright) }
        if name.isEmpty, position < bytes.count, let spaced = Self.signs[bytes[position]] {
            position += 1
            return .text(spaced)
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= 16 else { throw TeXError(message: "commands are nested too deep", range: start..<position) }
        switch name {
        case "left", "right": return try delimiter(after: name, from: start)
        case "mathbb":
            let letter = try word(after: name, from: start)
            guard let sign = Self.doubleStruck[letter] else {
                let known = Self.doubleStruck.keys.sorted().joined(separator: " ")
                throw TeXError(message: "\\mathbb takes one of \(known)", range: start..<position)
            }
            return .identifier(sign, .upright)
        case "hat", "widehat": return .accent(.hat, try atom())
        case "bar", "overline": return .accent(.bar, try atom())
        case "tilde", "widetilde": return .accent(.tilde, try atom())
        case "frac": return .fraction(try atom(), try atom())
        case "sqrt":
            skipSpaces()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else {
                return .root(try atom(), degree: nil)
            }
            position += 1
            let degree = try row(until: UInt8(ascii: "]"))
            return .root(try atom(), degree: degree)
        case "mathbf", "boldsymbol": return .identifier(try word(after: name, from: start), .bold)
        case "mathrm", "operatorname": return .identifier(try word(after: name, from: start), .upright)
        case "mathit", "mathcal": return .identifier(try word(after: name, from: start), .italic)
        case "text": return .text(try word(after: name, from: start))
        default:
            throw TeXError(
                message: name.isEmpty ? "a command needs a name" : "the command \\\(name) is not known",
                range: start..<max(position, start + 1), unknownCommand: name.isEmpty ? nil : name)
        }
    }

    /// What may follow a backslash besides letters: spaces, and signs that mean something else by themselves.
    private static let signs: [UInt8: String] = [
        UInt8(ascii: ","): "\u{2009}", UInt8(ascii: ";"): "\u{2005}", UInt8(ascii: ":"): "\u{2005}",
        UInt8(ascii: "!"): "", UInt8(ascii: " "): " ", UInt8(ascii: "{"): "{", UInt8(ascii: "}"): "}",
        UInt8(ascii: "$"): "$", UInt8(ascii: "%"): "%", UInt8(ascii: "#"): "#", UInt8(ascii: "&"): "&",
        UInt8(ascii: "_"): "_", UInt8(ascii: "|"): "‖",
    ]

    private static let doubleStruck = ["R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "E": "𝔼", "P": "ℙ"]

    /// The sign behind `\left` or `\right`; a point stands for none.
    private mutating func delimiter(after name: String, from start: Int) throws(TeXError) -> Maths {
        skipSpaces()
        guard position < bytes.count else {
            throw TeXError(message: "\\\(name) needs a bracket", range: start..<position)
        }
        if bytes[position] == UInt8(ascii: ".") {
            position += 1
            return .row([])
        }
        return try atom()
    }

    /// The characters of a group, as they are.
    private mutating func word(after name: String, from start: Int) throws(TeXError) -> String {
        skipSpaces()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else {
            guard position < bytes.count else {
                throw TeXError(message: "\\\(name) needs a letter or a {group}", range: start..<position)
            }
            let first = position
            position += 1
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
            return String(decoding: bytes[first..<position], as: UTF8.self)
        }
        let first = position + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "}") { position += 1 }
        guard position < bytes.count else {
            throw TeXError(message: "a closing } is missing", range: start..<bytes.count)
        }
        let text = String(decoding: bytes[first..<position], as: UTF8.self)
        position += 1
        if text.contains("\\") || text.contains("{") {
            throw TeXError(message: "\\\(name) takes plain letters", range: start..<position)
        }
        return text
    }
}
