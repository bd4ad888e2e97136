import Solver
import Template

/// The order in which conditions are tested, in stages of which each lets at most about half of the draws pass.
struct SievePlan {
    /// The conditions of each stage, by their places.
    private(set) var stages: [[Int]] = []

    /// What setting an input costs, in instructions.
    private static let inputCost = 6

    /// Plans conditions by what a sample of draws says: those that reject most for their work come first.
    ///
    /// - Parameters:
    ///   - slots: What each condition works out.
    ///   - sample: The draws of the sample that satisfy each.
    ///   - size: How many draws the sample has.
    init(_ slots: [Slot], in code: Code, sample: [BitSet], size: Int) {
        let needs = slots.map { code.slots(neededFor: $0) }
        var open = Array(slots.indices)
        var left = BitSet(all: size)
        var stage: [Int] = []
        var present: Set<Slot> = []
        var atStart = left.count
        while !open.isEmpty {
            // Nothing that is left can be told to reject: the rest is tested together.
            guard let next = best(of: open, needs, present, sample, left, in: code) else {
                stage += open
                break
            }
            open.removeAll { $0 == next }
            stage.append(next)
            present.formUnion(needs[next])
            left = left.intersection(sample[next])
            if left.count * 2 <= atStart {
                stages.append(stage)
                stage = []
                present = []
                atStart = left.count
            }
        }
        if !stage.isEmpty { stages.append(stage) }
    }

    /// The condition that rejects most of what is left for its work; nil where none rejects anything.
    private func best(
        of open: [Int], _ needs: [Set<Slot>], _ present: Set<Slot>, _ sample: [BitSet], _ left: BitSet, in code: Code
    ) -> Int? {
        var best: (condition: Int, gain: Double)?
        let count = left.count
        for condition in open {
            let rejected = count - left.sharedCount(sample[condition])
            if rejected == 0 { continue }
            var cost = 1
            for slot in needs[condition] where !present.contains(slot) {
                cost += code.isInput(slot) ? Self.inputCost : 1
            }
            let gain = Double(rejected) / Double(cost)
            if gain > best?.gain ?? 0 { best = (condition, gain) }
        }
        return best?.condition
    }
}
