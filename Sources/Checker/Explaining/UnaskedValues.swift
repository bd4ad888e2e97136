import Exact
import Solver

/// Values between the given numbers and the asked ones that nobody asks for: one that is off makes several answers wrong.
struct UnaskedValues: Sendable {
    private let catalogue: MistakeCatalogue
    private let entries: [(pin: Pin, name: String)]

    /// The entries of quantities and of derivatives by quantities that the asked ones are made of.
    init(_ catalogue: MistakeCatalogue, asked: [Pin]) {
        self.catalogue = catalogue
        let known = Set(asked)
        var entries: [(pin: Pin, name: String)] = []
        for (node, name) in catalogue.values {
            let shape = catalogue.graph[node].shape
            for entry in 0..<shape.count where !known.contains(Pin(node: node, entry: entry)) {
                let indices =
                    shape.isScalar ? "" : "[\(shape.indices(ofEntry: entry).map(String.init).joined(separator: ","))]"
                entries.append((Pin(node: node, entry: entry), name + indices))
            }
        }
        self.entries = entries
    }

    /// Computes an answer from an unasked entry, which is the last input.
    func code(of index: Int, from unasked: Pin, asked pins: [Pin], before: Set<Int>, inputCount: Int) -> RealCode {
        let blocked = pins.indices.map { before.contains($0) ? pins[$0] : nil }
        return RealCode(Lowering(catalogue.graph, inputs: blocked + [unasked], from: inputCount), pins[index])
    }

    /// Computes an unasked entry.
    func code(of unasked: Pin, asked pins: [Pin], before: Set<Int>, inputCount: Int) -> RealCode {
        let blocked = pins.indices.map { before.contains($0) ? pins[$0] : nil }
        return RealCode(Lowering(catalogue.graph, inputs: blocked, from: inputCount), unasked)
    }

    /// The single value that explains most wrong answers, at least two of them, at what it costs; nil where there is none.
    func best(_ row: inout AnsweredRow, _ explainer: Explainer) -> Explanation? {
        let wrong = row.wrong
        guard wrong.count > 1 else { return nil }
        var best: Explanation?
        for (pin, name) in entries {
            guard let found = explanation(pin, name, wrong, &row, explainer) else { continue }
            if found.cost < best?.cost ?? .infinity { best = found }
        }
        return best
    }

    private func explanation(
        _ pin: Pin, _ name: String, _ wrong: [Int], _ row: inout AnsweredRow, _ explainer: Explainer
    ) -> Explanation? {
        let right = row.run(explainer.code(of: pin, given: row.answers), with: [])[0][0]
        func values(_ index: Int, _ first: Double, _ second: Double) -> RealCode.Pair {
            let code = explainer.code(of: index, from: pin, given: row.answers)
            return row.run(code, with: [RealCode.Pair(first, second)])[0]
        }
        // A straight line through two values: answers depend on derivatives and most quantities so.
        let solutions = wrong.compactMap { index -> Double? in
            guard let answer = row.answers[index]?.double else { return nil }
            let ends = values(index, right, right + 1)
            let slope = ends[1] - ends[0]
            return slope.isFinite && slope != 0 ? right + (answer - ends[0]) / slope : nil
        }
        guard solutions.count > 1 else { return nil }
        var best: Explanation?
        for solved in solutions.dropLast() {
            var found = Explanation(unasked: .init(name: name, value: solved, right: right))
            found.cost =
                ExplanationCost.isSlip(Rational(near: solved), for: right, .exact)
                ? ExplanationCost.slip : ExplanationCost.unexplained
            for index in row.answers.indices where row.standings[index] != .blank {
                let isWrong = row.standings[index] == .wrong
                let reached = values(index, solved, solved)[0]
                if isWrong && row.isAnswer(reached, index) {
                    found.explained[index] = MistakeSet.none
                } else if isWrong, let answer = row.answers[index] {
                    found.missCount += 1
                    found.cost += ExplanationCost.miss(answer, for: reached, explainer.roundings[index])
                } else if !row.isAnswer(reached, index) {
                    found.cost += ExplanationCost.contradicted
                }
            }
            if found.explained.count > 1, found.cost < best?.cost ?? .infinity { best = found }
        }
        return best
    }
}

extension RealCode {
    /// Computes one entry.
    fileprivate init(_ lowering: Lowering, _ pin: Pin) {
        var lowering = lowering
        let slot = (try? lowering.lower([pin.node]))?[0].slots[pin.entry]
        self.init(lowering.code, slot.map { [$0] } ?? [])
    }
}
