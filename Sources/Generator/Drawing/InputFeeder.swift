import Exact
import Solver
import Template

/// Puts drawn numbers into a machine by their digits.
struct InputFeeder: Sendable {
    /// Numbers in steps, as numerators over the input's own denominator.
    private struct Steps: Sendable {
        let digit: Int
        let location: Location
        let low: Int64
        let step: Int64
        let skipped: UInt32
    }

    private var steps: [Steps] = []
    /// Chosen numbers, as numerators over the input's own denominator.
    private var tables: [(digit: Int, location: Location, numerators: [Int64])] = []
    /// Numbers that no 64-bit numerator holds.
    private var fractions: [(input: Int, draw: Draw)] = []

    /// Prepares draws for a program; those that it has no use for are left out.
    init(_ draws: [Draw], for program: Program) {
        for (input, draw) in draws.enumerated() {
            let digit = draw.digit
            guard let location = program.inputs[input] else { continue }
            guard let denominator = location.scaledDenominator else {
                fractions.append((input, draw))
                continue
            }
            let scale = Rational(Int(denominator))
            func numerator(_ number: Rational) -> Int64 { Int64(truncatingIfNeeded: (number * scale).numerator) }
            switch draw.values {
            case .steps(let low, let step, _, let skipped):
                steps.append(
                    Steps(
                        digit: digit, location: location, low: numerator(low), step: numerator(step),
                        skipped: skipped.map(UInt32.init) ?? .max))
            case .choice(let numbers):
                tables.append((digit, location, numbers.map(numerator)))
            }
        }
    }

    /// The digits that the inputs need.
    var digits: Set<Int> { Set(steps.map(\.digit) + tables.map(\.digit) + fractions.map(\.draw.digit)) }

    /// Sets the inputs of the first lanes to the numbers that their digits choose, a row of ``Machine/width`` a draw.
    func feed(_ digits: UnsafePointer<UInt32>, to machine: Machine, lanes: Int) {
        for input in steps {
            let row = digits + input.digit * Machine.width
            let numerators = machine.numerators(at: input.location)
            if input.skipped == .max {
                for lane in 0..<lanes { numerators[lane] = input.low &+ input.step &* Int64(row[lane]) }
                continue
            }
            for lane in 0..<lanes {
                let place = row[lane] >= input.skipped ? row[lane] &+ 1 : row[lane]
                numerators[lane] = input.low &+ input.step &* Int64(place)
            }
        }
        for input in tables {
            let row = digits + input.digit * Machine.width
            let numerators = machine.numerators(at: input.location)
            for lane in 0..<lanes { numerators[lane] = input.numerators[Int(row[lane])] }
        }
        for input in fractions {
            let row = digits + input.draw.digit * Machine.width
            for lane in 0..<lanes { _ = machine.set(input: input.input, to: input.draw[Int(row[lane])], lane: lane) }
        }
    }
}
