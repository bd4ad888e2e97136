extension Expression {
    /// Whether some of its indices are numbers of the sheet: `dL/dW2[i,j]`.
    package var hasDrawnIndices: Bool {
        guard case .selection(_, let subscripts) = kind else { return false }
        return subscripts.contains(where: \.isDrawn)
    }

    /// An entry or a part of it.
    package func selecting(_ subscripts: [Subscript]) -> Expression {
        Expression(kind: .selection(self, subscripts), range: range)
    }

    /// An entry of what has drawn indices, at a place of its shape in row-major order; nil for all else.
    func choosing(_ entry: Int, of shape: Shape) -> Expression? {
        guard hasDrawnIndices, case .selection(let base, let subscripts) = kind else { return nil }
        return base.selecting(subscripts.choosing(entry, of: shape))
    }
}

extension [Subscript] {
    /// The subscripts of one entry of what these choose, at a place of its shape in row-major order.
    package func choosing(_ entry: Int, of shape: Shape) -> [Subscript] {
        var indices = shape.indices(ofEntry: entry)[...]
        return map { place in
            switch place {
            case .all: indices.popFirst().map(Subscript.index) ?? place
            case .range(let first, _): indices.popFirst().map { .index(first + $0 - 1) } ?? place
            case .index, .symbol, .drawn: place
            }
        }
    }

    /// `[i,2]`, as columns name an entry.
    package var columnText: String {
        let places = map { place in
            switch place {
            case .index(let index): String(index)
            case .all: ":"
            case .range(let first, let last): "\(first):\(last)"
            case .drawn(let name): name
            case .symbol: ""
            }
        }
        return "[" + places.joined(separator: ",") + "]"
    }
}
