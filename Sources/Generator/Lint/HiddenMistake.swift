import Solver
import Template

/// A mistake that variants need not show, and what could be asked in addition to see it.
///
/// Every quantity and derivative that has a name and that the answers need was tried.
package struct HiddenMistake: Sendable {
    /// Its place among all.
    package let mistake: Int
    /// The quantities or derivatives that it changes, as the sheet writes them, the surest first; each shows it on a fifth
    /// of the variants on which no answer does.
    package let wouldShow: [String]
    /// Of others the one that shows it most often, and on which share of these variants; nil where none ever does.
    package let rarely: (name: String, share: Double)?
}

extension Generator {
    /// For mistakes that hardly a variant shows, which values on the way to the answers would show them; without those for
    /// which that could not be tried.
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
        var tried: Set<Int> = []
        for (index, excused) in hidden.enumerated() {
            let edits = catalogue.mistakes[excused.mistake].edits
            guard let wrong = try? lowering.lower(candidates.map(\.node), under: edits) else { continue }
            tried.insert(index)
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
        return hidden.enumerated().compactMap { index, excused in
            let own = zip(places, differing).filter { $0.0.hidden == index }
            func isAsked(_ place: (hidden: Int, candidate: Int, entry: Int)) -> Bool {
                asked.contains(Pin(node: candidates[place.candidate].node, entry: place.entry))
            }
            // What matters is whether a value shows the mistake where no asked one does.
            let blind = own.filter { isAsked($0.0) }
                .reduce(BitSet(all: findings.typical.count)) { $0.subtracting($1.1) }
            guard tried.contains(index), blind.count > 0 else { return nil }
            var best: [(name: String, count: Int)] = []
            for (place, variants) in own where !isAsked(place) {
                let (node, name) = candidates[place.candidate]
                let count = variants.sharedCount(blind)
                if count == 0 { continue }
                let shape = catalogue.graph[node].shape
                best.append((name + AskedQuantity.index(ofEntry: place.entry, in: shape), count))
            }
            best.sort { $0.count > $1.count }
            let often = best.prefix { $0.count * 5 >= blind.count }
            let rarely = best.dropFirst(often.count).first.map { ($0.name, Double($0.count) / Double(blind.count)) }
            return HiddenMistake(
                mistake: excused.mistake, wouldShow: often.prefix(3).map(\.name), rarely: rarely)
        }
    }
}
