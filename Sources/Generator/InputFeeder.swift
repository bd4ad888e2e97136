import Exact
import Solver
import Template

/// Puts drawn numbers into a machine by their digits.
struct InputFeeder: Sendable {
    private enum Source: Sendable {
        /// The program has no use for it.
        case unused
        /// Numerators over the input's own denominator.
        case steps(Location, low: Int64, step: Int64, skipped: UInt32)
        case table(Location, [Int64])
        /// Numbers that no 64-bit numerator holds.
        case fractions(Draw)
    }

    private let sources: [Source]

    init(_ draws: [Draw], for program: Program) {
        sources = zip(draws, program.inputs).map { draw, location in
            guard let location else { return .unused }
            guard let denominator = location.scaledDenominator else { return .fractions(draw) }
            let scale = Rational(Int(denominator))
            func numerator(_ number: Rational) -> Int64 { Int64(truncatingIfNeeded: (number * scale).numerator) }
            switch draw.values {
            case .steps(let low, let step, _, let skipped):
                return .steps(
                    location, low: numerator(low), step: numerator(step),
                    skipped: skipped.map(UInt32.init) ?? .max)
            case .choice(let numbers):
                return .table(location, numbers.map(numerator))
            }
        }
    }

    /// Sets one lane's inputs to the numbers that the digits choose.
    func feed(_ digits: UnsafePointer<UInt32>, to machine: Machine, lane: Int) {
        for index in sources.indices {
            let digit = digits[index]
            switch sources[index] {
            case .unused: break
            case .steps(let location, let low, let step, let skipped):
                let place = digit >= skipped ? digit &+ 1 : digit
                machine.set(numerator: low &+ step &* Int64(place), at: location, lane: lane)
            case .table(let location, let numerators):
                machine.set(numerator: numerators[Int(digit)], at: location, lane: lane)
            case .fractions(let draw):
                _ = machine.set(input: index, to: draw[Int(digit)], lane: lane)
            }
        }
    }
}
