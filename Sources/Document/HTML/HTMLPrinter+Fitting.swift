import Maths

extension HTMLPrinter {
    /// Writes a displayed formula in letters so small that it fits on paper: what does not makes a browser print all pages
    /// smaller.
    ///
    /// - Parameter taken: about how many letters of the line are taken already.
    mutating func writeFitting(_ maths: Maths, _ printed: Form, taken: Int = 0) {
        let room = max(Self.lineWidth - taken, Self.lineWidth / 2)
        guard maths.width > room else { return form.append(printed) }
        form.append("<span style=\"font-size:")
        form.append(raw: max(Self.leastSize, 100 * room / maths.width).description.utf8)
        form.append("%\">")
        form.append(printed)
        form.append("</span>")
    }

    /// About as many letters fit in a line.
    private static let lineWidth = 105
    /// In hundredths of the text's size.
    private static let leastSize = 30
}

extension Maths {
    /// About how many letters wide the formula is.
    var width: Int {
        switch self {
        case .number(let number): number.text.utf8.count
        case .value(_, let rounding): rounding == .exact ? 3 : 7
        case .identifier(let name, _): name.count
        case .text(let text): text.count
        case .sign(let text, _): text.count + 2
        case .room: 8
        case .list(let items): items.reduce(0) { $0 + $1.width + 2 }
        case .row(let pieces): pieces.reduce(0) { $0 + $1.width }
        case .sum(let terms): terms.reduce(0) { $0 + $1.maths.width + 3 }
        case .product(let factors, let sign):
            factors.reduce(0) { $0 + $1.width + (sign == .juxtaposed ? 1 : 3) }
        case .negation(let operand), .fenced(_, let operand): operand.width + 2
        case .quotient(let above, let below): above.width + below.width + 1
        case .fraction(let above, let below): max(above.width, below.width)
        case .power(let base, let exponent): base.width + exponent.width
        case .scripts(let base, let sub, let sup): base.width + max(sub?.width ?? 0, sup?.width ?? 0)
        case .transpose(let base): base.width + 3
        case .accent(_, let base): base.width
        case .root(let radicand, _): radicand.width + 2
        case .matrix(let rows):
            2
                + (rows.first?.indices ?? 0..<0).reduce(0) { width, column in
                    width + 2 + (rows.map { $0[column].width }.max() ?? 0)
                }
        case .function(let name, let arguments): name.width + 2 + arguments.reduce(0) { $0 + $1.width + 1 }
        case .derivative(let quantity, let variables): max(quantity.width, variables.reduce(0) { $0 + $1.width }) + 1
        case .large(_, _, _, let operand): 2 + operand.width
        case .relation(let first, let links): links.reduce(first.width) { $0 + $1.maths.width + 3 }
        case .cases(let cases): 6 + (cases.map { $0.value.width + $0.condition.width }.max() ?? 0)
        case .alternatives(_, let choices): choices.map(\.width).max() ?? 0
        }
    }
}
