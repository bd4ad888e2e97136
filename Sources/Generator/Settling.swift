import Exact
import Solver
import Template

/// Tells whether a variant's numbers all exist and can be written in one way only.
struct Settling: Sendable {
    /// The numbers that may fail, each once: scaled integers never do.
    private let outputs: [Output]

    private struct Output: Hashable {
        let location: Location
        let rounding: Rounding
    }

    init(_ calculation: Calculation) {
        var seen: Set<Output> = []
        outputs = zip(calculation.program.outputs[0], calculation.roundings).compactMap { location, rounding in
            let output = Output(location: location, rounding: rounding)
            return location.scaledDenominator == nil && seen.insert(output).inserted ? output : nil
        }
    }

    /// Whether there are numbers that may fail.
    var isNeeded: Bool { !outputs.isEmpty }

    /// Lets draws pass in which no number fails; no stage where none can.
    func stages(_ calculation: Calculation, _ source: VariantSource) -> [SieveStage] {
        guard isNeeded else { return [] }
        return [
            SieveStage(calculation.program, source) { [self] machine, lanes in
                machine.run(lanes: lanes)
                return settledLanes(of: UInt64(lowestBits: lanes), in: machine)
            }
        ]
    }

    /// Of some lanes of a machine that has run, those in which no number fails.
    func settledLanes(of lanes: UInt64, in machine: Machine) -> UInt64 {
        outputs.reduce(lanes) { settled, output in
            settled.keepingBits { lane in Self.problem(output, machine, lane) == nil }
        }
    }

    /// What is wrong with a lane's numbers, if anything.
    func problem(inLane lane: Int, of machine: Machine) -> Rule? {
        outputs.lazy.compactMap { Self.problem($0, machine, lane) }.first
    }

    private static func problem(_ output: Output, _ machine: Machine, _ lane: Int) -> Rule? {
        switch machine.number(at: output.location, lane: lane) {
        case .exact(let number): number.isUndefined ? .undefined : nil
        case .real(let number): !number.isFinite ? .undefined : number.isSettled(output.rounding) ? nil : .tie
        }
    }
}

extension Double {
    /// Whether the number is written the same with the last bits of its calculation changed, rounded as asked and with
    /// the digits of a key's record.
    fileprivate func isSettled(_ rounding: Rounding) -> Bool {
        // A real 0 is what a switched-off unit leaves, not a sum that happens to cancel.
        if self == 0 { return true }
        let error = max(magnitude, 1e-3) * 1e-14
        return isSettled(rounding, within: error) && isSettled(.significant(10), within: error)
    }

    private func isSettled(_ rounding: Rounding, within error: Double) -> Bool {
        isFarFromTies(of: rounding, within: error)
            || Number.real(self - error).text(rounding) == Number.real(self + error).text(rounding)
    }
}
