extension Rational {
    /// The simplest fraction that is a real number but for the last digits of its calculation.
    package init(near number: Double) {
        var (rest, before, last) = (number, (numerator: 0.0, denominator: 1.0), (numerator: 1.0, denominator: 0.0))
        for _ in 0..<24 {
            let whole = rest.rounded(.down)
            let next = (whole * last.numerator + before.numerator, whole * last.denominator + before.denominator)
            guard next.0.magnitude < 1e15, next.1 < 1e15 else { break }
            (before, last) = (last, next)
            if (number - next.0 / next.1).magnitude <= 1e-10 * max(1, number.magnitude) || rest == whole { break }
            rest = 1 / (rest - whole)
        }
        guard last.denominator > 0 else {
            self = .zero
            return
        }
        self.init(Int128(last.numerator), Int128(last.denominator))
    }
}
