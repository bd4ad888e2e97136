extension Double {
    /// Whether all numbers at most `error` away are surely written as this one is; false where that takes a closer look.
    package func isFarFromTies(of rounding: Rounding, within error: Double) -> Bool {
        let scale: Double?
        switch rounding {
        case .decimals(let places): scale = Self.powerOfTen(places)
        case .significant(let digits): scale = self.scale(leavingDigits: digits, within: error)
        case .exact: scale = self.scale(leavingDigits: 12, within: error)
        }
        guard let scale else { return false }
        let scaled = magnitude * scale
        guard scaled < 1e14 else { return false }
        let fraction = scaled - scaled.rounded(.down)
        // Twice what is possible, and what the multiplication may have lost.
        return (fraction - 0.5).magnitude > 2 * error * scale + scaled * 1e-15
    }

    /// The power of ten that moves the last of `digits` digits to the ones; nil where it is not that of all neighbours.
    private func scale(leavingDigits digits: Int, within error: Double) -> Double? {
        guard let top = Self.powerOfTen(digits) else { return nil }
        let (least, most) = (magnitude - 2 * error, magnitude + 2 * error)
        return Self.powersOfTen.first { least * $0 * 10 >= top }.flatMap { most * $0 < top ? $0 : nil }
    }

    private static func powerOfTen(_ exponent: Int) -> Double? {
        powersOfTen.indices.contains(exponent) ? powersOfTen[exponent] : nil
    }

    /// Those that a floating-point number holds exactly.
    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
