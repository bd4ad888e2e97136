/// Questions to all lanes at once, answered by a bit a lane.
extension Machine {
    /// The lanes in which a condition holds: its number is there and not 0.
    package func lanes(where location: Location, of count: Int = Machine.width) -> UInt64 {
        let start = Int(location.register) * Self.width
        return switch (location.kind, integers) {
        case (.integer, .narrow(let numbers)): UInt64(lanes: count) { numbers[start + $0] != 0 }
        case (.integer, .wide(let numbers)): UInt64(lanes: count) { numbers[start + $0] != 0 }
        case (.rational, _):
            UInt64(lanes: count) { !rationals[start + $0].isUndefined && !rationals[start + $0].isZero }
        case (.real, _): UInt64(lanes: count) { reals[start + $0].isFinite && reals[start + $0] != 0 }
        }
    }

    /// Of the first lanes, those in which two scaled integers differ; nil where they are over different denominators, or
    /// of other kinds.
    package func lanes(whereDiffer first: Location, _ second: Location, of count: Int) -> UInt64? {
        guard first.kind == .integer, second.kind == .integer, first.denominator == second.denominator else {
            return nil
        }
        let (a, b) = (Int(first.register) * Self.width, Int(second.register) * Self.width)
        return switch integers {
        case .narrow(let numbers): UInt64(lanes: count) { numbers[a + $0] != numbers[b + $0] }
        case .wide(let numbers): UInt64(lanes: count) { numbers[a + $0] != numbers[b + $0] }
        }
    }

    /// Of the first lanes, those in which a number is negative, and those in which it is positive.
    package func signs(at location: Location, of count: Int) -> (negative: UInt64, positive: UInt64) {
        let start = Int(location.register) * Self.width
        func signs(_ number: (Int) -> Double) -> (negative: UInt64, positive: UInt64) {
            (UInt64(lanes: count) { number($0) < 0 }, UInt64(lanes: count) { number($0) > 0 })
        }
        return switch location.kind {
        case .integer: signs { Double(integers[start + $0]) }
        case .rational: signs { rationals[start + $0].double }
        case .real: signs { reals[start + $0] }
        }
    }
}
