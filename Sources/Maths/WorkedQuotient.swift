import Exact

/// A quotient of two numbers that the next side of a chain holds as one number.
package struct WorkedQuotient: Hashable, Sendable {
    /// What stands above the line, a number or a value.
    let above: Maths
    /// What stands below it.
    let below: Maths

    /// Whether the number is written as the quotient is, so that nothing seems to be worked out: 7/3, but not 6/3 or 7/2.
    @usableFromInline
    func isWrittenAlike(value: (ValueID) -> Number) -> Bool {
        guard let above = above.wholeNumber(value), let below = below.wholeNumber(value), !above.isNegative,
            Rational.one < below
        else { return false }
        let quotient = above / below
        return quotient.numerator == above.numerator && quotient.denominator == below.numerator
            && quotient.text.utf8.contains(UInt8(ascii: "/"))
    }

    /// The quotient with its values so many places further on.
    func renumbered(by offset: Int) -> WorkedQuotient {
        WorkedQuotient(above: above.renumbered(by: offset), below: below.renumbered(by: offset))
    }
}

extension Maths {
    /// The quotients of two numbers that are one number in another formula; nil where that differs in anything else.
    func quotients(workedOutIn other: Maths) -> [WorkedQuotient]? {
        if self == other { return [] }
        if case .fraction(let above, let below) = self, case .value(_, .exact) = other {
            return above.isExactNumber && below.isExactNumber ? [WorkedQuotient(above: above, below: below)] : nil
        }
        let (own, others) = (pieces, other.pieces)
        guard own.count == others.count, mapPieces({ _ in .nothing }) == other.mapPieces({ _ in .nothing }) else {
            return nil
        }
        var found: [WorkedQuotient] = []
        for (piece, otherPiece) in zip(own, others) {
            guard let quotients = piece.quotients(workedOutIn: otherPiece) else { return nil }
            found += quotients
        }
        return found
    }

    /// The pieces that the formula is made of, in order.
    private var pieces: [Maths] {
        var pieces: [Maths] = []
        _ = mapPieces { piece in
            pieces.append(piece)
            return piece
        }
        return pieces
    }

    private var isExactNumber: Bool {
        switch self {
        case .number, .value(_, .exact): true
        default: false
        }
    }

    fileprivate func wholeNumber(_ value: (ValueID) -> Number) -> Rational? {
        switch self {
        case .number(let number): number.isInteger ? number : nil
        case .value(let id, _): if case .exact(let number) = value(id), number.isInteger { number } else { nil }
        default: nil
        }
    }
}
