import Checker
import Exact
import Solver
import Template

/// A sheet with what a simulated student makes of it.
struct Sheet {
    let calculation: Calculation
    let judge: Judge
    let catalogue: MistakeCatalogue
    /// Has run, with the sheet's numbers in lane 0.
    let machine: Machine
    let codes: StudentCodes
    var room: Machine?

    /// The right numbers.
    var right: [Rational] { answers(after: []) }

    /// The numbers after some mistakes; `carried` holds asked numbers that the student goes on from.
    func answers(after mistakes: [Int], carried: [Int: Rational] = [:]) -> [Rational] {
        answers(under: mistakes.flatMap { catalogue.mistakes[$0].edits }, key: mistakes, carried: carried)
    }

    /// The numbers under some changes, which `key` tells apart.
    func answers(under edits: [Edit], key: [Int], carried: [Int: Rational] = [:]) -> [Rational] {
        let code = codes.code(edits, key: key, carried: carried.keys.sorted())
        var inputs = machine.program.inputs.map { location in
            RealCode.Pair(repeating: location.map { machine.number(at: $0, lane: 0).double } ?? 0)
        }
        inputs += calculation.asked.indices.map { RealCode.Pair(repeating: carried[$0]?.double ?? 0) }
        var values: [RealCode.Pair] = []
        code.run(inputs, &values)
        return code.results.enumerated().map { index, place in
            carried[index] ?? written(values[place][0], calculation.roundings[calculation.asked[index].value])
        }
    }

    /// How an asked number is written.
    func rounding(_ index: Int) -> Rounding { calculation.roundings[calculation.asked[index].value] }

    /// The asked numbers, those that others follow from first.
    var order: [Int] {
        let pins = Calculation.pins(of: calculation.template)
        return pins.indices.sorted { (pins[$0].node, $0) < (pins[$1].node, $1) }
    }

    /// What the checker says.
    mutating func assess(_ answers: [Rational?]) -> (marks: [Mark], explanation: Explanation?) {
        var marks = judge.marks(of: answers, given: machine)
        let explanation = judge.judge(&marks, answers, given: machine, with: &room)
        return (marks, explanation)
    }
}

/// A number as a student writes it down.
func written(_ number: Double, _ rounding: Rounding) -> Rational {
    switch rounding {
    case .exact: return Rational(near: number)
    default: return Rational(reading: Number.real(number).text(rounding)) ?? .undefined
    }
}

/// The calculations of students with mistakes, each made once.
final class StudentCodes {
    private var graph: Graph
    private let pins: [Pin]
    private let inputCount: Int
    private var known: [[[Int]]: RealCode] = [:]

    init(_ catalogue: MistakeCatalogue, _ calculation: Calculation) {
        graph = catalogue.graph
        pins = Calculation.pins(of: calculation.template)
        inputCount = calculation.program.inputs.count
    }

    func code(_ edits: [Edit], key: [Int], carried: [Int]) -> RealCode {
        if let code = known[[key, carried]] { return code }
        let inputs = pins.indices.map { carried.contains($0) ? pins[$0] : nil }
        var lowering = Lowering(graph, inputs: inputs, from: inputCount)
        let slots = (try? lowering.lower(asked: pins, under: edits)) ?? []
        let code = RealCode(lowering.code, slots)
        if known.count > 20_000 { known = [:] }
        known[[key, carried]] = code
        return code
    }

    /// A step of the calculation that comes out one too large, twice as large or with the other sign.
    func unknownMistake(_ random: inout SplitMix) -> (edits: [Edit], key: [Int])? {
        let steps = graph.forwardNodes(neededFor: pins.map(\.node))
        guard let node = steps.randomElement(using: &random),
            let kind = Graph.Disturbance.allCases.randomElement(using: &random),
            let other = disturbed[[node.index, kind.rawValue]] ?? (try? graph.disturbed(node, by: kind))
        else { return nil }
        disturbed[[node.index, kind.rawValue]] = other
        return ([.value(node, by: other, in: .everywhere)], [-1 - kind.rawValue, node.index])
    }
    private var disturbed: [[Int]: NodeID] = [:]
}
