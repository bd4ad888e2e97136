extension String {
    /// The text in letters that stand above the line; nil where Unicode lacks one of them.
    var raised: String? { replaced(by: smallLetters.above) }

    /// The text in letters that stand below the line; nil where Unicode lacks one of them.
    var lowered: String? { replaced(by: smallLetters.below) }

    /// The text in parentheses, unless it is one word or number or has parentheses already.
    var asOneWord: String {
        allSatisfy { $0.isLetter || $0.isNumber } || hasPrefix("(") && hasSuffix(")") ? self : "(\(self))"
    }

    private func replaced(by letters: [Character: Character]) -> String? {
        var result = ""
        for character in self where character != " " {
            guard let small = letters[character] else { return nil }
            result.append(small)
        }
        return result
    }
}

private let smallLetters: (above: [Character: Character], below: [Character: Character]) = (
    Dictionary(
        uniqueKeysWithValues: zip(
            "0123456789+\u{2212}=()abcdefghijklmnoprstuvwxyz",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")),
    Dictionary(
        uniqueKeysWithValues: zip(
            "0123456789+\u{2212}=(),aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎,ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"))
)
