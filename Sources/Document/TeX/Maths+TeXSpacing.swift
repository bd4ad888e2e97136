import Maths

/// What a piece of a formula is to TeX, which decides about the spaces beside it.
private enum TeXClass {
    case ordinary, function, large, binary, prefix, relation, opening, closing, punctuation, space

    /// What a sign is by itself.
    init(sign: String) {
        switch sign {
        case "+", "\u{2212}", "±", "*", "·", "×", "⊙", "∘", "∗": self = .binary
        case "=", "<", ">", ":", "≤", "≥", "≠", "≈", "≡", "∼", "∝", "≪", "≫", "∈", "⊂", "∣", "→", "←", "⇒", "↦":
            self = .relation
        case "(", "[", "{", "⌊", "⌈", "⟨": self = .opening
        case ")", "]", "}", "⌋", "⌉", "⟩": self = .closing
        case ",", ";": self = .punctuation
        case "∑", "∏": self = .large
        default: self = sign.allSatisfy(\.isWhitespace) ? .space : .ordinary
        }
    }

    /// Whether a sign of calculation between two operands may stand behind it.
    var endsOperand: Bool { self == .ordinary || self == .closing }

    /// Whether a sign of calculation between two operands may stand before it.
    var startsOperand: Bool {
        switch self {
        case .relation, .closing, .punctuation: false
        default: true
        }
    }
}

extension Maths {
    /// Pieces of an author's formula as one: signs with the spaces that TeX puts around them, sums with what they run over.
    static func spaced(_ pieces: [Maths]) -> Maths { spaced(pieces[...], depth: 0) }

    /// Deeper sums are signs like others.
    private static let deepestSum = 8

    private static func spaced(_ pieces: ArraySlice<Maths>, depth: Int) -> Maths {
        var result: [Maths] = []
        var before: TeXClass?
        var rest = pieces
        while let piece = rest.popFirst() {
            var own = piece.texClass
            let after = rest.lazy.map(\.texClass).first { $0 != .space }
            if own == .binary, !(before?.endsOperand ?? false) { own = .prefix }
            if own == .binary || own == .prefix, !(after?.startsOperand ?? false) { own = .ordinary }
            if own == .function && (before == .ordinary || before == .closing || before == .function)
                || before == .function && own == .ordinary
            {
                result.append(.text("\u{2009}"))
            }
            if own == .large, depth < deepestSum, let (sign, from, to) = piece.largeSign {
                let body = rest.prefix(rest.summandCount)
                rest = rest.dropFirst(body.count)
                result.append(.large(sign, from: from, to: to, spaced(body, depth: depth + 1)))
                own = .ordinary
            } else {
                result.append(piece.sign(own))
            }
            if own != .space { before = own }
        }
        return result.count == 1 ? result[0] : .row(result)
    }

    fileprivate var texClass: TeXClass {
        switch self {
        case .text(let text): TeXClass(sign: text)
        case .identifier(let name, .upright) where TeX.functions.contains(name): .function
        case .scripts(.identifier("max", .upright), _, _), .scripts(.identifier("min", .upright), _, _): .large
        case .scripts(let base, _, _): base.texClass
        default: .ordinary
        }
    }

    private func sign(_ own: TeXClass) -> Maths {
        guard case .text(let text) = self else { return self }
        switch own {
        case .binary, .relation: return .sign(text, .infix)
        case .prefix: return .sign(text, .prefix)
        case .punctuation: return .sign(text, .separator)
        default: return self
        }
    }

    private var largeSign: (LargeOperator, from: Maths?, to: Maths?)? {
        switch self {
        case .text("∑"): (.sum, nil, nil)
        case .text("∏"): (.product, nil, nil)
        case .scripts(.text("∑"), let from, let to): (.sum, from, to)
        case .scripts(.text("∏"), let from, let to): (.product, from, to)
        case .scripts(.identifier("max", _), let from, let to): (.maximum, from, to)
        case .scripts(.identifier("min", _), let from, let to): (.minimum, from, to)
        default: nil
        }
    }
}

extension ArraySlice<Maths> {
    /// How many pieces at the front a sum runs over: to the next term, side, item or closing bracket.
    fileprivate var summandCount: Int {
        var depth = 0
        for (count, piece) in enumerated() {
            switch piece {
            case .text("+"), .text("\u{2212}"), .text("±"):
                if depth == 0 && count > 0 { return count }
            default:
                switch piece.texClass {
                case .opening: depth += 1
                case .closing where depth == 0: return count
                case .closing: depth -= 1
                case .relation where depth == 0, .punctuation where depth == 0: return count
                default: break
                }
            }
        }
        return count
    }
}
