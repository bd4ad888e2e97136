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
            let first = try index()
            subscripts.append(take(":") ? .range(first, try index()) : .index(first))
        } while take(",")
        try expect("]")
        guard subscripts.count <= 4 else {
            throw ExpressionError("an array has at most four dimensions", at: tokens[position - 1].range)
        }
        return subscripts
    }

    private mutating func index() throws(ExpressionError) -> Int {
        guard case .number(let value) = current.kind else { throw unexpected("an index from 1") }
        guard value.isInteger, let index = Int(exactly: value.numerator), index >= 1, index <= Shape.largestCount else {
            throw ExpressionError("indices are whole numbers from 1", at: current.range)
        }
        position += 1
        return index
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
        let isDerivative = names.contains(numerator) && names.contains(denominator)
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
