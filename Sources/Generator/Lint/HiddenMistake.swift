import Solver
import Template

/// A mistake that variants need not show, and what could be asked in addition to see it.
package struct HiddenMistake: Sendable {
    /// Its place among all.
    package let mistake: Int
    /// The quantities or derivatives that it changes, as the sheet writes them, the surest first.
    package let wouldShow: [String]
}

extension Generator {
    /// For mistakes that hardly a variant shows, which values on the way to the answers would show them.
    package func hiddenMistakes() throws(GeneratorError) -> [HiddenMistake] {
        let hidden = standards.excused.filter { excused in
            switch excused.reason {
            case .never, .rare, .fixesSign: true
            case .byAuthor, .partly, .conflict: false
            }
        }
        guard let findings, !hidden.isEmpty else { return [] }
        let pins = Calculation.pins(of: template)
        let catalogue = MistakeCatalogue(template.graph, asked: pins, symbols: template.plainSymbols)
        let asked = Set(pins)
        let candidates = catalogue.values
        var lowering = Lowering(catalogue.graph)
        guard let right = try? lowering.lower(candidates.map(\.node)) else { throw .calculation(.tooLong) }
        var places: [(hidden: Int, candidate: Int, entry: Int)] = []
        var slots: [Slot] = []
        for (index, excused) in hidden.enumerated() {
            let edits = catalogue.mistakes[excused.mistake].edits
            guard let wrong = try? lowering.lower(candidates.map(\.node), under: edits) else { continue }
            for candidate in candidates.indices {
                for (entry, pair) in zip(right[candidate].slots, wrong[candidate].slots).enumerated()
                where pair.0 != pair.1 {
                    slots.append(lowering.extend { $0.notEqual(pair.0, pair.1) })
                    places.append((index, candidate, entry))
                }
            }
        }
        guard !lowering.code.isFull else { throw .calculation(.tooLong) }
        let program = Program(lowering.code, stages: [slots], inputs: source.ranges)
        let sample = VariantSample(source, limit: 0)
        let differing = sample.places(findings.typical, program)
        return hidden.enumerated().map { index, excused in
            let own = zip(places, differing).filter { $0.0.hidden == index }
            func isAsked(_ place: (hidden: Int, candidate: Int, entry: Int)) -> Bool {
                asked.contains(Pin(node: candidates[place.candidate].node, entry: place.entry))
            }
            // What matters is whether a value shows the mistake where no asked one does.
            let blind = own.filter { isAsked($0.0) }
                .reduce(BitSet(all: findings.typical.count)) { $0.subtracting($1.1) }
            var best: [(name: String, count: Int)] = []
            for (place, variants) in own where !isAsked(place) {
                let (node, name) = candidates[place.candidate]
                let count = variants.sharedCount(blind)
                if count == 0 || count * 5 < blind.count { continue }
                let shape = catalogue.graph[node].shape
                best.append((name + AskedQuantity.index(ofEntry: place.entry, in: shape), count))
            }
            best.sort { $0.count > $1.count }
            return HiddenMistake(mistake: excused.mistake, wouldShow: best.prefix(3).map(\.name))
        }
    }
}
