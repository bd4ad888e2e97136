import Maths

/// How the number of a layer stands above a name.
package enum LayerStyle: Hashable, Sendable {
    /// W⁽¹⁾.
    case parentheses
    /// W[1].
    case brackets
    /// W¹.
    case none

    func label(_ number: Maths) -> Maths {
        switch self {
        case .parentheses: .row([.text("("), number, .text(")")])
        case .brackets: .row([.text("["), number, .text("]")])
        case .none: number
        }
    }
}

extension Maths {
    /// A name as papers write it.
    ///
    /// `W1`, an array, has the layer above it; `w1`, a scalar, a number below. What follows `_` stands below. Greek
    /// letters are spelt out; `hat`, `bar`, `tilde` at the end stand above.
    package static func name(_ name: String, isArray: Bool, layers: LayerStyle = .parentheses) -> Maths {
        let parted = name.contains("{") ? String(name.flatMap { $0 == "{" ? "_{" : String($0) }) : name
        let pieces = parted.split(separator: "_", omittingEmptySubsequences: true).map(String.init)
        guard let first = pieces.first else { return .variable(name) }
        let stem = String(first.reversed().drop { $0.isNumber }.reversed())
        let digits = String(first.dropFirst(stem.count))
        var subscripts = pieces.dropFirst().map { piece(String($0)) }
        var label: Maths?
        if !digits.isEmpty && !stem.isEmpty {
            let number = Maths.text(digits)
            if isArray { label = layers.label(number) } else { subscripts.insert(number, at: 0) }
        }
        let base = stem.isEmpty ? Maths.variable(first) : accented(stem)
        if subscripts.isEmpty && label == nil { return base }
        let below: Maths? = subscripts.isEmpty ? nil : subscripts.count == 1 ? subscripts[0] : .list(subscripts)
        return .scripts(base, sub: below, sup: label)
    }

    /// Letters that stand below another: `hh`, `t`, the number behind a word, or `{t-1}`, a formula of loop variables.
    private static func piece(_ text: String) -> Maths {
        if text.hasPrefix("{"), let formula = try? Parser.expression(text.filter { !"{}".contains($0) }, names: []) {
            return Notation.plain.written(formula).maths
        }
        if text.allSatisfy(\.isNumber) { return .text(text) }
        let stem = String(text.reversed().drop { $0.isNumber }.reversed())
        return stem == text ? letters(text) : .row([letters(stem), .text(String(text.dropFirst(stem.count)))])
    }

    private static func accented(_ stem: String) -> Maths {
        for (ending, accent) in [("hat", Accent.hat), ("bar", .bar), ("tilde", .tilde)]
        where stem.hasSuffix(ending) && stem.count > ending.count {
            return .accent(accent, letters(String(stem.dropLast(ending.count))))
        }
        return letters(stem)
    }

    private static func letters(_ text: String) -> Maths { .variable(greekLetters[text] ?? text) }
}
