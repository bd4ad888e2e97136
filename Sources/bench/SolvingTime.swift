import Exact
import Generator
import Solver
import Template

/// Prints the median seconds that solving 100,000 variants of a template takes on one thread, their drawn numbers being
/// in memory already.
func printSolvingTime(of template: Template) throws {
    let variantCount = 100_000
    let calculation = try Calculation(template)
    let machine = Machine(calculation.program)
    let batches = (variantCount + Machine.width - 1) / Machine.width

    /// Numerators by batch, input and lane, uniform over what each draw chooses from.
    var numerators: [Int64] = []
    let inputs = calculation.program.inputs.enumerated().compactMap { index, location -> (Int, Location, Int64)? in
        guard let location, let denominator = location.scaledDenominator else { return nil }
        return (index, location, denominator)
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<batches {
        for (index, _, denominator) in inputs {
            let draw = template.draws[index]
            for _ in 0..<Machine.width {
                let number = draw[Int.random(in: 0..<draw.count, using: &random)] * Rational(Int(denominator))
                numerators.append(Int64(number.numerator))
            }
        }
    }

    let last = calculation.location(ofValue: calculation.asked[calculation.asked.count - 1].value)
    var times: [Double] = []
    var check = 0 as Int64
    for _ in 0..<9 {
        let start = ContinuousClock.now
        var place = 0
        for _ in 0..<batches {
            for (_, location, _) in inputs {
                for lane in 0..<Machine.width {
                    machine.set(numerator: numerators[place + lane], at: location, lane: lane)
                }
                place += Machine.width
            }
            machine.run()
            check &+= machine.numerator(at: last, lane: 5)?.numerator ?? 0
        }
        let elapsed = ContinuousClock.now - start
        times.append(Double(elapsed.components.attoseconds) * 1e-18 + Double(elapsed.components.seconds))
    }
    // The sum keeps the work from being thought useless.
    if check == .min { print("") }
    print(times.sorted()[4])
}
