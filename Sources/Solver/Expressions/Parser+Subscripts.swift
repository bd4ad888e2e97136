import Exact

extension Parser {
    /// Reads `2,1]`, `2,:]` or `1:2,:]` behind the opening bracket.
    mutating func subscripts() throws(ExpressionError) -> [Subscript] {
        var subscripts: [Subscript] = []
        repeat {
            if take(":") {
                subscripts.append(.all)
                continue
            }
            if let name = try drawnIndex() {
                subscripts.append(.drawn(name))
                continue
            }
            let first = try index()
            let last = take(":") ? try index() : nil
            subscripts.append(Self.place(first, last))
        } while take(",")
        try expect("]")
        guard subscripts.count <= 4 else {
            throw ExpressionError("an array has at most four dimensions", at: tokens[position - 1].range)
        }
        return subscripts
    }

    /// The name of a given number, if that comes next; it stands by itself.
    private mutating func drawnIndex() throws(ExpressionError) -> String? {
        guard case .name(let name) = current.kind, names.contains(name), !symbols.contains(name) else { return nil }
        position += 1
        if current.isSign(",") || current.isSign("]") { return name }
        throw ExpressionError(
            current.isSign(":")
                ? "the ends of a range are fixed numbers, since a drawn number cannot change a shape"
                : "a drawn index stands by itself, as in X[\(name),:]", at: current.range)
    }

    /// An index that may be worked out of whole numbers; with variables that stand for themselves only its formula.
    private mutating func index() throws(ExpressionError) -> Expression {
        switch current.kind {
        case .number, .sign("("): break
        case .name(let name) where symbols.contains(name): break
        default: throw unexpected("an index from 1")
        }
        let index = try comparison()
        if !symbols.isEmpty && index.constantValue == nil { return index }
        guard let whole = index.wholeValue, (1...Shape.largestCount).contains(whole) else {
            throw ExpressionError("indices are whole numbers from 1", at: index.range)
        }
        return index
    }

    private static func place(_ first: Expression, _ last: Expression?) -> Subscript {
        guard let from = first.wholeValue, let to = last.map({ $0.wholeValue }) ?? from else {
            return .symbol(first, last)
        }
        return last == nil ? .index(from) : .range(from, to)
    }

    /// Reads `dA/dB` or `dA[1]/dB` (an index behind B selects an entry of the result), if that is what comes next.
    ///
    /// There must be no space in it, and A and B must be known names; what could be a quotient as well is an error.
    mutating func derivative() throws(ExpressionError) -> Expression? {
        let start = position
        guard case .name(let first) = current.kind, first.count > 1, first.hasPrefix("d") else { return nil }
        var end = position + 1
        if tokens[end].isSign("["), isAdjacent(end) {
            while end < tokens.count - 1, !tokens[end].isSign("]") { end += 1 }
            end += 1
        }
        guard end + 1 < tokens.count, tokens[end].isSign("/"), isAdjacent(end), isAdjacent(end + 1),
            case .name(let second) = tokens[end + 1].kind, second.count > 1, second.hasPrefix("d")
        else { return nil }

        let (numerator, denominator) = (String(first.dropFirst()), String(second.dropFirst()))
        let isQuotient = names.contains(first) && names.contains(second)
        let isDerivative = isKnown(numerator) && isKnown(denominator)
        let range = tokens[start].range.lowerBound..<tokens[end + 1].range.upperBound
        if isQuotient && isDerivative {
            throw ExpressionError(
                "this could be the derivative of \(numerator) by \(denominator) or \(first) divided by \(second);"
                    + " write spaces around / to divide, or rename one of them", at: range)
        }
        if !isDerivative && names.contains(first) { return nil }

        // A name that is missing is reported where it is looked up, as part of a derivative.
        var top = Expression(
            kind: .name(numerator), range: tokens[start].range.lowerBound + 1..<tokens[start].range.upperBound)
        position = start + 1
        if take("[") {
            top = Expression(
                kind: .selection(top, try subscripts()),
                range: top.range.lowerBound..<tokens[position - 1].range.upperBound)
        }
        position = end + 2
        let bottom = Expression(
            kind: .name(denominator),
            range: tokens[end + 1].range.lowerBound + 1..<tokens[end + 1].range.upperBound)
        return Expression(kind: .derivative(of: top, by: bottom), range: range)
    }

    private func isAdjacent(_ index: Int) -> Bool {
        tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
    }
}
