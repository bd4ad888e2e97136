import Exact
import Solver
import Template

/// Puts drawn numbers into a machine by their digits.
struct InputFeeder: Sendable {
    /// Numbers in steps, as numerators over the input's own denominator; rows by where they begin.
    private var steps: [(row: Int, location: Location, numerators: SteppedNumerators)] = []
    /// Chosen numbers, in the same way.
    private var tables: [(row: Int, location: Location, numerators: [Int64])] = []
    /// Numbers that no 64-bit numerator holds.
    private var fractions: [(row: Int, input: Int, draw: Draw)] = []
    /// The digits that the inputs need.
    private(set) var digits: Set<Int> = []

    /// Prepares draws for a program; those that it has no use for are left out.
    init(_ draws: [Draw], for program: Program) {
        for (input, draw) in draws.enumerated() {
            guard let location = program.inputs[input] else { continue }
            let row = draw.digit * Machine.width
            digits.insert(draw.digit)
            guard let denominator = location.scaledDenominator else {
                fractions.append((row, input, draw))
                continue
            }
            let scale = Rational(Int(denominator))
            func numerator(_ number: Rational) -> Int64 { Int64(truncatingIfNeeded: (number * scale).numerator) }
            switch draw.values {
            case .steps(let low, let step, _, let skipped):
                let numerators = SteppedNumerators(
                    low: numerator(low), step: numerator(step), skipped: skipped.map(UInt32.init))
                steps.append((row, location, numerators))
            case .choice(let numbers): tables.append((row, location, numbers.map(numerator)))
            }
        }
    }

    /// Sets the inputs of the first lanes to the numbers that their digits choose, a row of ``Machine/width`` a draw.
    func feed(_ digits: UnsafePointer<UInt32>, to machine: Machine, lanes: Int) {
        for input in steps { machine.set(input.numerators, at: input.location, by: digits + input.row, lanes: lanes) }
        for input in tables {
            for lane in 0..<lanes {
                machine.set(
                    numerator: input.numerators[Int(digits[input.row + lane])], at: input.location, lane: lane)
            }
        }
        for input in fractions {
            for lane in 0..<lanes {
                _ = machine.set(input: input.input, to: input.draw[Int(digits[input.row + lane])], lane: lane)
            }
        }
    }
}
