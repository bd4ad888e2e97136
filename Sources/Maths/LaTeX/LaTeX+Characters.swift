extension LaTeX {
    /// The command for a letter or sign of maths; nil where maths has none.
    static func symbol(for character: Character) -> String? { symbols[character] }

    /// What writes a sign in a formula, also where it is a character of ASCII; nil where maths has no such sign.
    static func sign(for character: Character) -> String? {
        switch character {
        case "{", "}": "\\\(character)"
        case "(", ")", "[", "]", "+", "*", "/", "=", "<", ">", ":", ",", ".", ";", "!", "|": "\(character)"
        default: symbols[character]
        }
    }

    /// What writes a character beyond ASCII in a text; nil where the fonts lack it.
    static func textCommand(for character: Character) -> String? {
        if let command = letters[character] ?? accented[character] { return command }
        return symbols[character].map { "$\($0)$" }
    }

    /// Commands of maths; each ends so that anything may follow.
    private static let symbols: [Character: String] = {
        var symbols: [Character: String] = [
            "ε": "\\varepsilon ", "φ": "\\varphi ", "ϵ": "\\epsilon ", "ϕ": "\\phi ", "ϑ": "\\vartheta ",
            "ς": "\\varsigma ",
            "ℓ": "\\ell ", "∂": "\\partial ", "∇": "\\nabla ", "∞": "\\infty ", "⊤": "\\top ", "·": "\\cdot ",
            "⋅": "\\cdot ", "×": "\\times ", "÷": "\\div ", "±": "\\pm ", "∓": "\\mp ", "⊙": "\\odot ",
            "⊗": "\\otimes ",
            "⊕": "\\oplus ", "≤": "\\leq ", "≥": "\\geq ", "≠": "\\neq ", "≈": "\\approx ", "≡": "\\equiv ",
            "∼": "\\sim ",
            "∝": "\\propto ", "∈": "\\in ", "∉": "\\notin ", "⊂": "\\subset ", "⊆": "\\subseteq ", "∪": "\\cup ",
            "∩": "\\cap ", "∅": "\\emptyset ", "∀": "\\forall ", "∃": "\\exists ", "¬": "\\neg ", "∧": "\\wedge ",
            "∨": "\\vee ", "∣": "\\mid ", "≪": "\\ll ", "≫": "\\gg ", "→": "\\rightarrow ", "←": "\\leftarrow ",
            "↔": "\\leftrightarrow ", "⇒": "\\Rightarrow ",
            "⇐": "\\Leftarrow ", "⇔": "\\Leftrightarrow ", "↦": "\\mapsto ", "↑": "\\uparrow ", "↓": "\\downarrow ",
            "∑": "\\sum ", "∏": "\\prod ", "∫": "\\int ", "√": "\\surd ", "∘": "\\circ ", "•": "\\bullet ",
            "∗": "\\ast ",
            "−": "-", "′": "{}^{\\prime}", "″": "{}^{\\prime\\prime}", "°": "{}^{\\circ}", "…": "\\ldots ",
            "⋯": "\\cdots ",
            "‖": "\\Vert ", "⟨": "\\langle ", "⟩": "\\rangle ", "⌊": "\\lfloor ", "⌋": "\\rfloor ", "⌈": "\\lceil ",
            "⌉": "\\rceil ", "½": "\\frac{1}{2}", "¼": "\\frac{1}{4}", "¾": "\\frac{3}{4}", "µ": "\\mu ",
            "Ω": "\\Omega ",
            "ℜ": "\\Re ", "ℑ": "\\Im ", "ℵ": "\\aleph ", "ı": "\\imath ", "ο": "o", "Υ": "\\Upsilon ",
        ]
        for (name, letter) in Maths.greekLetters {
            for character in letter where symbols[character] == nil { symbols[character] = "\\\(name) " }
        }
        // Capital letters that look like Latin ones.
        for (greek, latin) in zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ", "ABEZHIKMNOPTX") { symbols[greek] = "\\mathrm{\(latin)}" }
        for (digit, (above, below)) in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉").enumerated() {
            symbols[above] = "{}^{\(digit)}"
            symbols[below] = "{}_{\(digit)}"
        }
        return symbols
    }()

    /// Letters and signs of texts.
    private static let letters: [Character: String] = [
        "\u{A0}": "~", "\u{202F}": "\\,", "\u{2009}": "\\,", "\u{2003}": "\\quad{}", "\u{2002}": "\\enspace{}",
        "\u{AD}": "\\-", "\u{200B}": "\\allowbreak{}",
        "\u{2011}": "\\mbox{-}", "\u{2010}": "{}-{}", "–": "\\textendash{}", "—": "\\textemdash{}",
        "‘": "\\textquoteleft{}", "’": "\\textquoteright{}", "ʼ": "\\textquoteright{}", "‚": "{},{}",
        "“": "\\textquotedblleft{}", "”": "\\textquotedblright{}", "„": "\\mbox{,\\kern-.06em,}",
        "«": "\\guillemets\\ll{}", "»": "\\guillemets\\gg{}", "‹": "\\guillemets<{}", "›": "\\guillemets>{}",
        "¡": "\\textexclamdown{}", "¿": "\\textquestiondown{}", "§": "\\S{}", "¶": "\\P{}", "†": "\\dag{}",
        "‡": "\\ddag{}", "©": "\\copyright{}", "£": "\\pounds{}", "€": "\\euro{}", "ª": "$^{\\mathrm{a}}$",
        "º": "$^{\\mathrm{o}}$", "ß": "\\ss{}", "ẞ": "SS", "æ": "\\ae{}", "Æ": "\\AE{}", "œ": "\\oe{}", "Œ": "\\OE{}",
        "ø": "\\o{}", "Ø": "\\O{}", "ł": "\\l{}", "Ł": "\\L{}", "ı": "\\i{}", "đ": "\\crossed{d}{.45em}{1.2ex}",
        "Đ": "\\crossed{D}{.03em}{.72ex}", "Ð": "\\crossed{D}{.03em}{.72ex}", "ħ": "\\crossed{h}{.03em}{1.2ex}",
        "Ħ": "\\crossed{H}{.2em}{1.1ex}", "ð": "\\eth{}", "þ": "\\thorn{}", "Þ": "\\Thorn{}", "ə": "\\turned{e}",
        "Ə": "\\turned{\\Large e}", "ď": "d\\kern-.05em'{}", "ť": "t\\kern-.05em'{}", "ľ": "l\\kern-.05em'{}",
        "Ľ": "L\\kern-.15em'{}", "ģ": "\\commaabove{g}", "Ģ": "\\commabelow{G}", "Ķ": "\\commabelow{K}",
        "ķ": "\\commabelow{k}", "Ļ": "\\commabelow{L}", "ļ": "\\commabelow{l}", "Ņ": "\\commabelow{N}",
        "ņ": "\\commabelow{n}", "Ŗ": "\\commabelow{R}", "ŗ": "\\commabelow{r}",
    ]

    /// A mark of Latin letters.
    private struct Mark {
        let scalar: String
        /// Sets the mark at one letter.
        let command: String
        /// Sets it at a letter that has a mark already.
        let further: String
        let isBelow: Bool

        /// A mark above, by TeX's command and the mark's place in the font.
        init(_ scalar: String, _ command: String, glyph: Int) {
            self.init(scalar, command, further: "\\marked{\\char\(glyph)}", isBelow: false)
        }

        init(_ scalar: String, _ command: String, further: String? = nil, isBelow: Bool) {
            (self.scalar, self.command, self.isBelow) = (scalar, command, isBelow)
            self.further = further ?? command
        }
    }

    private static let marks = [
        Mark("\u{300}", "\\`", glyph: 18), Mark("\u{301}", "\\'", glyph: 19), Mark("\u{302}", "\\^", glyph: 94),
        Mark("\u{303}", "\\~", glyph: 126), Mark("\u{304}", "\\=", glyph: 22), Mark("\u{306}", "\\u", glyph: 21),
        Mark("\u{307}", "\\.", glyph: 95), Mark("\u{308}", "\\\"", glyph: 127), Mark("\u{30A}", "\\r", glyph: 23),
        Mark("\u{30B}", "\\H", glyph: 125), Mark("\u{30C}", "\\v", glyph: 20),
        Mark("\u{309}", "\\hook", isBelow: false), Mark("\u{31B}", "\\horn", isBelow: false),
        Mark("\u{323}", "\\d", isBelow: true), Mark("\u{326}", "\\commabelow", isBelow: true),
        Mark("\u{327}", "\\c", isBelow: true), Mark("\u{328}", "\\ogonek", isBelow: true),
        Mark("\u{331}", "\\b", isBelow: true),
    ]

    /// Latin letters with a mark, and vowels with two: equal characters may be written with other scalars.
    private static let accented: [Character: String] = {
        var accented: [Character: String] = [:]
        for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
            for mark in marks {
                // A mark above takes the place of the dot; marks below leave it.
                let base = !mark.isBelow && (letter == "i" || letter == "j") ? "\\\(letter)" : "\(letter)"
                let once = "\(mark.command){\(base)}"
                accented[Character("\(letter)\(mark.scalar)")] = once
                guard "aeiouyAEIOUY".contains(letter) else { continue }
                for other in marks where other.scalar != mark.scalar {
                    accented[Character("\(letter)\(mark.scalar)\(other.scalar)")] = "\(other.further){\(once)}"
                }
            }
        }
        return accented
    }()
}
