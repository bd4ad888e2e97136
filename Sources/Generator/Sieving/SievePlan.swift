import Solver
import Template

/// The order in which conditions are tested, and in which stages: each stage sees only what has passed those before it,
/// but sets and works out anew what it needs.
struct SievePlan {
    /// The conditions of each stage, by their places.
    let stages: [[Int]]

    /// What setting an input costs, and what a stage by itself, in instructions.
    private static let inputCost = 5
    private static let stageCost = 12

    /// Plans conditions by what a sample of draws says.
    ///
    /// - Parameters:
    ///   - slots: What each condition works out.
    ///   - sample: The draws of the sample that satisfy each.
    ///   - size: How many draws the sample has.
    init(_ slots: [Slot], in code: Code, sample: [BitSet], size: Int) {
        let needs = slots.map { Needs(code.slots(neededFor: $0), in: code) }
        let order = Self.order(needs, sample, size: size, from: Needs([], in: code))
        var units = order.prefix(Self.mostSingle).map { [$0] }
        let rest = order.dropFirst(Self.mostSingle)
        let chunk = max(1, (rest.count + Self.mostChunks - 1) / Self.mostChunks)
        units += stride(from: rest.startIndex, to: rest.endIndex, by: chunk).map { start in
            Array(rest[start..<min(rest.endIndex, start + chunk)])
        }
        var all = BitSet(all: size)
        let left = units.map { unit in
            defer { for condition in unit { all = all.intersection(sample[condition]) } }
            return all.count
        }
        let unitNeeds = units.map { unit in
            unit.dropFirst().reduce(into: needs[unit[0]]) { $0.formUnion(needs[$1]) }
        }
        stages = Self.divided(unitNeeds, left).map { $0.flatMap { units[$0] } }
    }

    /// So many conditions are put in order one by one; of hundreds more, hardly one rejects what these let pass.
    private static let mostSingle = 48
    /// As so many the others are divided into stages.
    private static let mostChunks = 16

    /// What conditions need: inputs and instructions, by their slots.
    private struct Needs {
        var inputs: BitSet
        var others: BitSet

        init(_ slots: Set<Slot>, in code: Code) {
            inputs = BitSet(size: code.count)
            others = inputs
            for slot in slots { if code.isInput(slot) { inputs.insert(Int(slot)) } else { others.insert(Int(slot)) } }
        }

        var cost: Int { inputs.count * inputCost + others.count }

        mutating func formUnion(_ more: Needs) {
            inputs = inputs.union(more.inputs)
            others = others.union(more.others)
        }

        /// What needs cost that others have not paid for.
        func cost(beside present: Needs) -> Int {
            inputs.count(outside: present.inputs) * inputCost + others.count(outside: present.others)
        }
    }

    /// The conditions that reject most for their work first.
    private static func order(_ needs: [Needs], _ sample: [BitSet], size: Int, from none: Needs) -> [Int] {
        var open = Array(needs.indices)
        var left = BitSet(all: size)
        var present = none
        var order: [Int] = []
        while !open.isEmpty, order.count < mostSingle {
            let count = left.count
            let gains = open.map { condition in
                Double(count - left.sharedCount(sample[condition])) / Double(1 + needs[condition].cost(beside: present))
            }
            let best = gains.indices.max { (gains[$0], $1) < (gains[$1], $0) } ?? 0
            let next = open.remove(at: best)
            order.append(next)
            left = left.intersection(sample[next])
            present.formUnion(needs[next])
        }
        let shared = open.map { left.sharedCount(sample[$0]) }
        return order + open.indices.sorted { (shared[$0], $0) < (shared[$1], $1) }.map { open[$0] }
    }

    /// The division of conditions in their order into the stages that cost least.
    private static func divided(_ needs: [Needs], _ left: [Int]) -> [Range<Int>] {
        // For so many conditions from the first: the least cost, and where the last stage begins.
        var best: [(cost: Int, start: Int)] = [(0, 0)] + needs.map { _ in (.max, 0) }
        for start in needs.indices {
            var stage = needs[start]
            for end in start..<needs.count {
                if end > start { stage.formUnion(needs[end]) }
                let cost = best[start].cost + left[start] * (stageCost + stage.cost)
                if cost < best[end + 1].cost { best[end + 1] = (cost, start) }
            }
        }
        var stages: [Range<Int>] = []
        var end = needs.count
        while end > 0 {
            stages.append(best[end].start..<end)
            end = best[end].start
        }
        return stages.reversed()
    }
}
