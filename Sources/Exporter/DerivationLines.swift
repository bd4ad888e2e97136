import Exact
import Maths
import Solver
import Template

/// The lines of derivations on a key, with the numbers rounded as the key's are.
struct DerivationLines {
    let calculation: Calculation

    /// About as many letters fit in a line.
    private static let width = 88

    /// A derivation as equations below one another: as many sides a line as fit.
    func lines(_ derivation: Derivation) -> [Maths] {
        let left = rounded(derivation.left)
        var lines: [Maths] = []
        var links: [Link] = []
        var used = left.width
        for side in derivation.sides.map(rounded) {
            let link = Link(isApproximate(side) ? .approximatelyEqual : .equal, side)
            if !links.isEmpty && used + side.width + 3 > Self.width {
                lines.append(.relation(lines.isEmpty ? left : .row([]), links))
                links = []
                used = left.width
            }
            links.append(link)
            used += side.width + 3
        }
        if !links.isEmpty { lines.append(.relation(lines.isEmpty ? left : .row([]), links)) }
        return lines
    }

    private func rounded(_ maths: Maths) -> Maths {
        maths.replacing { piece in
            guard case .value(let id, _) = piece else { return piece }
            return .value(id, calculation.roundings[id.index])
        }
    }

    private func isApproximate(_ maths: Maths) -> Bool {
        var found = false
        _ = maths.replacing { piece in
            if case .value(let id, _) = piece, calculation.location(ofValue: id.index).isReal { found = true }
            return piece
        }
        return found
    }
}

extension Maths {
    /// About how many letters wide the formula is.
    fileprivate var width: Int {
        switch self {
        case .number(let number): number.text.utf8.count
        case .value(_, let rounding): rounding == .exact ? 3 : 7
        case .identifier(let name, _): name.count
        case .text(let text): text.count
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
