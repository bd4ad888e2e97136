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

    /// What follows from each entry beside the answers that were given, where at least two answers do.
    func reaches(asked pins: [Pin], given: Set<Int>, inputCount: Int) -> [UnaskedReach] {
        let blocked = pins.indices.map { given.contains($0) ? pins[$0] : nil }
        return entries.compactMap { pin, name in
            var lowering = Lowering(catalogue.graph, inputs: blocked + [pin], from: inputCount)
            let input = inputCount + pins.count
            var slots: [(answer: Int, slot: Slot)] = []
            for answer in given.sorted() {
                guard let slot = try? lowering.lower(calculationOf: pins[answer]) else { continue }
                if RealCode(lowering.code, [slot]).reads(input: input) { slots.append((answer, slot)) }
            }
            guard slots.count > 1 else { return nil }
            let code = RealCode(lowering.code, slots.map(\.slot))
            var right = Lowering(catalogue.graph, inputs: blocked, from: inputCount)
            guard let value = try? right.lower(calculationOf: pin) else { return nil }
            return UnaskedReach(
                name: name, value: RealCode(right.code, [value]), answers: slots.map(\.answer), code: code)
        }
    }

    /// The single value that explains most wrong answers, at least two of them, at what it costs; nil where there is none.
    func best(_ row: inout AnsweredRow, _ explainer: Explainer) -> Explanation? {
        let wrong = row.wrong
        guard wrong.count > 1 else { return nil }
        let search = ExplanationSearch(explainer)
        var best: Explanation?
        for reach in explainer.reaches(given: row.answers) {
            guard let found = reach.best(&row, search, explainer.roundings) else { continue }
            if found.cost < best?.cost ?? .infinity { best = found }
        }
        return best
    }
}

/// The answers that follow from an entry that nobody asks for.
struct UnaskedReach: Sendable {
    /// How the entry is called.
    let name: String
    /// Computes it.
    let value: RealCode
    /// What follows from it.
    let answers: [Int]
    /// Computes these answers, the entry being the last input.
    let code: RealCode

    /// The number in this place that explains most wrong answers, at least two of them; nil where there is none.
    func best(_ row: inout AnsweredRow, _ search: ExplanationSearch, _ roundings: [Rounding]) -> Explanation? {
        let wrong = answers.indices.filter { row.standings[answers[$0]] == .wrong }
        guard wrong.count > 1 else { return nil }
        let right = row.run(value, with: [])[0][0]
        // A straight line through two values: answers depend on derivatives and most quantities so.
        let ends = row.run(code, with: [RealCode.Pair(right, right + 1)])
        let others = row.wrong.filter { !answers.contains($0) }
        let otherCost = others.reduce(0) { $0 + search.miss($1, .none, &row) }
        var best: Explanation?
        for place in wrong.dropLast() {
            let slope = ends[place][1] - ends[place][0]
            guard let answer = row.answers[answers[place]]?.double, slope.isFinite, slope != 0 else { continue }
            let solved = right + (answer - ends[place][0]) / slope
            let reached = row.run(code, with: [RealCode.Pair(repeating: solved)])
            let led = wrong.filter { row.isAnswer(reached[$0][0], answers[$0]) }
            guard led.count > 1 else { continue }
            var found = Explanation(unasked: .init(name: name, value: solved, right: right), missCount: others.count)
            found.cost =
                otherCost
                + (ExplanationCost.isSlip(Rational(near: solved), for: right, .exact)
                    ? ExplanationCost.slip : ExplanationCost.unexplained)
            for (place, index) in answers.enumerated() where !row.isAnswer(reached[place][0], index) {
                if row.standings[index] == .wrong, let answer = row.answers[index] {
                    found.missCount += 1
                    found.cost += ExplanationCost.miss(answer, for: reached[place][0], roundings[index])
                } else {
                    found.cost += ExplanationCost.contradicted
                }
            }
            for place in led { found.explained[answers[place]] = MistakeSet.none }
            if found.cost < best?.cost ?? .infinity { best = found }
        }
        return best
    }
}
