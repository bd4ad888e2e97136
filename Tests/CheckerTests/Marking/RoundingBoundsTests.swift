import Exact
import Foundation
import Generator
import Solver
import TestSupport
import Testing

@testable import Checker
@testable import Template

/// What students may answer who round at every step.
@Suite struct RoundingBoundsTests {
    /// Templates with real numbers.
    private static let names = ["lstm", "softmax", "softmax-class", "sigmoid-2-2-2", "adam", "bptt", "two-losses"]

    private static func text(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Templates")
        return try String(contentsOf: folder.appending(path: name + ".yaml"), encoding: .utf8)
    }

    /// The answers of somebody who rounds every asked number and goes on with it.
    private func roundedAnswers(_ calculation: Calculation, _ given: Machine) throws -> [Rational] {
        let own = try Calculation(calculation.template, isOverridable: true)
        let machine = Machine(own.program)
        machine.copyInputs(of: given, lanes: 1)
        let pins = Calculation.pins(of: own.template)
        var answers = [Rational](repeating: .zero, count: pins.count)
        for index in pins.indices.sorted(by: { (pins[$0].node, $0) < (pins[$1].node, $1) }) {
            machine.run(lanes: 1)
            let entry = own.asked[index]
            let number = machine.number(at: own.location(ofValue: entry.value), lane: 0)
            answers[index] = try #require(Rational(reading: number.text(own.roundings[entry.value])))
            machine.override(pin: index, with: .exact(answers[index]), lane: 0)
        }
        return answers
    }

    @Test("Who rounds at every step as the sheet says is right", arguments: names)
    func roundedStepsAreRight(name: String) throws {
        for seed in UInt64(1)...12 {
            let grading = try Grading(Self.text(name), count: 1, seed: seed)
            let machine = try grading.machine(ofSheet: 1)
            let answers = try roundedAnswers(grading.calculation, machine)
            for (index, answer) in answers.enumerated() {
                let mark = try grading.mark(answer.text, to: index, on: machine)
                #expect(
                    mark.verdict == .correct,
                    "\(name), seed \(seed): \(grading.calculation.asked[index].column) = \(answer.text)")
            }
        }
    }

    @Test("Bounds hold what random roundings reach, and little more", arguments: names)
    func widths(name: String) throws {
        var random = SplitMix(seed: 5)
        var worst = 0.0
        for seed in UInt64(1)...4 {
            let grading = try Grading(Self.text(name), count: 1, seed: seed)
            let machine = try grading.machine(ofSheet: 1)
            let bounds = try #require(RoundingBounds(grading.calculation))
            for index in grading.calculation.asked.indices where grading.calculation.asked[index].rule.isRounded {
                let own = try #require(bounds.bounds(of: index, given: machine))
                var reached: Interval?
                for _ in 0..<300 {
                    let one = try #require(
                        bounds.interval(of: index, given: machine) { interval, rounding in
                            if Bool.random(using: &random) { return interval }
                            let text = Number.real(interval.low).text(rounding)
                            return Interval(Rational(reading: text)?.double ?? .nan)
                        })
                    reached = reached.map { $0.hull(one) } ?? one
                }
                let reach = try #require(reached)
                #expect(own.low <= reach.low + 1e-12 && reach.high <= own.high + 1e-12)
                if reach.high - reach.low > 1e-9 {
                    worst = max(worst, (own.high - own.low) / (reach.high - reach.low))
                }
            }
        }
        #expect(worst < 4, "\(name): \(worst)")
    }

    @Test("After an early slip, both those who round and those who carry all digits follow through")
    func slipsWithAllDigits() throws {
        let grading = try Grading(Self.text("softmax"), count: 1, seed: 11)
        let calculation = grading.calculation
        let given = try grading.machine(ofSheet: 1)
        let follow = try #require(
            FollowThrough(calculation.template, bounds: RoundingBounds(calculation)))
        let machine = follow.machine
        machine.copyInputs(of: given, lanes: 1)
        let right = try #require(grading.right(given, 0))
        machine.override(pin: 0, with: .exact(right + Rational(1)), lane: 0)
        machine.run(lanes: 1)
        let slipped = follow.calculation
        let answers = slipped.asked.map { entry in
            let number = machine.number(at: slipped.location(ofValue: entry.value), lane: 0)
            return Rational(reading: number.text(slipped.roundings[entry.value]))
        }
        let wrong = Set(
            answers.indices.filter { index in
                answers[index].map { !calculation.asked[index].rule.accepts($0, for: grading.answers(given)[index]) }
                    ?? false
            })
        #expect(wrong.count > 5)
        let followed = follow.follow(answers, wrong: wrong, given: given, with: follow.machine)
        #expect(Set(followed.keys) == wrong.subtracting([0]))
    }
}
