import Exact

extension Rational {
    /// The nearest whole number; of two the one further from 0.
    var roundedToWhole: Rational {
        let whole = (magnitude + Rational(1, 2)).floor
        return isNegative ? -whole : whole
    }
}

extension Double {
    /// The nearest whole number; undefined where it is too large to be exact, or so near to a tie that machines differ.
    var roundedToWhole: Rational {
        guard magnitude < 0x1p52 else { return .undefined }
        let whole = magnitude.rounded(.down)
        let rest = magnitude - whole
        guard (rest - 0.5).magnitude > 1e-13 * Swift.max(1, magnitude) else { return .undefined }
        let rounded = Rational(Int(whole) + (rest > 0.5 ? 1 : 0))
        return self < 0 ? -rounded : rounded
    }
}
