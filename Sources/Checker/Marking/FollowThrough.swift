import Exact
import Solver
import Template

/// Finds answers that are wrong, but right for the student's own earlier answers.
///
/// Each wrong answer is worked out again from the student's other answers, which stand in the place of the right numbers
/// and so block what lies behind them.
final class FollowThrough: Sendable {
    /// The template's calculation, whose asked numbers can be overridden.
    let calculation: Calculation
    private let counter: WorkCounter
    private let bounds: RoundingBounds?
    /// Asked numbers, those that others follow from first.
    private let order: [Int]

    /// Nil for a template that gives no credit of this kind.
    init?(_ template: Template, bounds: RoundingBounds? = nil) {
        guard template.marking.followThrough > .zero,
            let calculation = try? Calculation(template, isOverridable: true)
        else { return nil }
        self.calculation = calculation
        self.bounds = bounds
        counter = WorkCounter(calculation.program)
        let pins = Calculation.pins(of: template)
        order = pins.indices.sorted { (pins[$0].node, $0) < (pins[$1].node, $1) }
    }

    /// A machine for ``follow(_:_:from:with:)``.
    var machine: Machine { Machine(calculation.program) }

    /// A wrong answer that is right for the student's own.
    struct Following: Sendable {
        /// The wrong answers that it follows from.
        let causes: [Int]
        /// Whether the student's numbers left enough to work out.
        let hasWork: Bool
        /// Those of the causes that are likely slips.
        let slips: Set<Int>
    }

    /// Of the answers that follow, those that earn something: where little was left to work out, only if the wrong
    /// answers before are slips, explained, or follow themselves.
    func earning(_ following: [Int: Following], explained: Set<Int>) -> [Int: [Int]] {
        var earning: [Int: [Int]] = [:]
        for index in order {
            guard let own = following[index] else { continue }
            let isDoubtful = own.causes.contains { cause in
                earning[cause] == nil && !own.slips.contains(cause) && !explained.contains(cause)
            }
            if own.hasWork || !isDoubtful { earning[index] = own.causes }
        }
        return earning
    }

    /// The wrong answers that follow from a student's own.
    ///
    /// - Parameters:
    ///   - answers: The student's numbers; nil for a blank or unreadable one.
    ///   - wrong: The answers that are wrong.
    ///   - given: A machine that has run, with the sheet's numbers in lane 0.
    ///   - machine: One of this template's own, for the work.
    func follow(
        _ answers: [Rational?], wrong: Set<Int>, given: Machine, with machine: Machine
    ) -> [Int: Following] {
        let candidates = order.filter { wrong.contains($0) }
        var followed: [Int: Following] = [:]
        let answered = Set(answers.indices.filter { answers[$0] != nil })
        for start in stride(from: 0, to: candidates.count, by: Machine.width - 1) {
            let batch = candidates[start..<min(start + Machine.width - 1, candidates.count)]
            // The last lane keeps the right numbers, for comparison.
            let right = batch.count
            machine.clearOverrides()
            machine.copyInputs(of: given, lanes: batch.count + 1)
            for (lane, index) in batch.enumerated() {
                for other in answered where other != index {
                    if let answer = answers[other] { machine.override(pin: other, with: .exact(answer), lane: lane) }
                }
            }
            machine.run(lanes: batch.count + 1)
            for (lane, index) in batch.enumerated() {
                let entry = calculation.asked[index]
                let location = calculation.location(ofValue: entry.value)
                guard let answer = answers[index],
                    entry.rule.accepts(answer, for: machine.number(at: location, lane: lane))
                        || isRounded(answer, index, answers, given)
                else { continue }
                let causes = counter.beginnings(of: location, ofPin: index, among: answered).intersection(wrong)
                if causes.isEmpty { continue }
                let (own, key) = (
                    counter.products(to: location, ofPin: index, from: answered, in: machine, lane: lane),
                    counter.products(to: location, ofPin: index, from: answered, in: machine, lane: right)
                )
                followed[index] = Following(
                    causes: causes.sorted(), hasWork: 2 * own >= key,
                    slips: causes.filter { isSlip(answers[$0], $0, machine, lane: right) })
            }
        }
        return followed
    }

    /// Whether an answer follows from the student's others where the steps between are rounded.
    private func isRounded(_ answer: Rational, _ index: Int, _ answers: [Rational?], _ given: Machine) -> Bool {
        guard calculation.asked[index].rule.isRounded, let bounds else { return false }
        var own: [Int: Double] = [:]
        for (other, answer) in answers.enumerated() { own[other] = answer?.double }
        return bounds.accept(answer, of: index, given: given, from: own)
    }

    private func isSlip(_ answer: Rational?, _ index: Int, _ machine: Machine, lane: Int) -> Bool {
        guard let answer else { return false }
        let entry = calculation.asked[index]
        let right = machine.number(at: calculation.location(ofValue: entry.value), lane: lane)
        return Slip.isLikely(answer, for: right, calculation.roundings[entry.value])
    }
}
