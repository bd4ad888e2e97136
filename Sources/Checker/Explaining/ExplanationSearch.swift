import Exact
import Solver

/// Weighs sets of mistakes against each other.
struct ExplanationSearch {
    private let explainer: Explainer

    /// The most sets that are tried for one row.
    private static let limit = 20_000
    /// The most exchanges that are looked into for one row.
    private static let exchangeLimit = 4

    init(_ explainer: Explainer) { self.explainer = explainer }

    /// What a row costs without any mistake.
    func none(_ row: inout AnsweredRow) -> Double {
        row.wrong.reduce(0) { $0 + miss($1, .none, &row) }
    }

    /// The cheapest explanation of a row by mistakes; that by none where nothing is cheaper.
    ///
    /// - Parameters:
    ///   - exchanged: Two answers that the row has in each other's place.
    ///   - original: The row as the student wrote it.
    ///   - limit: What another explanation costs: dearer ones are not looked for.
    func best(
        _ row: inout AnsweredRow, exchanged: (Int, Int)? = nil, original: AnsweredRow? = nil,
        below limit: Double = .infinity
    ) -> Explanation {
        let base = exchanged == nil ? 0 : ExplanationCost.exchange
        var best = Explanation(exchanged: exchanged, missCount: row.wrong.count, cost: base + none(&row))
        var rest: [Explanation] = []
        let largest = min(MistakeSet.largest, row.wrong.count)
        // One mistake more is looked for only while it could still be the cheapest explanation.
        for size in stride(from: 1, through: largest, by: 1)
        where base + Double(size) * explainer.leastPrior <= min(best.cost, limit) + 1e-9 {
            let candidates = candidates(&row, upTo: size).filter { $0.0.count == size }
            let members = candidates.isEmpty ? [] : row.answers.indices.map { row.members($0) }
            for (set, least) in candidates {
                if base + least > best.cost + 1e-9 { break }
                var found = weigh(set, members, &row)
                found.exchanged = exchanged
                found.cost += base
                if isBetter(found, than: best) {
                    rest.append(best)
                    best = found
                } else {
                    rest.append(found)
                }
            }
        }
        best.alternative = rest.first { isAlternative($0, to: best) }?.mistakes
        if let (first, second) = exchanged, let original {
            for index in [first, second] {
                // What is right or led to at the other's place was written at this one.
                if row.standings[index] != .wrong { best.explained[index] = best.explained[index] ?? MistakeSet.none }
            }
            best.ledCount = best.explained.count
            best.explained = best.explained(by: (first, second), in: original)
        }
        return best
    }

    /// Pairs of answers, one of them wrong, that could stand in each other's place.
    func exchanges(_ row: inout AnsweredRow) -> [(Int, Int)] {
        var found: [(pair: (Int, Int), size: Int)] = []
        let wrong = row.wrong
        let largest = min(MistakeSet.largest, wrong.count)
        var hopeless: Set<Int> = []
        for index in wrong where row.fits(index, upTo: largest).isEmpty {
            hopeless.insert(index)
            if hopeless.count > 3 { return [] }
        }
        for first in wrong {
            for second in row.answers.indices where row.standings[second] != .blank && second != first {
                if row.standings[second] == .wrong && second < first { continue }
                // At most one number may be left over.
                if hopeless.subtracting([first, second]).count > 1 { continue }
                guard let one = row.answers[first], let other = row.answers[second], one != other,
                    let size = row.least(first, other.double), let otherSize = row.least(second, one.double)
                else { continue }
                found.append(((first, second), size + otherSize))
            }
        }
        return found.sorted { $0.size < $1.size }.prefix(Self.exchangeLimit).map(\.pair)
    }

    /// Sets that lead to all wrong answers but one, with the least that each can cost; the cheapest first.
    private func candidates(_ row: inout AnsweredRow, upTo largest: Int) -> [(MistakeSet, least: Double)] {
        let wrong = row.wrong
        var fits: [[MistakeSet]] = []
        var hopelessCount = 0
        for index in wrong {
            fits.append(row.fits(index, upTo: largest))
            if fits[fits.count - 1].isEmpty { hopelessCount += 1 }
            // At most one number may be left over.
            if hopelessCount > 1 { return [] }
        }
        let misses = wrong.map { miss($0, .none, &row) }
        // What few sets lead to comes first, so that there is little to try.
        let order = wrong.indices.sorted { (fits[$0].count, $0) < (fits[$1].count, $1) }
        var all: Set<MistakeSet> = []
        var seen: Set<Trial> = []
        var open = [Trial(set: .none)]
        while let trial = open.popLast(), seen.count < Self.limit {
            guard seen.insert(trial).inserted else { continue }
            let next = order.first { place in
                !fits[place].contains { $0.isSubset(of: trial.set) } && trial.left != place
            }
            guard let next else {
                all.insert(trial.set)
                continue
            }
            if trial.left == nil { open.append(Trial(set: trial.set, left: next)) }
            for fit in fits[next] {
                if let union = explainer.union(trial.set, fit), union.count <= largest {
                    open.append(Trial(set: union, left: trial.left))
                }
            }
        }
        all.remove(.none)
        let members = wrong.map { row.members($0) }
        return all.map { set in
            // A wrong answer that no mistake of the set changes stays as it is.
            var least = explainer.prior(set)
            for place in wrong.indices where set.filter(members[place]).isEmpty { least += misses[place] }
            return (set, least)
        }
        .sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0.places.lexicographicallyPrecedes($1.0.places) }
    }

    /// Mistakes that lead to some answers, and the answer that is left over.
    private struct Trial: Hashable {
        let set: MistakeSet
        var left: Int?
    }

    /// What a set of mistakes explains, and what it costs.
    private func weigh(_ set: MistakeSet, _ members: [[Bool]], _ row: inout AnsweredRow) -> Explanation {
        var found = Explanation(mistakes: set, cost: explainer.prior(set))
        for index in row.answers.indices where row.standings[index] != .blank {
            let own = set.filter(members[index])
            let isWrong = row.standings[index] == .wrong
            let prediction = own.isEmpty ? nil : row.prediction(index, own)
            guard let prediction else {
                if isWrong { found.add(miss: miss(index, .none, &row), isTouched: false) }
                continue
            }
            if row.isAnswer(prediction[0], index) {
                if isWrong { found.explained[index] = own }
            } else if row.isAnswer(prediction[1], index) {
                if isWrong {
                    found.explained[index] = own
                    found.cost += ExplanationCost.notOwn
                }
            } else if isWrong {
                found.add(miss: miss(index, own, &row), isTouched: true)
            } else {
                found.contradicted[index] = prediction[0]
                found.cost += ExplanationCost.contradicted
            }
        }
        found.ledCount = found.explained.count
        return found
    }

    /// What a wrong answer costs that a set does not lead to: the less, the nearer it is to what the set leads to or to
    /// what is right.
    func miss(_ index: Int, _ set: MistakeSet, _ row: inout AnsweredRow) -> Double {
        // Looked at again for each value that nobody asks for.
        if set.isEmpty, let known = row.plainMisses[index] { return known }
        guard let answer = row.answers[index], let prediction = row.prediction(index, set) else {
            return ExplanationCost.unexplained
        }
        let cost = min(
            ExplanationCost.miss(answer, for: prediction[0], explainer.roundings[index]),
            ExplanationCost.miss(answer, for: prediction[1], explainer.roundings[index]))
        if set.isEmpty { row.plainMisses[index] = cost }
        return cost
    }

    /// Cheaper, or of the same cost with fewer mistakes, rather seen than plausible, made earlier, known earlier.
    private func isBetter(_ one: Explanation, than other: Explanation) -> Bool {
        if (one.cost - other.cost).magnitude > 1e-9 { return one.cost < other.cost }
        if one.mistakes.count != other.mistakes.count { return one.mistakes.count < other.mistakes.count }
        func rank(_ explanation: Explanation) -> [Int] {
            let mistakes = explanation.mistakes.places.map { explainer.catalogue.mistakes[$0] }
            return [mistakes.count { !$0.mistake.isSeen }, mistakes.map(\.node.index).min() ?? 0]
        }
        let (first, second) = (rank(one), rank(other))
        return first != second
            ? first.lexicographicallyPrecedes(second)
            : one.mistakes.places.lexicographicallyPrecedes(other.mistakes.places)
    }

    /// Whether another explanation leads to the same numbers with as many mistakes and is about as likely.
    private func isAlternative(_ other: Explanation, to best: Explanation) -> Bool {
        other.mistakes.count == best.mistakes.count && !other.mistakes.isEmpty && other.cost - best.cost < 3
            && Set(other.explained.keys) == Set(best.explained.keys)
            && Set(other.contradicted.keys) == Set(best.contradicted.keys)
    }
}

extension AnsweredRow {
    /// How many mistakes lead to a number in an answer's place, at most one; nil where none does.
    fileprivate mutating func least(_ index: Int, _ number: Double) -> Int? {
        if (right[index] - number).magnitude <= tolerances[index] { return 0 }
        return fits(index, to: number, upTo: 1).map(\.count).min()
    }
}

extension Explanation {
    /// What is explained once two answers stand where the student wrote them: those of both that are wrong there.
    fileprivate func explained(by exchange: (Int, Int), in original: AnsweredRow) -> [Int: MistakeSet] {
        var explained = explained.filter { $0.key != exchange.0 && $0.key != exchange.1 }
        for (index, other) in [exchange, (exchange.1, exchange.0)] where original.standings[index] == .wrong {
            explained[index] = self.explained[other] ?? MistakeSet.none
        }
        return explained
    }

    /// Counts a wrong answer that is not led to; one that the mistakes change should at least be near.
    fileprivate mutating func add(miss: Double, isTouched: Bool) {
        missCount += 1
        cost += miss
        if miss > ExplanationCost.slip {
            if isTouched { oddCount += 1 } else { strayCount += 1 }
        }
    }
}
