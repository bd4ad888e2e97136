extension Relation {
    /// The sign between two sides.
    package var sign: String {
        switch self {
        case .equal: "="
        case .notEqual: "\u{2260}"
        case .approximatelyEqual: "\u{2248}"
        case .less: "<"
        case .lessOrEqual: "\u{2264}"
        case .greater: ">"
        case .greaterOrEqual: "\u{2265}"
        case .becomes: "\u{2190}"
        case .isElement: "\u{2208}"
        }
    }
}

extension Fence {
    /// The marks around a formula.
    package var signs: (opening: StaticString, closing: StaticString) {
        switch self {
        case .parentheses: ("(", ")")
        case .brackets: ("[", "]")
        case .braces: ("{", "}")
        case .bars: ("|", "|")
        case .doubleBars: ("\u{2016}", "\u{2016}")
        case .floor: ("\u{230A}", "\u{230B}")
        case .ceiling: ("\u{2308}", "\u{2309}")
        }
    }
}
