import Exact

extension UnicodePrinter {
    /// A base with labels or an exponent, in small letters where there are all; otherwise as `w_hh`, `x^(a/b)`. A base
    /// that has a label below and nothing above takes what comes above over its own label.
    func scripts(_ base: Maths, sub: Maths?, sup: Maths?, isExponent: Bool) -> TextBlock {
        if case .scripts(let inner, let label?, nil) = base, sub == nil {
            return scripts(inner, sub: label, sup: sup, isExponent: isExponent)
        }
        let isLabelled = if case .scripts = base { sub != nil || sup != nil } else { false }
        var result = isLabelled ? fenced(.parentheses, block(base)) : block(base, asking: .atom)
        if let sub {
            let text = UnicodePrinter(value: value, isFlat: true).block(sub).lines[0]
            result = result.beside(TextBlock(text.lowered ?? "_" + text.asOneWord))
        }
        guard let sup else { return result }
        if isExponent, case .text("T") = sup { return result.raised("\u{1D40}") }
        let text = UnicodePrinter(value: value, isFlat: true).block(sup).lines[0]
        return result.raised(text.raised ?? "^" + text.asOneWord)
    }

    func accented(_ accent: Accent, _ base: Maths) -> TextBlock {
        let text = block(base, asking: .atom)
        let (mark, word, plain, composed) =
            switch accent {
            case .hat: ("\u{302}", "hat", "aceghijosuwyzACEGHIJOSUWYZ", "âĉêĝĥîĵôŝûŵŷẑÂĈÊĜĤÎĴÔŜÛŴŶẐ")
            case .bar: ("\u{304}", "bar", "aeiouyAEIOUY", "āēīōūȳĀĒĪŌŪȲ")
            case .tilde: ("\u{303}", "tilde", "aeinouvyAEINOUVY", "ãẽĩñõũṽỹÃẼĨÑÕŨṼỸ")
            }
        guard let letter = text.line?.first, text.width == 1 else {
            return TextBlock(word).beside(fenced(.parentheses, text))
        }
        let whole = zip(plain, composed).first { $0.0 == letter }
        return TextBlock(whole.map { String($0.1) } ?? String(letter) + mark)
    }

    func root(_ radicand: Maths, degree: Maths?) -> TextBlock {
        let sign = degree.map { block($0).lines[0].raised ?? "(\(block($0).lines[0]))" } ?? ""
        return TextBlock(sign + "\u{221A}").beside(block(radicand, asking: .atom))
    }

    func derivative(of quantity: Maths, by variables: [Maths]) -> TextBlock {
        let order = variables.count
        let top = TextBlock(order > 1 ? "\u{2202}" + (String(order).raised ?? "") : "\u{2202}")
            .beside(block(quantity, asking: .postfix)).beside(TextBlock("/"))
        if order > 1, variables.allSatisfy({ $0 == variables[0] }) {
            return top.beside(TextBlock("\u{2202}")).beside(block(.power(variables[0], .integer(order))))
        }
        let below = TextBlock.joined(
            variables.enumerated().flatMap { index, variable in
                [TextBlock(index > 0 ? " \u{2202}" : "\u{2202}"), block(variable, asking: .postfix)]
            })
        return top.beside(order > 1 ? fenced(.parentheses, below) : below)
    }

    func large(_ sign: LargeOperator, from: Maths?, to: Maths?, _ body: Maths) -> TextBlock {
        let name =
            switch sign {
            case .sum: "\u{2211}"
            case .product: "\u{220F}"
            case .maximum: "max"
            case .minimum: "min"
            }
        let bounds = scripts(.identifier(name, .upright), sub: from, sup: to, isExponent: false)
        return bounds.beside(TextBlock(" ")).beside(block(body, asking: .product))
    }

    /// A matrix in tall brackets, its columns at the right as numbers are.
    func matrix(_ rows: [[Maths]]) -> TextBlock {
        let cells = rows.map { $0.map { block($0) } }
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0 }
        let lines = cells.map { row in
            TextBlock.joined(
                row.enumerated().flatMap { column, cell in
                    (column > 0 ? [TextBlock("  ")] : []) + [cell.rightAligned(to: widths[column])]
                })
        }
        return fenced(.brackets, .stacked(lines))
    }

    func flat(_ rows: [[Maths]]) -> String {
        let cells = rows.map { $0.map { block($0).lines[0] } }
        if cells.allSatisfy({ $0.count == 1 }) {
            return "[" + cells.map { $0[0] }.joined(separator: ", ") + "]"
        }
        let separator = cells.joined().contains { $0.contains(" ") } ? ", " : " "
        return "[" + cells.map { $0.joined(separator: separator) }.joined(separator: "; ") + "]"
    }

    /// A value a line with its condition beside it, after a brace.
    func cases(_ cases: [Case]) -> TextBlock {
        let values = cases.map { block($0.value) }
        let conditions = cases.map { block($0.condition) }
        if isFlat {
            let items = zip(values, zip(cases, conditions)).map { value, condition in
                let word = if case .text = condition.0.condition { " " } else { " if " }
                return value.lines[0] + word + condition.1.lines[0]
            }
            return TextBlock("{" + items.joined(separator: "; ") + "}")
        }
        let width = values.map(\.width).max() ?? 0
        let lines = zip(values, conditions).map { value, condition in
            value.beside(TextBlock(String(repeating: " ", count: width - value.width + 2))).beside(condition)
        }
        return bracket(["{", "\u{23A7}", "\u{23AA}", "\u{23A9}"], around: .stacked(lines)).beside(.stacked(lines))
    }

    /// A block between marks, which are as high as the block.
    func fenced(_ fence: Fence, _ inner: TextBlock) -> TextBlock {
        let (opening, closing): ([String], [String]) =
            switch fence {
            case .parentheses: (["(", "⎛", "⎜", "⎝"], [")", "⎞", "⎟", "⎠"])
            case .brackets: (["[", "⎡", "⎢", "⎣"], ["]", "⎤", "⎥", "⎦"])
            case .braces: (["{", "⎧", "⎪", "⎩"], ["}", "⎫", "⎪", "⎭"])
            case .bars: (["|", "│", "│", "│"], ["|", "│", "│", "│"])
            case .doubleBars: (["‖", "║", "║", "║"], ["‖", "║", "║", "║"])
            case .floor: (["⌊", "⎢", "⎢", "⎣"], ["⌋", "⎥", "⎥", "⎦"])
            case .ceiling: (["⌈", "⎡", "⎢", "⎢"], ["⌉", "⎤", "⎥", "⎥"])
            }
        return bracket(opening, around: inner).beside(inner).beside(bracket(closing, around: inner))
    }

    /// A mark as high as a block, of its forms for one line, the first, the middle and the last line.
    private func bracket(_ forms: [String], around inner: TextBlock) -> TextBlock {
        let height = inner.lines.count
        if height == 1 { return TextBlock(forms[0]) }
        let middle = Array(repeating: forms[2], count: height - 2)
        return TextBlock(lines: [forms[1]] + middle + [forms[3]], baseline: inner.baseline)
    }
}
