import Exact
import Solver

/// How far answers may be from the exact numbers because each named quantity on the way was rounded as the sheet says.
package struct RoundingBounds: Sendable {
    private let code: Code
    private let slots: [Slot]
    /// By pin: the asked entries first, then all others of defined quantities.
    private let roundings: [Rounding]

    /// The bounds of a template's asked numbers.
    package init?(_ calculation: Calculation) {
        let template = calculation.template
        var pins = Calculation.pins(of: template)
        var roundings = calculation.asked.map(\.rule.steps)
        let known = Set(pins)
        let others = (template.rule ?? .standardForReal).steps
        for definition in template.definitions {
            guard let node = template.nodes[definition.name] else { continue }
            for entry in 0..<template.graph[node].shape.count {
                let pin = Pin(node: node, entry: entry)
                if known.contains(pin) { continue }
                pins.append(pin)
                roundings.append(others)
            }
        }
        var lowering = Lowering(template.graph, pins: pins)
        let asked = Array(pins.prefix(calculation.asked.count))
        guard let tensors = try? lowering.lower(asked.map(\.node)), !lowering.code.isFull else { return nil }
        slots = zip(asked, tensors).map { $1.slots[$0.entry] }
        code = lowering.code
        self.roundings = roundings
    }

    /// The bounds of each asked number.
    ///
    /// - Parameters:
    ///   - given: A machine of the calculation, with the sheet's numbers in lane 0.
    ///   - own: A student's numbers in the place of asked ones; a number's own bounds never start from itself.
    ///   - asked: The number whose bounds are wanted.
    package func bounds(
        of asked: Int, given: Machine, from own: [Int: Double] = [:]
    ) -> Interval? {
        interval(of: asked, given: given, from: own) { $0.hull(Self.rounded($0, $1)) }
    }

    /// Whether an answer is within the bounds of an asked number.
    package func accept(_ answer: Rational, of asked: Int, given: Machine, from own: [Int: Double] = [:]) -> Bool {
        guard let bounds = bounds(of: asked, given: given, from: own) else { return false }
        return bounds.widened.contains(answer.double)
    }

    /// The bounds of an asked number where `step` says what becomes of each named one.
    func interval(
        of asked: Int, given: Machine, from own: [Int: Double] = [:], step: (Interval, Rounding) -> Interval
    ) -> Interval? {
        let inputs = given.program.inputs.map { location in
            location.map { given.number(at: $0, lane: 0).double } ?? 0
        }
        let interval = code.intervals(of: [slots[asked]], inputs: inputs) { pin, interval in
            let reached = step(interval, roundings[pin])
            guard pin != asked, let number = own[pin] else { return reached }
            // What was written down rounded may have been calculated with in full.
            return reached.widened.contains(number) ? reached : Interval(number)
        }[0]
        return interval.isDefined ? interval : nil
    }

    /// Between the least and the greatest number that rounding may lead to; a tie may be rounded either way.
    private static func rounded(_ interval: Interval, _ rounding: Rounding) -> Interval {
        switch rounding {
        case .exact: return interval
        case .decimals(let places):
            let unit = Rational(10).power(-places).double
            return Interval(down(interval.low, unit), up(interval.high, unit))
        case .significant(let digits):
            return Interval(
                down(interval.low, AnswerRule.unit(ofLastOf: digits, in: interval.low)),
                up(interval.high, AnswerRule.unit(ofLastOf: digits, in: interval.high)))
        }
    }

    private static func down(_ number: Double, _ unit: Double) -> Double {
        unit == 0 ? number : (number / unit - 0.5 - 1e-9).rounded(.up) * unit
    }

    private static func up(_ number: Double, _ unit: Double) -> Double {
        unit == 0 ? number : (number / unit + 0.5 + 1e-9).rounded(.down) * unit
    }
}

extension Interval {
    /// With room for decimals that are no binary numbers.
    fileprivate var widened: Interval {
        let slack = 1e-12 * Swift.max(1, low.magnitude, high.magnitude)
        return Interval(low - slack, high + slack)
    }
}

extension AnswerRule {
    /// How the steps on the way are rounded.
    fileprivate var steps: Rounding {
        switch self {
        case .exact, .tolerance: .exact
        case .decimals, .significant: rounding
        }
    }
}
