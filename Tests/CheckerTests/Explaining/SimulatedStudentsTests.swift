import Exact
import Foundation
import Generator
import Solver
import Template
import Testing
import YAML

@testable import Checker

/// Students with one known mistake, whose numbers are worked out from the whole calculation and not answer by answer.
@Suite struct SimulatedStudentsTests {
    /// Each mistake at each place on a few sheets: what is named leads to the student's numbers, all of them.
    @Test(arguments: ["q2", "batch-rows", "descent"])
    func oneMistakeIsNamed(name: String) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Templates/\(name).yaml")
        let template = try Template(SourceFile(name: name, bytes: Array(Data(contentsOf: url))))
        let generator = try Generator(template, seed: 3)
        let calculation = generator.calculation
        let judge = Judge(calculation)
        let catalogue = try #require(judge.catalogue)
        let pins = Calculation.pins(of: template)
        var lowering = Lowering(catalogue.graph)
        let slots = try catalogue.mistakes.map { try lowering.lower(asked: pins, under: $0.edits) }
        let codes = slots.map { RealCode(lowering.code, $0) }
        let machine = Machine(calculation.program)
        var drawer = generator.drawer()
        var own: Machine?
        var named = 0
        var made = 0
        for sheet in 0..<2 {
            try drawer.draw(sheets: sheet, count: 1, from: generator)
            machine.copyInputs(of: drawer.machine, lanes: 1)
            machine.run(lanes: 1)
            let all = codes.map { answers($0, machine, calculation) }
            for (place, answers) in all.enumerated() where answers.allSatisfy({ !$0.isUndefined }) {
                var marks = judge.marks(of: answers, given: machine)
                if marks.allSatisfy({ $0.verdict == .correct }) { continue }
                made += 1
                let explanation = judge.judge(&marks, answers, given: machine, with: &own)
                let places = explanation?.places ?? []
                if places.count == 1, all[places[0]] == answers {
                    named += 1
                } else if explanation?.isUnasked == false {
                    Issue.record(
                        "sheet \(sheet): \(catalogue.mistakes[place].words) was taken for \(places.map { catalogue.mistakes[$0].words })"
                    )
                }
                #expect(
                    marks.contains { !$0.earnsAll }, "sheet \(sheet): \(catalogue.mistakes[place].words) costs nothing")
            }
        }
        #expect(made > 10)
        #expect(Double(named) >= 0.95 * Double(made), "\(named) of \(made)")
    }

    /// One number in two places, whatever it is, is not taken for both answers being given for each other.
    @Test func equalNumbersDoNotExplainEachOther() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Templates/descent.yaml")
        let template = try Template(SourceFile(name: "descent", bytes: Array(Data(contentsOf: url))))
        let generator = try Generator(template, seed: 3)
        let calculation = generator.calculation
        let judge = Judge(calculation)
        let columns = calculation.asked.map(\.column)
        let places = try ["dL/db", "b_new"].map { try #require(columns.firstIndex(of: $0)) }
        let machine = Machine(calculation.program)
        var drawer = generator.drawer()
        var own: Machine?
        for sheet in 0..<20 {
            try drawer.draw(sheets: sheet, count: 1, from: generator)
            machine.copyInputs(of: drawer.machine, lanes: 1)
            machine.run(lanes: 1)
            var answers: [Rational?] = calculation.asked.map {
                Rational(near: machine.number(at: calculation.location(ofValue: $0.value), lane: 0).double)
            }
            for place in places { answers[place] = Rational(1234 + sheet) / Rational(7) }
            var marks = judge.marks(of: answers, given: machine)
            let explanation = judge.judge(&marks, answers, given: machine, with: &own)
            #expect(places.allSatisfy { marks[$0].verdict != .correct })
            #expect(explanation?.places.count ?? 0 < 2, "sheet \(sheet)")
        }
    }

    private func answers(_ code: RealCode, _ machine: Machine, _ calculation: Calculation) -> [Rational] {
        let inputs = machine.program.inputs.map { location in
            RealCode.Pair(repeating: location.map { machine.number(at: $0, lane: 0).double } ?? 0)
        }
        var values: [RealCode.Pair] = []
        code.run(inputs, &values)
        return code.results.enumerated().map { index, place in
            let rounding = calculation.roundings[calculation.asked[index].value]
            guard rounding != .exact else { return Rational(near: values[place][0]) }
            return Rational(reading: Number.real(values[place][0]).text(rounding)) ?? .undefined
        }
    }
}
