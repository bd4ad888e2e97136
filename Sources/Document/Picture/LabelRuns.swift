import Exact
import Maths

/// A formula as one line of text: pieces of one height and one style after another.
struct LabelRuns {
    /// What a piece says.
    enum Content {
        case text(String)
        case value(ValueID, Rounding)
        case alternatives(ValueID, [LabelRuns])
    }

    /// How high a piece stands.
    enum Level { case base, above, below }

    struct Run {
        let content: Content
        let style: IdentifierStyle
        let level: Level
        /// By how much it moves back, in ems of its own size, to stand over the piece before.
        var overlap = 0.0
    }

    private(set) var runs: [Run] = []

    /// Scripts are written in letters of this size.
    static let scriptSize = 0.7

    init(_ maths: Maths) { append(maths, .base) }

    /// About how wide the text is, in ems.
    var width: Double {
        var (end, widest) = (0.0, 0.0)
        for run in runs {
            end += (run.width - run.overlap) * (run.level == .base ? 1 : Self.scriptSize)
            widest = max(widest, end)
        }
        return widest
    }

    private mutating func append(_ text: String, _ level: Level, _ style: IdentifierStyle = .upright) {
        if let last = runs.last, case .text(let before) = last.content, last.level == level, last.style == style {
            runs[runs.count - 1] = Run(content: .text(before + text), style: style, level: level, overlap: last.overlap)
        } else if !text.isEmpty {
            runs.append(Run(content: .text(text), style: style, level: level))
        }
    }

    private mutating func append(_ maths: Maths, _ level: Level, asking minimum: Precedence) {
        let isOpen = maths.needsParentheses(asking: minimum)
        if isOpen { append("(", level) }
        append(maths, level)
        if isOpen { append(")", level) }
    }

    private mutating func append(_ items: [Maths], _ level: Level, between separator: String) {
        for (index, item) in items.enumerated() {
            if index > 0 { append(separator, level) }
            append(item, level)
        }
    }

    private mutating func append(_ maths: Maths, _ level: Level) {
        switch maths {
        case .number(let number): append(number.text.replacingHyphens, level)
        case .value(let id, let rounding):
            runs.append(Run(content: .value(id, rounding), style: .upright, level: level))
        case .identifier(let name, let style):
            append(name, level, style == .italic && name.count > 1 ? .upright : style)
        case .text(let text): append(text, level)
        case .sign(let text, let form): append(form == .infix ? " \(text) " : text, level)
        case .room: append("\u{2026}", level)
        case .list(let items): append(items, level, between: level == .base ? ", " : ",")
        case .row(let pieces): append(pieces, level, between: "")
        case .sum(let terms):
            for (index, term) in terms.enumerated() {
                let isFirst = index == 0
                append(term.sign == .minus ? "\u{2212}" : isFirst ? "" : "+", level)
                append(term.maths, level, asking: isFirst ? .sum : .product)
            }
        case .product(let factors, let sign):
            for (index, factor) in factors.enumerated() {
                if index > 0 { append(sign.text, level) }
                append(factor, level, asking: .product)
            }
        case .negation(let operand):
            append("\u{2212}", level)
            append(operand, level, asking: .product)
        case .quotient(let above, let below), .fraction(let above, let below):
            append(above, level, asking: .product)
            append("/", level)
            append(below, level, asking: .postfix)
        case .power(let base, let exponent):
            append(base, level, asking: .postfix)
            append(exponent, .above)
        case .scripts(let base, let sub, let sup): appendScripts(base, sub, sup, level)
        case .transpose(let base):
            append(base, level, asking: .postfix)
            append("T", .above)
        case .accent(let accent, let base):
            append(base, level)
            appendMark(accent.mark, level)
        case .root(let radicand, _):
            append("\u{221A}", level)
            append(radicand, level, asking: .postfix)
        case .matrix: append("[\u{2026}]", level)
        case .function(let name, let arguments):
            append(name, level)
            append("(", level)
            append(arguments, level, between: ", ")
            append(")", level)
        case .derivative(let quantity, let variables):
            append("\u{2202}", level)
            append(quantity, level)
            append("/", level)
            for variable in variables {
                append("\u{2202}", level)
                append(variable, level)
            }
        case .large(_, _, _, let operand): append(operand, level, asking: .product)
        case .relation(let first, let links):
            append(first, level)
            for link in links {
                append(" \(link.relation.sign) ", level)
                append(link.maths, level)
            }
        case .cases: append("\u{2026}", level)
        case .fenced(let fence, let inner):
            append(fence.signs.opening.description, level)
            append(inner, level)
            append(fence.signs.closing.description, level)
        case .alternatives(let id, let choices):
            runs.append(Run(content: .alternatives(id, choices.map(LabelRuns.init)), style: .upright, level: level))
        }
    }

    /// What stands above first, what stands below it moved back under it.
    private mutating func appendScripts(_ base: Maths, _ sub: Maths?, _ sup: Maths?, _ level: Level) {
        append(base, level, asking: .postfix)
        let start = runs.count
        if let sup { append(sup, .above) }
        let width = runs[start...].reduce(0) { $0 + $1.width }
        let end = runs.count
        if let sub { append(sub, .below) }
        if end < runs.count { runs[end].overlap = width }
    }

    /// A mark over the last letter keeps the letter's style.
    private mutating func appendMark(_ mark: String, _ level: Level) {
        append(mark, level, runs.last?.style ?? .italic)
    }
}

extension LabelRuns.Run {
    /// About how wide it is, in ems of its own size.
    fileprivate var width: Double {
        switch content {
        case .text(let text): text.unicodeScalars.reduce(0) { $0 + $1.labelWidth }
        case .value(_, let rounding): rounding.labelWidth
        case .alternatives(_, let choices): choices.map(\.width).max() ?? 0
        }
    }
}

extension Rounding {
    /// About how wide most numbers are, in ems.
    fileprivate var labelWidth: Double {
        switch self {
        case .exact: 2.8
        case .decimals(let count), .significant(let count): Double(count) * 0.5 + 1.3
        }
    }
}

extension Unicode.Scalar {
    /// About how wide a letter of a common text font is, in ems.
    fileprivate var labelWidth: Double {
        switch self {
        case "\u{300}"..."\u{36F}": 0
        case ",", ".", " ", "|", "i", "j", "l": 0.25
        case "(", ")", "[", "]", "f", "t", "r", "/": 0.35
        case "m", "w", "+", "=", "\u{2212}", "\u{D7}", "\u{F7}": 0.6
        case "A"..."Z": 0.66
        default: 0.5
        }
    }
}

extension Multiplication {
    fileprivate var text: String {
        switch self {
        case .juxtaposed: "\u{2009}"
        case .dot: "\u{B7}"
        case .cross: "\u{D7}"
        case .elementwise: "\u{2299}"
        }
    }
}

extension Accent {
    /// The mark that combines with the letter before it.
    fileprivate var mark: String {
        switch self {
        case .hat: "\u{302}"
        case .bar: "\u{304}"
        case .tilde: "\u{303}"
        }
    }
}

extension String {
    fileprivate var replacingHyphens: String { String(map { $0 == "-" ? "\u{2212}" : $0 }) }
}
